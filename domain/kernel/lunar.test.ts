import fc from 'fast-check'
import { SolarDay, SolarTerm } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, daysBetween } from './day.ts'
import { festivalsBetween, nextFestival } from './festivals.ts'
import { hasLunarDate, lunarDateOf, lunarMonthsOf, lunarOf, solarDayOf } from './lunar.ts'

/** Dates as printed in almanacs and in the news of their day. */
const published: readonly [Day, string][] = [
  ['1900-01-31', '正月初一'],
  ['1911-10-10', '八月十九'],
  ['1949-10-01', '八月初十'],
  ['1976-07-28', '七月初二'],
  ['1984-02-02', '正月初一'],
  ['1997-07-01', '五月廿七'],
  ['2000-01-01', '十一月廿五'],
  ['2008-08-08', '七月初八'],
  ['2012-05-20', '四月三十'],
  ['2014-10-24', '闰九月初一'],
  ['2017-07-23', '闰六月初一'],
  ['2019-02-05', '正月初一'],
  ['2020-01-24', '十二月三十'],
  ['2020-05-23', '闰四月初一'],
  ['2021-02-12', '正月初一'],
  ['2022-02-01', '正月初一'],
  ['2023-01-22', '正月初一'],
  ['2023-03-22', '闰二月初一'],
  ['2023-09-29', '八月十五'],
  ['2024-02-09', '十二月三十'],
  ['2024-02-10', '正月初一'],
  ['2024-09-17', '八月十五'],
  ['2025-01-28', '十二月廿九'],
  ['2025-01-29', '正月初一'],
  ['2025-07-25', '闰六月初一'],
  ['2025-10-06', '八月十五'],
  ['2026-02-15', '十二月廿八'],
  ['2026-02-17', '正月初一'],
  ['2026-02-23', '正月初七'],
  ['2026-06-19', '五月初五'],
  ['2026-09-25', '八月十五'],
  ['2026-11-23', '十月十五'],
  ['2027-02-06', '正月初一'],
  ['2028-01-26', '正月初一'],
  ['2033-12-22', '闰十一月初一'],
  ['2034-02-19', '正月初一'],
]

const anyDay = fc.integer({ min: 0, max: daysBetween('1900-01-31', '2101-01-28') }).map((n) => addDays('1900-01-31', n))

describe('lunar dates [M-12]', () => {
  test.each(published)('%s is %s', (day, name) => {
    expect(lunarOf(day).zh).toBe(name)
  })

  test('the table agrees with tyme4ts on every month of two centuries', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      for (const { month, leap, first } of lunarMonthsOf(year)) {
        const oracle = SolarDay.fromYmd(
          Number(first.slice(0, 4)),
          Number(first.slice(5, 7)),
          Number(first.slice(8)),
        ).getLunarDay()
        expect([oracle.getYear(), oracle.getMonth(), oracle.getDay()]).toEqual([year, leap ? -month : month, 1])
      }
    }
  })

  test('months follow each other without a gap', () => {
    const months = Array.from({ length: 201 }, (_, i) => lunarMonthsOf(1900 + i)).flat()
    months.slice(1).forEach((month, i) => {
      const before = months[i]
      expect(before && addDays(before.first, before.days)).toBe(month.first)
    })
  })

  test('solar to lunar and back is the same day', () => {
    fc.assert(fc.property(anyDay, (day) => solarDayOf(lunarDateOf(day)) === day))
  })

  test('outside the table is said, not guessed', () => {
    expect(hasLunarDate('1899-12-31')).toBe(false)
    expect(() => lunarDateOf('2101-01-29')).toThrow(RangeError)
    expect(solarDayOf({ year: 2026, month: 6, leap: true, day: 1 })).toBeNull()
    expect(lunarOf('2026-11-23').en).toBe('15th day of the 10th lunar month')
  })
})

describe('festivals', () => {
  const codesOn = (day: Day): string[] => festivalsBetween(day, day).map((festival) => festival.code)

  test.each([
    ['2026-02-16', 'lunarEve'],
    ['2026-02-17', 'springFestival'],
    ['2026-03-03', 'lantern'],
    ['2026-04-05', 'qingming'],
    ['2026-05-10', 'mothers'],
    ['2026-06-19', 'dragonBoat'],
    ['2026-06-21', 'fathers'],
    ['2026-08-19', 'qixi'],
    ['2026-08-27', 'ghost'],
    ['2026-09-25', 'midAutumn'],
    ['2026-10-18', 'doubleNinth'],
    ['2026-12-22', 'winterSolstice'],
    ['2026-01-26', 'laba'],
    ['2025-01-28', 'lunarEve'],
    ['2025-01-22', 'kitchenGodNorth'],
  ])('%s is %s', (day, code) => {
    expect(codesOn(day)).toContain(code)
  })

  test('the solar terms agree with tyme4ts', () => {
    const dayOf = (year: number, name: string): number =>
      SolarTerm.fromName(year, name).getJulianDay().getSolarDay().getDay()
    const found = festivalsBetween('1901-01-01', '2099-12-31')
    for (let year = 1901; year <= 2099; year += 1) {
      const day = (code: string): number =>
        Number(found.find((each) => each.code === code && each.day.startsWith(String(year)))?.day.slice(8))
      expect([year, day('qingming')]).toEqual([year, dayOf(year, '清明')])
      expect([year, day('winterSolstice')]).toEqual([year, dayOf(year + 1, '冬至')])
    }
  })

  test('they come by day, and mourning days suit no greeting', () => {
    const year = festivalsBetween('2026-01-01', '2026-12-31')
    expect(year.map((each) => each.day)).toEqual(year.map((each) => each.day).toSorted())
    expect(year.filter((each) => each.greeting === 'none').map((each) => each.zh)).toEqual([
      '消费者权益日',
      '清明节',
      '七夕',
      '中元节',
    ])
    expect(nextFestival('springFestival', '2026-02-18')?.day).toBe('2027-02-06')
  })
})
