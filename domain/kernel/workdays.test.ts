import fc from 'fast-check'
import { LegalHoliday } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from './day.ts'
import { addWorkdays, chinaWorkdays, holidayOn, isCovered, isWorkday, workdaysBetween } from './workdays.ts'
import { addWorkingMinutes, usualHours } from './working-hours.ts'
import { instantAt, wallClockAt } from './zone.ts'

const anyDay = fc.integer({ min: 0, max: 729 }).map((n) => addDays('2025-01-01', n))
const zone = 'Asia/Shanghai'
const time = { hours: usualHours, timeZone: zone }
const at = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+08:00`)

describe('Chinese working days', () => {
  test('agree with the independent table of tyme4ts for every day of 2025 and 2026', () => {
    for (let day = '2025-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const [year, month, date] = day.split('-').map(Number)
      const legal = LegalHoliday.fromYmd(year ?? 0, month ?? 0, date ?? 0)
      expect([day, isWorkday(day)]).toEqual([day, legal ? legal.isWork() : weekdayOf(day) <= 5])
    }
  })

  test('the Sunday before the 2026 Spring Festival week is free and the Saturday before it is worked', () => {
    expect(isWorkday('2026-02-14')).toBe(true)
    expect(isWorkday('2026-02-16')).toBe(false)
    expect(holidayOn('2026-02-16')).toBe('springFestival')
    expect(holidayOn('2026-02-14')).toBeNull()
  })

  test('two workdays before the long National Day holiday end after it', () => {
    expect(addWorkdays('2026-09-30', 2)).toEqual({ day: '2026-10-09', provisional: false })
    expect(addWorkdays('2026-10-09', 1)).toEqual({ day: '2026-10-10', provisional: false })
  })

  test('beyond what is announced a deadline is provisional', () => {
    expect(isCovered('2027-01-01')).toBe(false)
    expect(addWorkdays('2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false })
    expect(addWorkdays('2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true })
  })

  test('every stretch names its source and covers its holidays without a gap to the next', () => {
    chinaWorkdays.forEach((year, i) => {
      expect(year.source).toMatch(/国务院办公厅.*\d{4}-\d{2}-\d{2}$/)
      const next = chinaWorkdays[i + 1]
      if (next) expect(next.coversFrom).toBe(addDays(year.coversTo, 1))
      expect(year.makeUpWorkdays.every((day) => weekdayOf(day) >= 6)).toBe(true)
    })
  })

  test('more workdays never end earlier, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), fc.nat(20), (day, count, more) => {
        const { day: end } = addWorkdays(day, count)
        expect(addWorkdays(day, count + more).day >= end).toBe(true)
        expect(addWorkdays(addDays(day, more), count).day >= end).toBe(true)
        expect(isWorkday(end)).toBe(true)
        if (count > 0) expect(workdaysBetween(day, end)).toBe(count)
      }),
    )
  })

  test('going back undoes going forth from a workday', () => {
    fc.assert(
      fc.property(
        anyDay.filter((day) => isWorkday(day)),
        fc.nat(20),
        (day, count) => {
          expect(addWorkdays(addWorkdays(day, count).day, -count).day).toBe(day)
        },
      ),
    )
  })
})

describe('working minutes', () => {
  test.each<[string, Date, number, Date]>([
    ['within the morning', at('2026-11-23', '09:00'), 60, at('2026-11-23', '10:00')],
    ['over lunch', at('2026-11-23', '11:30'), 60, at('2026-11-23', '14:30')],
    ['over night', at('2026-11-23', '17:00'), 60, at('2026-11-24', '09:00')],
    ['over the weekend', at('2026-11-27', '17:00'), 60, at('2026-11-30', '09:00')],
    ['over National Day', at('2026-09-30', '17:00'), 60, at('2026-10-08', '09:00')],
    ['a full day ends at closing time', at('2026-11-23', '08:30'), 420, at('2026-11-23', '17:30')],
    ['from a Sunday', at('2026-11-22', '10:00'), 0, at('2026-11-23', '08:30')],
  ])('%s', (_, from, minutes, end) => {
    expect(addWorkingMinutes(from, minutes, time).at.toISOString()).toBe(end.toISOString())
  })

  test('steps add up, and the end always lies in working hours', () => {
    const instant = fc
      .integer({ min: 0, max: 500 * 1440 })
      .map((n) => new Date(at('2025-02-01', '00:00').getTime() + n * 60_000))
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (from, a, b) => {
        const inTwo = addWorkingMinutes(addWorkingMinutes(from, a, time).at, b, time)
        expect(addWorkingMinutes(from, a + b, time)).toEqual(inTwo)
        const clock = wallClockAt(inTwo.at, zone)
        expect(isWorkday(clock.day)).toBe(true)
        expect(usualHours.some((span) => clock.minute > span.start && clock.minute <= span.end)).toBe(true)
      }),
    )
  })

  test('the turn of the year is provisional', () => {
    expect(addWorkingMinutes(at('2026-12-31', '17:00'), 60, time)).toEqual({
      at: at('2027-01-01', '09:00'),
      provisional: true,
    })
  })

  test('hours without work are refused', () => {
    expect(() => addWorkingMinutes(at('2026-11-23', '09:00'), 1, { hours: [], timeZone: zone })).toThrow(RangeError)
  })
})

describe('wall clocks', () => {
  test('read and set are inverse, also where clocks change', () => {
    const instant = fc.integer({ min: 0, max: 3_000_000 }).map((n) => new Date(Date.UTC(2024, 0, 1) + n * 60_000))
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Urumqi', 'Asia/Kathmandu'),
        (each, timeZone) => {
          const clock = wallClockAt(each, timeZone)
          expect(instantAt(clock.day, clock.minute, timeZone)).toEqual(each)
        },
      ),
    )
    expect(wallClockAt(instantAt('2026-03-29', 600, 'Europe/Berlin'), 'Europe/Berlin')).toEqual({
      day: '2026-03-29',
      minute: 600,
    })
  })
})
