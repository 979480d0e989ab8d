import clsx from 'clsx'
import type { CSSProperties, PointerEvent } from 'react'
import { clockText } from '#domain/kernel/zone.ts'
import { useSession } from '#web/client/session.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { isOff, type Meeting, wallOf } from './calendar-line.ts'
import { useScheduleWords } from './use-moves.ts'

/** How a meeting looks wherever it stands: planned is dashed, called off is struck out, what the customer has still to hear asks for action. */
export const meetingLook = (meeting: Meeting): string => {
  if (meeting.untold) return 'border-amber-mark bg-amber-wash'
  if (isOff(meeting)) return 'border-line-2 bg-paper text-ink-3'
  if (meeting.state === 'planned') return 'border-dashed border-edge bg-paper'
  if (meeting.state === 'done') return 'border-line-2 bg-paper-3 text-ink-2'
  return 'border-jade bg-jade-wash'
}

/** From this length on there is room for a second line, in minutes. */
const TWO_LINES = 36

type Props = {
  meeting: Meeting
  chosen: boolean
  /** With everybody's: who goes. */
  named: boolean
  style?: CSSProperties
  onPress: () => void
  onGrab?: (event: PointerEvent<HTMLButtonElement>) => void
}

/** One meeting on the grid: when, who, where; its state in words for those who do not see it. */
export function MeetingBlock({ meeting, chosen, named, style, onPress, onGrab }: Props) {
  const words = useScheduleWords()
  const { branch } = useSession()
  const { from, minutes } = wallOf(meeting, branch.timeZone)
  const { customer, place, state, way, untold, owner } = meeting
  const off = isOff(meeting)
  return (
    <button
      type="button"
      data-meeting={meeting.id}
      aria-pressed={chosen}
      onClick={onPress}
      onPointerDown={onGrab}
      style={style}
      className={clsx(
        't12 absolute flex cursor-pointer touch-pan-y flex-col overflow-hidden rounded-s border border-l-[3px] px-1.5 py-0.5 text-left leading-4 select-none hover:z-10',
        meetingLook(meeting),
        chosen && 'z-10 ring-2 ring-jade',
      )}
    >
      <span className={clsx('flex w-full min-w-0 items-center gap-1', off && 'line-through')}>
        {untold ? <Icon name="alert" small className="text-amber" /> : way === 'call' && <Icon name="phone" small />}
        <b className="cut min-w-0 font-strong">{customer.calledBy}</b>
      </span>
      {minutes >= TWO_LINES && (
        <span className="cut w-full min-w-0 text-ink-2">
          {clockText(from)}
          {named ? ` ${owner.name}` : place === '' ? '' : ` ${place}`}
        </span>
      )}
      <span className="sr-only">{words.appointmentStateNames[state]}</span>
    </button>
  )
}
