import type { GuestMove } from '#domain/event/guest.ts'
import { useSession } from '#web/client/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { type EventShown, type GuestLine, stateNames } from './event-types.ts'
import { eventMessages } from './messages.ts'

export type GuestActs = {
  onMove: (guest: GuestLine, move: GuestMove) => void
  /** Begins the contact the guest's task is for. */
  onStart: (guest: GuestLine) => void
  onWrite: (guest: GuestLine) => void
  onStrike: (guest: GuestLine) => void
}

type Props = GuestActs & { event: EventShown; guest: GuestLine }

const tones: Readonly<Record<GuestLine['state'], string>> = {
  listed: 'text-ink-3',
  invited: 'text-amber',
  accepted: 'text-jade',
  declined: 'text-ink-3',
  attended: 'text-jade',
  absent: 'text-amber',
}

/** One guest: who, how they stand, what comes next, and the acts of the day: before it the invitation, on it the tick, after it the question. */
export function GuestRow({ event, guest, ...acts }: Props) {
  const m = useMessages(eventMessages)
  const language = useLanguage()
  const next = useNext()
  const { staff } = useSession()
  const keeper = guest.manager === staff.name ? null : guest.manager
  return (
    <li
      aria-label={guest.calledBy}
      className="t13 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line py-2 max-md:py-2.5"
    >
      <span className="min-w-0 flex-1 basis-44">
        <span className="flex items-center gap-1.5">
          <Link href={`/customers/${guest.customerId}`} quiet className="font-strong">
            {guest.calledBy}
          </Link>
          {guest.tier !== null && <Tier letter={guest.tier} />}
          <span className={tones[guest.state]}>{stateNames[language][guest.state]}</span>
          {guest.again && <span className="text-amber">{m.again}</span>}
        </span>
        <span className="t12 block pt-0.5 text-ink-3">
          {[guest.calledBy === guest.name ? null : guest.name, keeper, next(guest)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Acts event={event} guest={guest} {...acts} />
    </li>
  )
}

const useNext = (): ((guest: GuestLine) => string | null) => {
  const m = useMessages(eventMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  return ({ task, followUp }) => {
    if (followUp) return followUp.done ? m.asked : m.next['follow-up'](format.shortDay(followUp.dueOn, today))
    if (!task) return null
    const day = format.shortDay(task.dueOn, today)
    if (task.playbook === 'event-invite') return m.next.invite(day)
    return task.playbook === 'event-day' ? m.next.receive(day) : m.next.other(day)
  }
}

function Acts({ event, guest, onMove, onStart, onWrite, onStrike }: Props) {
  const { acts: m, of } = useMessages(eventMessages)
  const { today } = useSession()
  const size = useWide('md') ? 's' : 'm'
  const act = (word: keyof typeof m, onPress: () => void, kind?: 'bare') => (
    <Button
      key={word}
      size={size}
      kind={kind}
      icon={word === 'came' ? 'check' : undefined}
      aria-label={of(m[word], guest.calledBy)}
      onPress={onPress}
    >
      {m[word]}
    </Button>
  )
  const move = (to: GuestMove, word: keyof typeof m, kind?: 'bare') => act(word, () => onMove(guest, to), kind)
  const start = (word: keyof typeof m) => guest.task && act(word, () => onStart(guest))
  const before = today < event.onDay
  const shown = (() => {
    if (event.calledOff) return [start('tell')]
    const { state } = guest
    if (state === 'attended')
      return [!before && today > event.onDay && start('follow'), move('unmarked', 'unmarked', 'bare')]
    if (state === 'absent') return [move('unmarked', 'unmarked', 'bare')]
    if (!before && state === 'accepted')
      return [move('came', 'came'), move('absent', 'absent'), today === event.onDay && start('receive')]
    if (state === 'accepted') return [move('declined', 'declinedLate', 'bare')]
    const late = !before && move('came', 'came')
    if (today > event.onDay) return [late]
    if (state === 'declined') return [late, move('accepted', 'acceptedLate', 'bare')]
    return [
      late,
      start(state === 'listed' ? 'call' : 'callAgain'),
      before && state === 'listed' && act('write', () => onWrite(guest)),
      move('accepted', 'accepted'),
      move('declined', 'declined'),
      state === 'listed' && !guest.again && (
        <IconButton
          key="strike"
          icon="x"
          kind="bare"
          size={size}
          label={of(m.strike, guest.calledBy)}
          onPress={() => onStrike(guest)}
        />
      ),
    ]
  })()
  return <span className="flex flex-wrap items-center gap-1.5">{shown}</span>
}
