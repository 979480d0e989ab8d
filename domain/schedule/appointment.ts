import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

/** Time taken, from an instant up to, not including, another. */
export type Span = { from: Date; until: Date }

export const overlaps = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

export type AppointmentState = 'agreed' | 'arrived' | 'done' | 'cancelled' | 'missed'

export type AppointmentMove =
  | { move: 'moved'; to: Span; reason: string }
  | { move: 'toldLate'; until: Date }
  | { move: 'arrived' }
  | { move: 'done' }
  | { move: 'cancelled'; reason: string }
  | { move: 'missed'; reason: string }

/** A meeting agreed on. `sequence` counts its changes, as invitations need; `told` is when the customer heard that it will be later. */
export type Appointment = Span & {
  place: string
  state: AppointmentState
  sequence: number
  arrivedAt: Date | null
  told: Date | null
  /** What was agreed first, as long as it was moved since. */
  before: Span | null
  reason: string
}

type None = Readonly<Record<string, never>>

export type AppointmentRefusalFacts = {
  'appointment.over': { state: string }
  'appointment.backward': None
  'appointment.reason': None
}

type Moved = Result<Appointment, Said<AppointmentRefusalFacts>>

const no = (code: 'appointment.backward' | 'appointment.reason'): Moved => refuse({ code, params: {} })

/** An appointment after a move, or why not. What ended stays ended; a change and a cancellation carry a reason [S-34]. */
export const moveAppointment = (entry: Appointment, move: AppointmentMove, at: Date): Moved => {
  if (entry.state === 'done' || entry.state === 'cancelled' || entry.state === 'missed')
    return refuse({ code: 'appointment.over', params: { state: entry.state } })
  if ('reason' in move && move.reason.trim() === '') return no('appointment.reason')
  const sequence = entry.sequence + 1
  switch (move.move) {
    case 'moved':
      return move.to.from < move.to.until
        ? ok({ ...entry, ...move.to, before: spanOf(entry), sequence, reason: move.reason.trim() })
        : no('appointment.backward')
    case 'toldLate':
      return move.until > entry.from
        ? ok({ ...entry, ...shifted(entry, move.until), before: spanOf(entry), told: at, sequence })
        : no('appointment.backward')
    case 'arrived':
      return ok({ ...entry, state: 'arrived', arrivedAt: entry.arrivedAt ?? at })
    case 'done':
      return ok({ ...entry, state: 'done' })
    case 'cancelled':
    case 'missed':
      return ok({ ...entry, state: move.move, sequence, reason: move.reason.trim() })
  }
}

const spanOf = ({ from, until }: Span): Span => ({ from, until })

const shifted = ({ from, until }: Span, start: Date): Span => ({
  from: start,
  until: new Date(until.getTime() + start.getTime() - from.getTime()),
})

/** Five minutes before the time is punctual [S-34][M-27]. */
export const EARLY_MINUTES = 5

/** How an arrival compares with what was agreed: `early` is good, `onTime` within it, `toldLate` later but announced before, `late` not. */
export type Punctuality = 'early' | 'onTime' | 'toldLate' | 'late'

/** Null until somebody arrived. Measured against the later time only when the customer heard of it before the time first agreed. */
export const punctualityOf = ({ from, before, told, arrivedAt }: Appointment): Punctuality | null => {
  if (arrivedAt === null) return null
  const toldInTime = before !== null && told !== null && told <= before.from
  const due = before && told && !toldInTime ? before.from : from
  const minutes = (due.getTime() - arrivedAt.getTime()) / 60_000
  if (toldInTime) return minutes >= 0 ? 'toldLate' : 'late'
  if (minutes >= EARLY_MINUTES) return 'early'
  return minutes >= 0 ? 'onTime' : 'late'
}
