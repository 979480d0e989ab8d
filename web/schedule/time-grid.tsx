import clsx from 'clsx'
import type { Day } from '#domain/kernel/day.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { now } from '#web/client/clock.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { type Calendar, type Meeting, wallOf } from './calendar-line.ts'
import { DayNotes } from './day-notes.tsx'
import { lanesOf } from './lanes.ts'
import { MeetingBlock } from './meeting-block.tsx'
import { calendarMessages } from './messages.ts'
import { type Carried, useDrag } from './use-drag.ts'

const PIXELS_PER_MINUTE = 1
const [OPENS, CLOSES] = [8 * 60, 19 * 60]

type Props = {
  days: readonly Day[]
  calendar: Calendar
  chosen: string | null
  named: boolean
  onChoose: (id: string) => void
  onAdd: (day: Day, minute: number) => void
  onDrop: (meeting: Meeting, carried: Carried) => void
}

/** Days side by side over the hours; what is outside working time is shaded, what is at the same time stands side by side. */
export function TimeGrid({ days, calendar, chosen, named, onChoose, onAdd, onDrop }: Props) {
  const m = useMessages(calendarMessages)
  const { branch, today } = useSession()
  const drag = useDrag(PIXELS_PER_MINUTE, onDrop)
  const placed = calendar.appointments.map((meeting) => ({ meeting, ...wallOf(meeting, branch.timeZone) }))
  const from = Math.min(OPENS, ...placed.map((one) => Math.floor(one.from / 60) * 60))
  const until = Math.max(
    CLOSES,
    ...placed.map((one) => Math.min(24 * 60, Math.ceil((one.from + one.minutes) / 60) * 60)),
  )
  const hours = Array.from({ length: (until - from) / 60 }, (_, place) => from + place * 60)
  const columns = { gridTemplateColumns: `48px repeat(${days.length}, minmax(0, 1fr))` }
  return (
    <div aria-label={m.grid} role="group" className="min-w-[640px]" data-calendar-grid>
      <div className="sticky top-0 z-20 grid border-b border-line-2 bg-paper" style={columns}>
        <span className="t12 self-end px-1 pb-1 text-ink-3">{m.notes}</span>
        {days.map((day) => (
          <DayHead key={day} day={day} calendar={calendar} isToday={day === today} />
        ))}
      </div>
      <div className="grid" style={columns}>
        <div className="relative" style={{ height: (until - from) * PIXELS_PER_MINUTE }}>
          {hours.map((hour) => (
            <span
              key={hour}
              className="t12 absolute right-2 -translate-y-1/2 text-ink-3 tabular-nums first:translate-y-0"
              style={{ top: (hour - from) * PIXELS_PER_MINUTE }}
            >
              {clockText(hour)}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <DayColumn
            key={day}
            day={day}
            from={from}
            until={until}
            isClosed={calendar.closed.includes(day)}
            isToday={day === today}
            meetings={placed.filter((one) => one.day === day).map(({ meeting }) => meeting)}
            chosen={chosen}
            named={named}
            carried={drag.carried}
            onGrab={drag.grab}
            onChoose={onChoose}
            onAdd={onAdd}
          />
        ))}
      </div>
    </div>
  )
}

function DayHead({ day, calendar, isToday }: { day: Day; calendar: Calendar; isToday: boolean }) {
  const m = useMessages(calendarMessages)
  const format = useFormat()
  const away = calendar.absences.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
  return (
    <div className={clsx('min-w-0 border-l border-line px-1.5 py-1', isToday && 'bg-chosen')}>
      <h2 className={clsx('t13 cut', isToday ? 'font-strong text-jade' : 'font-normal text-ink-2')}>
        {format.day(day)}
      </h2>
      {calendar.closed.includes(day) && <p className="t12 text-ink-3">{m.closed}</p>}
      {away.map(({ staff, kind }) => (
        <p key={staff.id} className="t12 cut text-amber">
          {m.away(staff.name, kind)}
        </p>
      ))}
      <DayNotes notes={calendar.notes.filter((note) => note.day === day)} most={3} />
    </div>
  )
}

type ColumnProps = {
  day: Day
  from: number
  until: number
  isClosed: boolean
  isToday: boolean
  meetings: readonly Meeting[]
  carried: Carried | null
  onGrab: ReturnType<typeof useDrag>['grab']
} & Pick<Props, 'chosen' | 'named' | 'onChoose' | 'onAdd'>

function DayColumn({ day, from, until, isClosed, isToday, meetings, carried, ...props }: ColumnProps) {
  const { chosen, named, onGrab, onChoose, onAdd } = props
  const m = useMessages(calendarMessages)
  const { branch } = useSession()
  const format = useFormat()
  const placed = meetings.map((meeting) => ({ meeting, id: meeting.id, ...wallOf(meeting, branch.timeZone) }))
  const lanes = lanesOf(placed)
  const top = (minute: number): number => (minute - from) * PIXELS_PER_MINUTE
  const minuteNow = wallClockAt(now(), branch.timeZone).minute
  return (
    <section aria-label={format.day(day)} className={clsx('relative border-l border-line', isClosed && 'bg-paper-2')}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={m.addOn(format.day(day))}
        className="absolute inset-0 cursor-cell"
        onClick={(event) => {
          const { top: edge } = event.currentTarget.getBoundingClientRect()
          onAdd(day, from + Math.floor((event.clientY - edge) / PIXELS_PER_MINUTE / 30) * 30)
        }}
      >
        <Shades from={from} until={until} />
      </button>
      {isToday && minuteNow >= from && minuteNow <= until && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 z-10 border-t border-red-mark"
          style={{ top: top(minuteNow) }}
        />
      )}
      {placed.map((one) => {
        const { lane, lanes: width } = lanes.get(one.id) ?? { lane: 0, lanes: 1 }
        const shift = carried?.id === one.id ? carried : null
        return (
          <MeetingBlock
            key={one.id}
            meeting={one.meeting}
            chosen={chosen === one.id}
            named={named}
            onPress={() => onChoose(one.id)}
            onGrab={(event) => onGrab(one.meeting, event)}
            style={{
              top: top(one.from),
              height: Math.max(20, one.minutes * PIXELS_PER_MINUTE - 1),
              left: `calc(${(lane / width) * 100}% + 1px)`,
              width: `calc(${100 / width}% - 3px)`,
              ...(shift && {
                transform: `translate(${shift.days * 100 * width}%, ${shift.minutes * PIXELS_PER_MINUTE}px)`,
                zIndex: 30,
                opacity: 0.85,
              }),
            }}
          />
        )
      })}
    </section>
  )
}

/** Lines of the hours, and shade where nobody works: before, over lunch, after. */
function Shades({ from, until }: { from: number; until: number }) {
  const spans = [
    { start: from, end: usualHours[0]?.start ?? from },
    ...usualHours.map(({ end }, place) => ({ start: end, end: usualHours[place + 1]?.start ?? until })),
  ]
  return (
    <>
      {spans.map(({ start, end }) => (
        <span
          key={start}
          className="absolute inset-x-0 bg-paper-2"
          style={{ top: (start - from) * PIXELS_PER_MINUTE, height: (end - start) * PIXELS_PER_MINUTE }}
        />
      ))}
      {Array.from({ length: (until - from) / 60 }, (_, place) => (
        <span
          key={place}
          className="absolute inset-x-0 border-t border-line"
          style={{ top: place * 60 * PIXELS_PER_MINUTE }}
        />
      ))}
    </>
  )
}
