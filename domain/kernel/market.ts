import { addDays, type Day, weekdayOf } from './day.ts'
import { lunarDateOf } from './lunar.ts'

/**
 * A repeating day, as villages fix their market and depots their delivery round:
 * - `digits`: days of the month whose last digit is listed, 0 for 10, 20, 30; `lunar` counts lunar months, `solar` solar ones.
 *   A 29-day month simply has no 30th: the market is not moved.
 * - `days`: the listed days of the month (初一、十五).
 * - `weekdays`: 1 = Monday … 7 = Sunday.
 * - `daily`: every day.
 */
export type DayRule =
  | { kind: 'digits'; calendar: 'lunar' | 'solar'; digits: readonly number[] }
  | { kind: 'days'; calendar: 'lunar' | 'solar'; days: readonly number[] }
  | { kind: 'weekdays'; weekdays: readonly number[] }
  | { kind: 'daily' }

/** A rule read from stored data, or null when it is none: unknown kinds, empty lists and days that cannot be are refused. */
export const dayRuleFrom = (stored: unknown): DayRule | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { kind, calendar, digits, days, weekdays } = stored as Record<string, unknown>
  if (kind === 'daily') return { kind }
  if (kind === 'weekdays') return isListIn(weekdays, 1, 7) ? { kind, weekdays } : null
  if (calendar !== 'lunar' && calendar !== 'solar') return null
  if (kind === 'digits') return isListIn(digits, 0, 9) ? { kind, calendar, digits } : null
  if (kind === 'days') return isListIn(days, 1, calendar === 'lunar' ? 30 : 31) ? { kind, calendar, days } : null
  return null
}

const isListIn = (list: unknown, least: number, most: number): list is number[] =>
  Array.isArray(list) && list.length > 0 && list.every((n) => Number.isInteger(n) && n >= least && n <= most)

/** Whether a rule falls on a day. Lunar rules throw RangeError where `hasLunarDate` is false. */
export const fallsOn = (rule: DayRule, day: Day): boolean => {
  switch (rule.kind) {
    case 'daily':
      return true
    case 'weekdays':
      return rule.weekdays.includes(weekdayOf(day))
    case 'digits':
      return rule.digits.includes(dayOfMonth(rule.calendar, day) % 10)
    case 'days':
      return rule.days.includes(dayOfMonth(rule.calendar, day))
  }
}

const dayOfMonth = (calendar: 'lunar' | 'solar', day: Day): number =>
  calendar === 'lunar' ? lunarDateOf(day).day : Number(day.slice(8, 10))

/** The days of a rule (market days, delivery days) from one day to another, both included [S-48]. */
export const daysOf = (rule: DayRule, from: Day, to: Day): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (fallsOn(rule, day)) days.push(day)
  return days
}

/** A market day that finds the shelves unfilled; `lastDelivery` is the latest one before it, looked for 31 days back. */
export type MissedMarket = { market: Day; lastDelivery: Day | null }

/**
 * The market days with no delivery on any of the `stockedDays` days before them [S-48]. A delivery on the market day itself does not
 * count: the stall is set up before the van comes.
 */
export const deliveryMissesMarket = (
  delivery: DayRule,
  market: DayRule,
  from: Day,
  to: Day,
  stockedDays = 2,
): MissedMarket[] =>
  daysOf(market, from, to).flatMap((day) => {
    const last = daysOf(delivery, addDays(day, -31), addDays(day, -1)).at(-1) ?? null
    return last !== null && last >= addDays(day, -stockedDays) ? [] : [{ market: day, lastDelivery: last }]
  })
