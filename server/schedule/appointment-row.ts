import type { Selectable } from 'kysely'
import type { Appointment, AppointmentStep } from '#domain/schedule/appointment.ts'
import type { Tables } from '#server/db/tables.ts'

export type AppointmentRow = Selectable<Tables['appointment']>

/** A step as it is stored: instants as text. */
export type StoredAppointmentStep = Omit<AppointmentStep, 'at' | 'was'> & { at: string; was: StoredState | null }

type StoredState = Omit<Columns, Instants> & { [K in Instants]: string | null }
type Instants =
  | 'starts_at'
  | 'ends_at'
  | 'arrived_at'
  | 'told_at'
  | 'untold_since'
  | 'expects_at'
  | 'before_starts_at'
  | 'before_ends_at'
type Columns = ReturnType<typeof columnsOf>

export const storedAppointmentSteps = (history: unknown): StoredAppointmentStep[] =>
  Array.isArray(history) ? (history as StoredAppointmentStep[]) : []

export const appointmentOf = (row: AppointmentRow): Appointment => ({
  from: row.starts_at,
  until: row.ends_at,
  place: row.place,
  state: row.state,
  sequence: row.sequence,
  arrivedAt: row.arrived_at,
  told: row.told_at,
  untold:
    row.untold && row.untold_since && row.expects_at
      ? { what: row.untold, since: row.untold_since, expects: row.expects_at }
      : null,
  before: row.before_starts_at && row.before_ends_at ? { from: row.before_starts_at, until: row.before_ends_at } : null,
  reason: row.reason,
})

/** The columns an appointment's moves write. */
export const columnsOf = (entry: Appointment) => ({
  starts_at: entry.from,
  ends_at: entry.until,
  state: entry.state,
  sequence: entry.sequence,
  arrived_at: entry.arrivedAt,
  told_at: entry.told,
  untold: entry.untold?.what ?? null,
  untold_since: entry.untold?.since ?? null,
  expects_at: entry.untold?.expects ?? null,
  before_starts_at: entry.before?.from ?? null,
  before_ends_at: entry.before?.until ?? null,
  reason: entry.reason,
})

/** How it stood, kept with the step that changed it. */
export const storedState = (entry: Appointment): StoredState =>
  JSON.parse(JSON.stringify(columnsOf(entry))) as StoredState

/** The columns that bring an earlier state back; the count of changes goes on, for calendars that have seen the later one. */
export const restored = (was: StoredState, sequence: number): Columns => {
  const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))
  return {
    ...was,
    sequence,
    starts_at: new Date(was.starts_at ?? 0),
    ends_at: new Date(was.ends_at ?? 0),
    arrived_at: instant(was.arrived_at),
    told_at: instant(was.told_at),
    untold_since: instant(was.untold_since),
    expects_at: instant(was.expects_at),
    before_starts_at: instant(was.before_starts_at),
    before_ends_at: instant(was.before_ends_at),
  }
}
