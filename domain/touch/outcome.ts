import { addDays } from '#domain/kernel/day.ts'
import { chinaWorkdays, isWorkday, type WorkCalendar } from '#domain/kernel/workdays.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'

/** What became of an outbound call. */
export const outcomes = ['reached', 'no_answer', 'off', 'busy', 'refused', 'wrong_person', 'empty_number'] as const

export type Outcome = (typeof outcomes)[number]

/**
 * Whether the customer was disturbed, so that the contact counts for the frequency limits. A refusal counts: they picked up.
 * A wrong person and a call nobody took do not.
 */
export const countsAsContact = (outcome: Outcome): boolean => outcome === 'reached' || outcome === 'refused'

/** What to do about the record after an outcome that a further call cannot mend. */
export const remedyOf = (outcome: Outcome): 'correct_number' | 'respect_refusal' | null => {
  if (outcome === 'wrong_person' || outcome === 'empty_number') return 'correct_number'
  return outcome === 'refused' ? 'respect_refusal' : null
}

/** How often an outcome is tried again, and the hours worth trying, each at another time of day than the last. */
const TRIES: Partial<Record<Outcome, { most: number; afterMinutes: number }>> = {
  busy: { most: 4, afterMinutes: 30 },
  no_answer: { most: 3, afterMinutes: 150 },
  off: { most: 3, afterMinutes: 24 * 60 },
}

/** Hours at which people can talk: after the morning rush, after lunch, before dinner [S-26]. */
export const retryTimes: readonly number[] = [10 * 60, 15 * 60, 17 * 60]

/**
 * When to try again after `attempts` (≥ 1) calls in a row with this outcome, or null when it is over: reached, refused, a wrong or empty
 * number, or tried often enough. Busy is tried again half an hour later, the others at the next of `retryTimes` on a workday. Pass the answer
 * through `mayContact`: this knows nothing of consent and frequency.
 */
export const retryAfter = (
  outcome: Outcome,
  attempts: number,
  now: Date,
  timeZone: string,
  calendar: WorkCalendar = chinaWorkdays,
): Date | null => {
  const tries = TRIES[outcome]
  if (tries === undefined || attempts >= tries.most) return null
  const earliest = new Date(now.getTime() + tries.afterMinutes * 60_000)
  const clock = wallClockAt(earliest, timeZone)
  const inHours = clock.minute >= 9 * 60 && clock.minute < 18 * 60
  if (outcome === 'busy' && inHours && isWorkday(clock.day, calendar)) return earliest
  for (let day = clock.day; ; day = addDays(day, 1)) {
    const minute = retryTimes.find((each) => day > clock.day || each >= clock.minute)
    if (minute !== undefined && isWorkday(day, calendar)) return instantAt(day, minute, timeZone)
  }
}
