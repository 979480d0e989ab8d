import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './day.ts'
import { type DayRule, dayRuleFrom, daysOf, deliveryMissesMarket, fallsOn } from './market.ts'
import { dayRuleText, readDayRule } from './market-text.ts'
import { lunarDateOf } from './lunar.ts'

const digits = (...of: number[]): DayRule => ({ kind: 'digits', calendar: 'lunar', digits: of })

describe('reading how a market day is said [S-48]', () => {
  test.each<[string, DayRule | null]>([
    ['农历逢三六九', digits(3, 6, 9)],
    ['逢五逢十', digits(0, 5)],
    ['逢1、6赶集', digits(1, 6)],
    ['一六', digits(1, 6)],
    ['1-6', digits(1, 6)],
    ['１－６', digits(1, 6)],
    ['二五八场', digits(2, 5, 8)],
    ['一四七赶圩', digits(1, 4, 7)],
    ['逢十', digits(0)],
    ['公历逢五', { kind: 'digits', calendar: 'solar', digits: [5] }],
    ['初一十五', { kind: 'days', calendar: 'lunar', days: [1, 15] }],
    ['农历初三、十三、廿三', { kind: 'days', calendar: 'lunar', days: [3, 13, 23] }],
    ['每月5号、15号', { kind: 'days', calendar: 'solar', days: [5, 15] }],
    ['每周二、周五', { kind: 'weekdays', weekdays: [2, 5] }],
    ['星期天', { kind: 'weekdays', weekdays: [7] }],
    ['周一至周五', { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5] }],
    ['周末', { kind: 'weekdays', weekdays: [6, 7] }],
    ['每天', { kind: 'daily' }],
    ['没有集', null],
    ['逢双', null],
    ['随便', null],
    ['', null],
  ])('%s', (said, rule) => {
    expect(readDayRule(said)).toEqual(rule)
  })

  test('what is shown in Chinese reads back as the same rule', () => {
    const numbers = (max: number): fc.Arbitrary<number[]> =>
      fc
        .uniqueArray(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 4 })
        .map((each) => each.sort((a, b) => a - b))
    const calendar = fc.constantFrom('lunar' as const, 'solar' as const)
    const rule = fc.oneof(
      fc.record({ kind: fc.constant('digits' as const), calendar, digits: numbers(9) }),
      fc.record({ kind: fc.constant('days' as const), calendar, days: numbers(29) }),
      fc.record({ kind: fc.constant('weekdays' as const), weekdays: numbers(7) }),
    )
    fc.assert(
      fc.property(rule, (each) => {
        expect(readDayRule(dayRuleText(each, 'zh'))).toEqual(each)
      }),
    )
  })

  test('both languages say it plainly', () => {
    expect(dayRuleText(digits(0, 5), 'zh')).toBe('农历逢五、十')
    expect(dayRuleText(digits(3, 6, 9), 'en')).toBe('lunar days ending in 3, 6 and 9')
    expect(dayRuleText({ kind: 'weekdays', weekdays: [2, 5] }, 'en')).toBe('Tuesday and Friday')
  })
})

describe('market days [S-48]', () => {
  test('三六九 in the days around 农历十月十五', () => {
    expect(daysOf(digits(3, 6, 9), '2026-11-20', '2026-11-30')).toEqual(['2026-11-21', '2026-11-24', '2026-11-27'])
  })

  test('every market day has the digit it is named by', () => {
    const rule = digits(5, 0)
    const days = daysOf(rule, '2026-01-01', '2026-12-31')
    expect(days.every((day) => lunarDateOf(day).day % 5 === 0)).toBe(true)
    expect(days.length).toBeGreaterThan(65)
  })

  test('a delivery every Tuesday misses the markets that come late in the week', () => {
    const missed = deliveryMissesMarket(
      { kind: 'weekdays', weekdays: [2] },
      digits(3, 6, 9),
      '2026-11-20',
      '2026-11-30',
    )
    expect(missed).toEqual([
      { market: '2026-11-21', lastDelivery: '2026-11-17' },
      { market: '2026-11-24', lastDelivery: '2026-11-17' },
      { market: '2026-11-27', lastDelivery: '2026-11-24' },
    ])
  })

  test('a market is missed exactly when the days before it hold no delivery', () => {
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    fc.assert(
      fc.property(weekdays, fc.integer({ min: 1, max: 6 }), (on, stocked) => {
        const delivery: DayRule = { kind: 'weekdays', weekdays: on }
        const missed = deliveryMissesMarket(delivery, digits(1, 6), '2026-03-01', '2026-04-30', stocked)
        const expected = daysOf(digits(1, 6), '2026-03-01', '2026-04-30').filter((day) =>
          Array.from({ length: stocked }, (_, i) => addDays(day, -1 - i)).every((before) => !fallsOn(delivery, before)),
        )
        expect(missed.map((each) => each.market)).toEqual(expected)
      }),
    )
  })
})

describe('a rule read from stored data', () => {
  test.each([
    [{ kind: 'daily' }, true],
    [{ kind: 'weekdays', weekdays: [2, 5] }, true],
    [{ kind: 'digits', calendar: 'lunar', digits: [3, 6, 9] }, true],
    [{ kind: 'days', calendar: 'lunar', days: [1, 15] }, true],
    [{ kind: 'days', calendar: 'lunar', days: [31] }, false],
    [{ kind: 'weekdays', weekdays: [] }, false],
    [{ kind: 'digits', digits: [3] }, false],
    [{ kind: 'moon' }, false],
    ['三六九', false],
    [null, false],
  ])('%j', (stored, known) => {
    expect(dayRuleFrom(stored)).toEqual(known ? stored : null)
  })
})
