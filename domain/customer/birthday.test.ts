import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '#domain/kernel/day.ts'
import { lunarDateOf } from '#domain/kernel/lunar.ts'
import {
  type Birthday,
  birthdayFrom,
  birthdayIn,
  birthdaysBetween,
  birthdayText,
  isBirthday,
  nextBirthday,
  yearsOn,
} from './birthday.ts'

const lunar = (month: number, day: number, leap = false, year: number | null = null): Birthday => ({
  calendar: 'lunar',
  year,
  month,
  leap,
  day,
})
const solar = (month: number, day: number, year: number | null = null): Birthday => ({
  calendar: 'solar',
  year,
  month,
  day,
})

const anyBirthday: fc.Arbitrary<Birthday> = fc
  .record({
    calendar: fc.constantFrom('solar' as const, 'lunar' as const),
    year: fc.constant(null),
    month: fc.integer({ min: 1, max: 12 }),
    leap: fc.boolean(),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(isBirthday)
const anyDay = fc.integer({ min: 0, max: 50_000 }).map((n) => addDays('1950-01-01', n))

describe('birthdays, solar and lunar [K-35][S-52]', () => {
  test('the next one is never past and never more than 385 days away', () => {
    fc.assert(
      fc.property(anyBirthday, anyDay, (birthday, today) => {
        const away = daysBetween(today, nextBirthday(birthday, today))
        expect(away).toBeGreaterThanOrEqual(0)
        expect(away).toBeLessThanOrEqual(385)
      }),
      { numRuns: 2000 },
    )
  })

  test('a lunar birthday is kept in its month, at most a day early', () => {
    fc.assert(
      fc.property(anyBirthday, fc.integer({ min: 1950, max: 2090 }), (birthday, year) => {
        if (birthday.calendar === 'solar') return
        const kept = lunarDateOf(birthdayIn(birthday, year))
        expect([kept.year, kept.month]).toEqual([year, birthday.month])
        expect(birthday.day - kept.day).toBeLessThanOrEqual(1)
        expect(kept.day).toBeLessThanOrEqual(birthday.day)
      }),
    )
  })

  test.each<[string, Birthday, number, string]>([
    ['农历十月十五', lunar(10, 15), 2026, '2026-11-23'],
    ['腊月 falls into the next solar year', lunar(12, 8), 2025, '2026-01-26'],
    ['leap sixth month in a year that has it', lunar(6, 1, true), 2025, '2025-07-25'],
    ['leap sixth month in a year without it', lunar(6, 1, true), 2026, '2026-07-14'],
    ['ordinary sixth month in a year with a leap one', lunar(6, 1), 2025, '2025-06-25'],
    ['the 30th in a month of 29 days', lunar(12, 30), 2024, '2025-01-28'],
    ['29 February in an ordinary year', solar(2, 29), 2026, '2026-02-28'],
    ['29 February in a leap year', solar(2, 29), 2028, '2028-02-29'],
  ])('%s', (_, birthday, year, day) => {
    expect(birthdayIn(birthday, year)).toBe(day)
  })

  test('today counts, yesterday is next year', () => {
    expect(nextBirthday(solar(11, 23), '2026-11-23')).toBe('2026-11-23')
    expect(nextBirthday(solar(11, 22), '2026-11-23')).toBe('2027-11-22')
    expect(nextBirthday(lunar(10, 15), '2026-11-23')).toBe('2026-11-23')
  })

  test('a lunar birthday may be kept twice in one solar year, and lists show both', () => {
    expect(birthdaysBetween(lunar(12, 1), '2027-01-01', '2027-12-31')).toEqual(['2027-01-08', '2027-12-28'])
  })

  test('age is counted in the calendar of the birthday', () => {
    expect(yearsOn(lunar(12, 8, false, 1970), '2026-01-26')).toBe(55)
    expect(yearsOn(solar(5, 1, 1980), '2026-05-01')).toBe(46)
    expect(yearsOn(solar(5, 1), '2026-05-01')).toBeNull()
  })

  test('impossible birthdays are not birthdays', () => {
    expect(isBirthday(solar(4, 31))).toBe(false)
    expect(isBirthday(solar(2, 29, 1981))).toBe(false)
    expect(isBirthday(lunar(6, 1, true, 2026))).toBe(false)
    expect(isBirthday(lunar(6, 1, true, 2025))).toBe(true)
    expect(isBirthday(lunar(1, 31))).toBe(false)
  })

  test('stored data may leave out the year and the leap month', () => {
    expect(birthdayFrom({ calendar: 'lunar', month: 10, day: 15 })).toEqual(lunar(10, 15))
    expect(birthdayFrom({ calendar: 'solar', year: 1980, month: 5, day: 1 })).toEqual(solar(5, 1, 1980))
    expect(birthdayFrom({ calendar: 'solar', month: 2, day: 30 })).toBeNull()
    expect(birthdayFrom({ calendar: 'moon', month: 1, day: 1 })).toBeNull()
    expect(birthdayFrom('十月十五')).toBeNull()
  })

  test('both languages say the calendar', () => {
    expect(birthdayText(lunar(10, 15), 'zh')).toBe('农历十月十五')
    expect(birthdayText(lunar(6, 3, true), 'en')).toBe('3rd day of the leap 6th lunar month')
    expect(birthdayText(solar(11, 23), 'zh')).toBe('11月23日')
    expect(birthdayText(solar(11, 23), 'en')).toBe('23 November')
  })
})
