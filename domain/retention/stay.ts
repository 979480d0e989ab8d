import { addMonths, type Day, type Month } from '#domain/kernel/day.ts'

/** A customer left on a day, and came back on another or not. */
export type Departure = { leftOn: Day; backOn: Day | null }

/** What is on record of a customer and one month: that month's standing, whether they were billed in it, and when they left. */
export type StayFacts = { standing: 'left' | 'there'; billed: boolean; departures: readonly Departure[] }

/**
 * Whether a customer was still there at the end of a month; null where nobody knows. Who had left by then and was not back is gone, whatever
 * the last bill says, for it comes after; so is whose numbers have all left. There is who was billed.
 */
export const stayedThrough = (month: Month, { standing, billed, departures }: StayFacts): boolean | null => {
  const next = `${addMonths(month, 1)}-01`
  const away = departures.some(({ leftOn, backOn }) => leftOn < next && (backOn === null || backOn >= next))
  if (away || standing === 'left') return false
  return billed ? true : null
}
