import { addDays, addMonths, type Day, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { addWorkdays } from '#domain/kernel/workdays.ts'
import type { Occasion } from './occasion.ts'

/** Somebody raised into a key tier, with what has been done about it since. Days of the branch. */
export type Welcome = {
  customerId: Id
  tier: string
  promoted: Day
  /** The day they got a manager; null while they have none. */
  bound: Day | null
  /** The first message since, and the first call or visit that reached them. */
  messaged: Day | null
  spoken: Day | null
}

/** Workdays in which a manager is found, and workdays between the message and the call. [S-52] */
const BOUND_WITHIN = 3
const NOTICE = 3

/** The last day on which a manager is found in time. [S-52] */
export const boundBy = (promoted: Day): Day => addWorkdays(promoted, BOUND_WITHIN).day

/** The last day on which the first talk is in time: the same day of the next month, or that month's last. [S-52] */
export const spokenBy = (promoted: Day): Day => {
  const month = addMonths(monthOf(promoted), 1)
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const same = `${month}${promoted.slice(7)}`
  return same < last ? same : last
}

/** Nobody keeps them yet: for whoever gives customers out. Null once somebody does. [S-52] */
export const unboundOccasion = ({ customerId, tier, promoted, bound }: Welcome): Occasion | null =>
  bound !== null
    ? null
    : {
        kind: 'unbound',
        customerId,
        recordId: `${customerId}/${promoted}`,
        due: { by: 'day', day: boundBy(promoted) },
        promoted,
        tier,
      }

/**
 * First the message, in time for the call to come three workdays later and still within the month; then the call. Null once they were
 * spoken to, while nobody keeps them, and in the days between message and call. [S-52]
 */
export const welcomeOccasion = (
  { customerId, tier, promoted, bound, messaged, spoken }: Welcome,
  today: Day,
): Occasion | null => {
  if (bound === null || spoken !== null) return null
  const until = spokenBy(promoted)
  const call = messaged === null ? null : addWorkdays(messaged, NOTICE).day
  if (call !== null && today < call) return null
  return {
    kind: 'welcome',
    customerId,
    // once the message is out the call is another thing to do
    recordId: `${customerId}/${promoted}/${messaged ?? 'message'}`,
    due: { by: 'day', day: call ?? addWorkdays(until, -NOTICE).day },
    promoted,
    tier,
    messaged,
    until,
  }
}

/** Whether each clock of a promotion has run out or been met by a day, and how. An open clock that still runs is not counted. [S-52] */
export const clocksOf = (
  { promoted, bound, spoken }: Welcome,
  today: Day,
): { bound: boolean | null; spoken: boolean | null } => ({
  bound: metBy(bound, boundBy(promoted), today),
  spoken: metBy(spoken, spokenBy(promoted), today),
})

const metBy = (done: Day | null, due: Day, today: Day): boolean | null =>
  done !== null ? done <= due : today > due ? false : null
