import { type Day, daysBetween } from '#domain/kernel/day.ts'
import { type Interval, shareInterval } from '#domain/statistics/interval.ts'

/** What was said of one customer who left, before they left: a day from which a month's warning was known, and whether it warned. */
export type Warned = { leftOn: Day; said: readonly { knownOn: Day; warned: boolean }[] }

export type LeadTime = {
  losses: number
  /** Nothing had been said of them before they left. */
  unknown: number
  /** Warned of at the last word before they left, out of those anything was said of; `null` where there is none. */
  share: Interval | null
  /** Days from the first word of the unbroken row of warnings to the leaving, shortest first. */
  days: number[]
  /** The middle of `days`; `null` with fewer than `least`. */
  median: number | null
  least: number
}

/** With fewer a middle would be one customer's story. */
const LEAST = 5

const daysAhead = ({ leftOn, said }: Warned): number | null | 'unknown' => {
  const before = said.filter(({ knownOn }) => knownOn < leftOn).toSorted((a, b) => (a.knownOn < b.knownOn ? 1 : -1))
  if (before.length === 0) return 'unknown'
  let first: Day | null = null
  for (const { knownOn, warned } of before) {
    if (!warned) break
    first = knownOn
  }
  return first === null ? null : daysBetween(first, leftOn)
}

/** How long before customers left we had been warned of them, counted on those who really left and by what was known then: a warning
 * that had lapsed does not count, nor one that came after. */
export const leadTimeOf = (losses: readonly Warned[]): LeadTime => {
  const ahead = losses.map(daysAhead)
  const known = ahead.filter((each) => each !== 'unknown')
  const days = known.filter((each) => each !== null).toSorted((a, b) => a - b)
  const [low, high] = [days[(days.length - 1) >> 1], days[days.length >> 1]]
  return {
    losses: losses.length,
    unknown: losses.length - known.length,
    share: known.length === 0 ? null : shareInterval(days.length / known.length, known.length),
    days,
    median: days.length < LEAST || low === undefined || high === undefined ? null : (low + high) / 2,
    least: LEAST,
  }
}
