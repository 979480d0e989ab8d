import { expect, test } from 'vitest'
import { shopDaysOf } from './days.ts'
import { marksOfDay } from './marks.ts'
import { countOf, usualStandard } from './standard.ts'

const oldStreet = {
  deliveryDays: { kind: 'weekdays', weekdays: [3] },
  marketDays: { kind: 'digits', calendar: 'lunar', digits: [3, 6, 9] },
  orderDay: { kind: 'weekdays', weekdays: [1] },
  licenceUntil: '2027-02-14',
}

test('goods on Wednesday, market on Tuesday: the market is missed and says which van comes after it [S-48][M-12]', () => {
  // 24 November 2026 is the sixteenth of the tenth lunar month
  expect(shopDaysOf(oldStreet, '2026-11-23')).toMatchObject({
    delivery: '2026-11-25',
    order: '2026-11-23',
    market: '2026-11-24',
    missed: { market: '2026-11-24', delivery: '2026-11-25' },
    licenceDays: 83,
  })
})

test('an empty file says nothing', () => {
  expect(shopDaysOf({}, '2026-11-23')).toMatchObject({ delivery: null, market: null, missed: null, licenceDays: null })
})

test('a month’s marks: the first has two, the last working day the plan [M-12]', () => {
  const what = (day: string) => marksOfDay(usualStandard, day).map((mark) => mark.what)
  expect(what('2026-12-01')).toEqual(['summary', 'total'])
  expect(what('2026-11-30')).toEqual(['others', 'plan'])
  // 31 January 2027 is a Sunday, the 29th its last working day
  expect(what('2027-01-29')).toContain('plan')
  expect(what('2027-01-31')).not.toContain('plan')
})

test('a day counts by place, minutes as written down', () => {
  const count = countOf([
    { kind: 'outlet', marketType: 'town', minutes: 3 },
    { kind: 'outlet', marketType: 'country', minutes: null },
    { kind: 'group', marketType: null, minutes: 40 },
  ])
  expect(count).toEqual({ town: 1, country: 1, other: 1, minutes: 43 })
})
