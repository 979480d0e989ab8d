import clsx from 'clsx'
import type { Day } from '#domain/kernel/day.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { type Calendar, isOff, type Meeting, wallOf } from './calendar-line.ts'
import { DayNotes } from './day-notes.tsx'
import { meetingLook } from './meeting-block.tsx'
import { calendarMessages } from './messages.ts'
import { useScheduleWords } from './use-moves.ts'

type Props = {
  days: readonly Day[]
  calendar: Calendar
  chosen: string | null
  named: boolean
  onChoose: (id: string) => void
}

/** Day by day under each other, for a thumb: days with nothing on them are left out, but for today. */
export function Agenda({ days, calendar, chosen, named, onChoose }: Props) {
  const m = useMessages(calendarMessages)
  const format = useFormat()
  const { branch, today } = useSession()
  const shown = days
    .map((day) => ({
      day,
      meetings: calendar.appointments.filter((one) => wallOf(one, branch.timeZone).day === day),
      notes: calendar.notes.filter((note) => note.day === day),
      away: calendar.absences.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay),
    }))
    .filter(({ day, meetings, notes, away }) => day === today || meetings.length + notes.length + away.length > 0)
  return (
    <div role="group" aria-label={m.grid} data-calendar-grid>
      {shown.map(({ day, meetings, notes, away }) => (
        <section key={day} aria-label={format.day(day)} className="border-b border-line px-4 py-2 lg:px-5">
          <h2 className={clsx('t13 flex items-baseline gap-2', day === today ? 'text-jade' : 'text-ink-2')}>
            <b>{format.day(day)}</b>
            {day === today && <span className="t12">{m.today}</span>}
            {calendar.closed.includes(day) && <span className="t12 text-ink-3">{m.closed}</span>}
            {away.map(({ staff, kind }) => (
              <span key={staff.id} className="t12 text-amber">
                {m.away(staff.name, kind)}
              </span>
            ))}
          </h2>
          {meetings.length === 0 && notes.length === 0 && <p className="t13 py-1 text-ink-3">{m.noneDay}</p>}
          <ul>
            {meetings.map((meeting) => (
              <li key={meeting.id}>
                <AgendaRow
                  meeting={meeting}
                  chosen={chosen === meeting.id}
                  named={named}
                  onPress={() => onChoose(meeting.id)}
                />
              </li>
            ))}
          </ul>
          <DayNotes notes={notes} />
        </section>
      ))}
    </div>
  )
}

type RowProps = { meeting: Meeting; chosen: boolean; named: boolean; onPress: () => void }

function AgendaRow({ meeting, chosen, named, onPress }: RowProps) {
  const words = useScheduleWords()
  const { detail } = useMessages(calendarMessages)
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  const { customer, place, purposes, owner, state, way, untold } = meeting
  const about = [named ? owner.name : '', place, ...purposes.map((purpose) => words.visitPurposeNames[purpose])].filter(
    Boolean,
  )
  return (
    <button
      type="button"
      data-meeting={meeting.id}
      aria-pressed={chosen}
      onClick={onPress}
      className={clsx(
        'my-1 grid min-h-12 w-full cursor-pointer grid-cols-[88px_minmax(0,1fr)_auto] items-center gap-x-2 rounded-s border border-l-[3px] px-2 py-1 text-left',
        meetingLook(meeting),
        chosen && 'ring-2 ring-jade',
      )}
    >
      <span className="t13 tabular-nums">
        {format.time(meeting.startsAt)}–{format.time(meeting.endsAt)}
      </span>
      <span className="min-w-0">
        <b className={clsx('t14 cut block', isOff(meeting) && 'line-through')}>{customer.calledBy}</b>
        {way === 'visit' && purposes.length === 0 && !isOff(meeting) && (
          <span className="t12 float-right pl-2 text-amber">{detail.noPurpose}</span>
        )}
        {about.length > 0 && <span className="t12 cut block text-ink-2">{about.join(' · ')}</span>}
      </span>
      <span className={clsx('t12 flex items-center gap-1', untold ? 'text-amber' : 'text-ink-2')}>
        <Icon name={untold ? 'alert' : way === 'visit' ? 'visit' : 'phone'} small />
        {untold ? words.tellingNames[untold.what] : words.appointmentStateNames[state]}
      </span>
    </button>
  )
}
