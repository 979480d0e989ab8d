import { addDays, type Day } from '#domain/kernel/day.ts'
import { type LunarDate, lunarDateOf, lunarMonthsOf, lunarName } from '#domain/kernel/lunar.ts'
import type { Language } from '#domain/kernel/said.ts'

/**
 * A birthday as the family keeps it. Older customers and the country keep the lunar one, and a lunar birthday moves by up to a month
 * in the solar year [K-35]. `year` (solar or lunar year of birth) is null when not told. `leap` marks a birth in a leap month.
 */
export type Birthday =
  | { calendar: 'solar'; year: number | null; month: number; day: number }
  | { calendar: 'lunar'; year: number | null; month: number; leap: boolean; day: number }

/**
 * The solar day on which a birthday is kept in a year (a lunar year for lunar birthdays, named by the solar year it begins in):
 * - 29 February is kept on 28 February in ordinary years.
 * - A birth in a leap month is kept in the leap month of that number in years that have it, in the ordinary month of that number otherwise.
 * - A birth in an ordinary month is kept in the ordinary month, also when a leap month of that number follows.
 * - The 30th is kept on the 29th when the month has only 29 days.
 *
 * Throws RangeError for lunar years outside 1900–2100.
 */
export const birthdayIn = (birthday: Birthday, year: number): Day => {
  if (birthday.calendar === 'solar') {
    const last = birthday.month === 2 ? (isLeapYear(year) ? 29 : 28) : 31
    return `${String(year).padStart(4, '0')}-${two(birthday.month)}-${two(Math.min(birthday.day, last))}`
  }
  const months = lunarMonthsOf(year).filter((month) => month.month === birthday.month)
  const kept = months.find((month) => month.leap === birthday.leap) ?? months[0]
  if (kept === undefined) throw new RangeError(`there is no lunar month ${birthday.month}`)
  return addDays(kept.first, Math.min(birthday.day, kept.days) - 1)
}

/** The next time a birthday is kept, today included; at most 385 days away for lunar ones [S-52]. */
export const nextBirthday = (birthday: Birthday, today: Day): Day => {
  const year = birthday.calendar === 'solar' ? Number(today.slice(0, 4)) : lunarDateOf(today).year
  const thisYear = birthdayIn(birthday, year)
  return thisYear >= today ? thisYear : birthdayIn(birthday, year + 1)
}

/** The birthdays kept between two days, both included: 生日 lists for a week or a month. */
export const birthdaysBetween = (birthday: Birthday, from: Day, to: Day): Day[] => {
  const kept: Day[] = []
  for (let day = nextBirthday(birthday, from); day <= to; day = nextBirthday(birthday, addDays(day, 1))) kept.push(day)
  return kept
}

/** Years completed on a birthday kept on `day` (周岁, counted in the birthday's own calendar), or null when the year of birth is not known. */
export const yearsOn = (birthday: Birthday, day: Day): number | null => {
  if (birthday.year === null) return null
  const year = birthday.calendar === 'solar' ? Number(day.slice(0, 4)) : lunarDateOf(day).year
  return year - birthday.year
}

/** Whether such a birthday can exist: the 31st of April and the lunar 31st cannot. The year, when known, must hold it. */
export const isBirthday = (birthday: Birthday): boolean => {
  const { month, day, year } = birthday
  if (!Number.isInteger(month) || !Number.isInteger(day) || month < 1 || month > 12 || day < 1) return false
  if (birthday.calendar === 'solar') {
    const february = year === null || isLeapYear(year) ? 29 : 28
    return day <= (month === 2 ? february : [4, 6, 9, 11].includes(month) ? 30 : 31)
  }
  if (year === null) return day <= 30
  if (year < 1900 || year > 2100) return false
  return lunarMonthsOf(year).some((each) => each.month === month && each.leap === birthday.leap && day <= each.days)
}

/** A birthday read from stored data, where `year` and `leap` may be left out; null when it is none or cannot exist. */
export const birthdayFrom = (stored: unknown): Birthday | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { calendar, month, day, year = null, leap = false } = stored as Record<string, unknown>
  if (typeof month !== 'number' || typeof day !== 'number' || typeof leap !== 'boolean') return null
  if (year !== null && (typeof year !== 'number' || !Number.isInteger(year))) return null
  if (calendar !== 'solar' && calendar !== 'lunar') return null
  const birthday: Birthday =
    calendar === 'lunar' ? { calendar, year, month, leap, day } : { calendar, year, month, day }
  return isBirthday(birthday) ? birthday : null
}

/** 农历十月十五, 11月23日; lunar 15th day of the 10th lunar month, 23 November. */
export const birthdayText = (birthday: Birthday, language: Language): string => {
  if (birthday.calendar === 'solar')
    return language === 'zh'
      ? `${birthday.month}月${birthday.day}日`
      : `${birthday.day} ${MONTHS[birthday.month - 1] ?? birthday.month}`
  const date: Omit<LunarDate, 'year'> = birthday
  return language === 'zh' ? `农历${lunarName(date).zh}` : lunarName(date).en
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const two = (n: number): string => String(n).padStart(2, '0')
