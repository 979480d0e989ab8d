import clsx from 'clsx'
import type { ReactNode } from 'react'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useHotkey } from '#web/ui/hotkeys.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState, ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { Agenda } from './agenda.tsx'
import { useAsMoved } from './as-moved.ts'
import { type Calendar, type CalendarView, daysShown, type Meeting, spanAt, stepDay, wallOf } from './calendar-line.ts'
import { type Asked, MeetingDetail } from './meeting-detail.tsx'
import { type Beginning, MeetingForm } from './meeting-form.tsx'
import { calendarMessages } from './messages.ts'
import { RoutePanel } from './route-panel.tsx'
import { TimeGrid } from './time-grid.tsx'
import { useArrows } from './use-arrows.ts'
import type { Carried } from './use-drag.ts'
import { useMoves } from './use-moves.ts'

/** What stands beside the days. */
export type Beside =
  | { is: 'meeting'; id: string; asked: Asked }
  | { is: 'new'; begin: Beginning }
  | { is: 'route' }
  | null

type Props = {
  view: CalendarView
  day: Day
  whose: 'own' | 'all'
  beside: Beside
  onBeside: (beside: Beside) => void
  onDay: (day: Day) => void
  onStart?: (meeting: Meeting) => void
  refusal?: ReactNode
}

/** Days with their meetings, and beside them the one that is open, a new one, or the way through the day. */
export function CalendarScreen(props: Props) {
  const { view, day, whose } = props
  const m = useMessages(calendarMessages)
  const errorText = useErrorText()
  const moved = useAsMoved()
  const days = daysShown(view, day)
  const query = { from: days[0] ?? day, to: days.at(-1) ?? day, whose }
  const read = useRead('GET /api/calendar', { query }, { keep: true, every: 60_000 })
  if (read.data)
    return <Days {...props} days={days} calendar={{ ...read.data, appointments: moved(read.data.appointments) }} />
  if (read.error)
    return (
      <ErrorState
        {...m.failed}
        remedy={errorText(read.error)}
        onRetry={() => void read.refetch()}
        code={read.error.reply.requestId}
      />
    )
  return <SkeletonList rows={8} />
}

type DaysProps = Props & { days: readonly Day[]; calendar: Calendar }

function Days({ view, day, whose, beside, onBeside, onDay, onStart, refusal, days, calendar }: DaysProps) {
  const m = useMessages(calendarMessages)
  const { branch, today } = useSession()
  const { move } = useMoves()
  const { appointments } = calendar
  const chosen = beside?.is === 'meeting' ? beside.id : null
  const choose = (id: string): void => onBeside({ is: 'meeting', id, asked: null })
  const step = (by: -1 | 1): void => {
    const place = appointments.findIndex(({ id }) => id === chosen)
    const next = appointments[place === -1 ? (by === 1 ? 0 : appointments.length - 1) : place + by]
    if (!next) return
    choose(next.id)
    document.querySelector<HTMLElement>(`[data-meeting="${next.id}"]`)?.focus()
  }
  const drop = (meeting: Meeting, { days: sideways, minutes }: Carried): void => {
    const was = wallOf(meeting, branch.timeZone)
    const from = Math.max(0, was.from + minutes)
    const span = spanAt(addDays(was.day, sideways), from, was.minutes, branch.timeZone)
    if (meeting.state === 'planned') move(meeting, { move: 'moved', ...span, reason: '', told: false })
    else onBeside({ is: 'meeting', id: meeting.id, asked: { move: 'moved', span } })
  }
  useArrows((arrow) => {
    if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') onDay(stepDay(view, day, arrow === 'ArrowLeft' ? -1 : 1))
    else step(arrow === 'ArrowUp' ? -1 : 1)
  })
  useHotkey({ keys: 'j', label: m.keys.next, run: () => step(1) })
  useHotkey({ keys: 'k', label: m.keys.previous, run: () => step(-1) })
  useHotkey({ keys: 't', label: m.keys.today, run: () => onDay(today) })
  useHotkey({ keys: 'n', label: m.keys.add, run: () => onBeside({ is: 'new', begin: {} }) })
  const shown = { days, calendar, chosen, named: whose === 'all', onChoose: choose }
  const aside = (
    <BesideDays {...{ beside, onBeside, day, appointments, onDay, refusal }} {...(onStart ? { onStart } : {})} />
  )
  return (
    <div className={clsx('min-h-0 lg:h-full', beside && 'h-full lg:grid lg:grid-cols-[minmax(0,1fr)_432px]')}>
      <div className={clsx('min-w-0 overflow-x-auto lg:h-full lg:min-h-0 lg:overflow-auto', beside && 'max-lg:hidden')}>
        {view === 'agenda' ? (
          <Agenda {...shown} />
        ) : (
          <TimeGrid
            {...shown}
            onAdd={(on, minute) => onBeside({ is: 'new', begin: { day: on, minute } })}
            onDrop={drop}
          />
        )}
        {appointments.length === 0 && (
          <EmptyState title={m.none} hint={m.noneHint} icon="calendar">
            <Button onPress={() => onBeside({ is: 'new', begin: {} })}>{m.add}</Button>
          </EmptyState>
        )}
      </div>
      {beside && (
        <aside className="relative flex h-full min-h-0 min-w-0 flex-col overflow-y-auto border-line lg:border-l">
          {aside}
        </aside>
      )}
    </div>
  )
}

type BesideProps = Pick<Props, 'onBeside' | 'day' | 'onDay' | 'onStart' | 'refusal'> & {
  beside: Beside
  appointments: readonly Meeting[]
}

function BesideDays({ beside, onBeside, day, appointments, onDay, onStart, refusal }: BesideProps) {
  const m = useMessages(calendarMessages)
  if (beside === null) return null
  const close = (): void => onBeside(null)
  const meeting = beside.is === 'meeting' ? appointments.find(({ id }) => id === beside.id) : undefined
  return (
    <>
      <div className="sticky top-0 z-20 flex-none border-b border-line bg-paper px-2 lg:hidden">
        <Button icon="left" kind="bare" onPress={close}>
          {m.back}
        </Button>
      </div>
      <IconButton
        icon="x"
        kind="bare"
        label={m.close}
        className="absolute top-2 right-2 z-20 max-lg:hidden"
        onPress={close}
      />
      {beside.is === 'new' && (
        <MeetingForm
          key={`${beside.begin.day ?? ''} ${beside.begin.minute ?? ''}`}
          begin={beside.begin}
          meetings={appointments}
          onCancel={close}
          onMade={(id, on) => {
            onDay(on)
            onBeside({ is: 'meeting', id, asked: null })
          }}
        />
      )}
      {beside.is === 'route' && (
        <RoutePanel day={day} onChoose={(id) => onBeside({ is: 'meeting', id, asked: null })} />
      )}
      {beside.is === 'meeting' &&
        (meeting ? (
          <MeetingDetail
            key={meeting.id}
            meeting={meeting}
            asked={beside.asked}
            onAsk={(asked) => onBeside({ is: 'meeting', id: meeting.id, asked })}
            refusal={refusal}
            {...(onStart ? { onStart } : {})}
          />
        ) : (
          <EmptyState title={m.gone} icon="calendar" />
        ))}
    </>
  )
}
