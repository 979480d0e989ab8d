import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type Appointment, type AppointmentMove, isOver, type Span, type Telling } from './appointment.ts'

type None = Readonly<Record<string, never>>

export type AppointmentRefusalFacts = {
  'appointment.over': { state: string }
  'appointment.backward': None
  'appointment.tooLong': { hours: number }
  'appointment.reason': None
  'appointment.nothingToTell': None
  'appointment.alreadyAgreed': None
  'appointment.changedSince': None
}

type Moved = Result<Appointment, Said<AppointmentRefusalFacts>>

type Plain = 'appointment.backward' | 'appointment.reason' | 'appointment.nothingToTell' | 'appointment.alreadyAgreed'
const no = (code: Plain): Moved => refuse({ code, params: {} })

/** Longer than this it is no meeting but a slip of the hand. */
export const LONGEST_HOURS = 12

/** Why a stretch of time is none; null when it is one. */
export const spanRefusal = ({ from, until }: Span): Said<AppointmentRefusalFacts> | null => {
  if (from >= until) return { code: 'appointment.backward', params: {} }
  return until.getTime() - from.getTime() > LONGEST_HOURS * 3_600_000
    ? { code: 'appointment.tooLong', params: { hours: LONGEST_HOURS } }
    : null
}

/**
 * An appointment after a move, or why not. What ended stays ended, but the customer can still be told. Once the customer has agreed, a
 * change of ours carries its reason, and stays owed to them until they have heard of it [S-34].
 */
export const moveAppointment = (entry: Appointment, move: AppointmentMove, at: Date): Moved => {
  if (move.move === 'told')
    return entry.untold ? ok({ ...entry, told: at, untold: null }) : no('appointment.nothingToTell')
  if (isOver(entry)) return refuse({ code: 'appointment.over', params: { state: entry.state } })
  const agreed = entry.state !== 'planned'
  if (agreed && wantsReason(move)) return no('appointment.reason')
  const sequence = entry.sequence + 1
  switch (move.move) {
    case 'agreed':
      return agreed ? no('appointment.alreadyAgreed') : ok({ ...entry, state: 'agreed', sequence })
    case 'moved': {
      const refused = spanRefusal(move.to)
      if (refused) return refuse(refused)
      return ok({ ...entry, ...move.to, before: null, sequence, ...heard(entry, 'moved', move, at) })
    }
    case 'late':
      if (move.until <= entry.from) return no('appointment.backward')
      return ok({
        ...entry,
        ...shifted(entry, move.until),
        before: entry.before ?? spanOf(entry),
        sequence,
        ...heard(entry, 'late', move, at),
      })
    case 'arrived':
      return ok({ ...entry, state: 'arrived', arrivedAt: entry.arrivedAt ?? at })
    case 'done':
      return ok({ ...entry, state: 'done', untold: null })
    case 'cancelled':
    case 'missed':
      return ok({ ...entry, state: move.move, sequence, ...heard(entry, move.move, move, at) })
  }
}

/** Another time the customer has agreed to explains itself; anything else they may ask about. */
const wantsReason = (move: AppointmentMove): boolean =>
  'reason' in move && move.reason.trim() === '' && !(move.move === 'moved' && move.told)

/** What a change leaves to be said. A plan the customer knows nothing of owes them nothing. */
const heard = (
  { state, told, untold, before, from }: Appointment,
  what: Telling,
  { reason, told: said }: { reason: string; told: boolean },
  at: Date,
): Pick<Appointment, 'told' | 'untold' | 'reason'> => {
  const words = { reason: reason.trim() }
  if (state === 'planned') return { ...words, told, untold }
  if (said) return { ...words, told: at, untold: null }
  return { ...words, told: null, untold: { what, since: at, expects: untold?.expects ?? before?.from ?? from } }
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
export const punctualityOf = ({
  from,
  before,
  told,
  arrivedAt,
}: Pick<Appointment, 'from' | 'before' | 'told' | 'arrivedAt'>): Punctuality | null => {
  if (arrivedAt === null) return null
  const toldInTime = before !== null && told !== null && told <= before.from
  const due = before && !toldInTime ? before.from : from
  const minutes = (due.getTime() - arrivedAt.getTime()) / 60_000
  if (toldInTime) return minutes >= 0 ? 'toldLate' : 'late'
  if (minutes >= EARLY_MINUTES) return 'early'
  return minutes >= 0 ? 'onTime' : 'late'
}

/** How early before its time a contact may begin and still be the meeting that was agreed, in minutes. */
const BEGINS_BEFORE = 60

/** Whether a contact that began at an instant was this meeting: not long before its time, and while it was still expected [S-39]. */
export const isHeldBy = (entry: Pick<Appointment, 'from' | 'state'>, began: Date): boolean =>
  !isOver(entry) && began.getTime() >= entry.from.getTime() - BEGINS_BEFORE * 60_000
