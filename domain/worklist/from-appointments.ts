import { addDays, dayIn } from '#domain/kernel/day.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Occasion } from './occasion.ts'
import { type Due, wallIn } from './wall.ts'

/** Ways a change of ours leaves the customer waiting for word. */
export type Change = 'moved' | 'late' | 'cancelled' | 'missed'

/** A meeting the customer has agreed to. `over`: met, called off or missed. `untold`: what they have still to hear, and the time they know. */
export type AgreedMeeting = {
  id: Id
  customerId: Id
  way: 'visit' | 'call'
  place: string
  from: Date
  over: boolean
  sequence: number
  untold: { what: Change; since: Date; expects: Date } | null
}

/** How long a meeting nobody closed is asked after, in days. */
const ASKED_FOR = 7

/** A meeting moved to another time is another fact. */
export const meetingRecord = (id: Id, from: Date): string => `${id}/${from.toISOString()}`

/** What an agreed meeting asks of today: to be there, to say how it went, and to tell what changed [S-32][S-34]. */
export const meetingOccasions = (one: AgreedMeeting, today: Day, timeZone: string): Occasion[] => {
  const { id, customerId, way, place } = one
  const due: Due = { by: 'minute', ...wallIn(one.from, timeZone) }
  const isDue = !one.over && due.day <= today && due.day >= addDays(today, -ASKED_FOR)
  const meeting: Occasion[] = isDue
    ? [{ kind: 'appointment', customerId, recordId: meetingRecord(id, one.from), due, way, place }]
    : []
  return one.untold === null ? meeting : [...meeting, untoldOccasion(one, one.untold, timeZone)]
}

/** Owed at once: before the time the customer still expects us, and on the day of the change at the latest. */
const untoldOccasion = (
  { id, customerId, way, from, over, sequence }: AgreedMeeting,
  { what, since, expects }: NonNullable<AgreedMeeting['untold']>,
  timeZone: string,
): Occasion => {
  const expected = wallIn(expects, timeZone)
  const changed = dayIn(since, timeZone)
  return {
    kind: 'untold',
    customerId,
    recordId: `${id}.${sequence}/${expects.toISOString()}`,
    due: expected.day <= changed ? { by: 'minute', ...expected } : { by: 'day', day: changed },
    way,
    change: what,
    expected,
    now: over ? null : wallIn(from, timeZone),
  }
}

/** The appointment behind the record of an `appointment` or `untold` reason. */
export const meetingOf = (recordId: string): Id => recordId.slice(0, UUID_LENGTH)

const UUID_LENGTH = 36
