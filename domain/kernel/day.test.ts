import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, dayIn, daysBetween, isDay, weekdayOf } from './day.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1970-01-01', n))

describe('calendar days', () => {
  test('adding and counting days are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => daysBetween(day, addDays(day, n)) === n),
    )
  })

  test('a day that does not exist is not a day', () => {
    expect(isDay('2026-02-28')).toBe(true)
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('2026-2-8')).toBe(false)
  })

  test('the week starts on Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-22')).toBe(7)
  })

  test('months roll over the year', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
  })

  test('late evening in UTC is already tomorrow in Shanghai', () => {
    expect(dayIn(new Date('2026-11-22T17:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23')
  })
})
