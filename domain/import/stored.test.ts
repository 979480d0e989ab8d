import { describe, expect, test } from 'vitest'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { flatValue, storedCustomer, unflattened } from './stored.ts'

const valuesOf = (kind: CustomerKind, fields: Record<string, string | number | boolean>) => {
  const stored = storedCustomer(kind, fields)
  if (!stored.ok) return stored.error.map(({ key, said }) => `${key} ${said.code}`)
  return Object.fromEntries(Object.entries(stored.value.values).map(([key, flat]) => [key, unflattened(key, flat)]))
}

describe('what a row says of a customer', () => {
  test('goes to the fields that keep it', () => {
    expect(
      valuesOf('person', {
        name: '单立人',
        entryDate: '2019-03-02',
        officialPoints: 120.4,
        gender: 'male',
        phone: '13800001234',
      }),
    ).toEqual({ name: '单立人', since: '2019-03-02', officialPoints: 120, gender: 'male', phone: '13800001234' })
    expect(valuesOf('group', { idNumber: '91330100MA2KXXXX0Q' })).toEqual({ creditCode: '91330100MA2KXXXX0Q' })
  })

  test.each([
    ['1985-08-15', {}, { calendar: 'solar', year: 1985, month: 8, day: 15 }],
    ['02-29', {}, { calendar: 'solar', year: null, month: 2, day: 29 }],
    ['08-15', { birthdayCalendar: 'lunar' }, { calendar: 'lunar', year: null, month: 8, day: 15, leap: false }],
    ['lunar:leap:06-02', {}, { calendar: 'lunar', year: null, month: 6, day: 2, leap: true }],
  ])('keeps the birthday %s in its calendar', (birthday, more, kept) => {
    expect(valuesOf('person', { birthday, ...more })).toEqual({ birthday: kept })
  })

  test('refuses a lunar day that its year did not have', () => {
    expect(valuesOf('person', { birthday: 'lunar:leap:1985-06-02' })).toEqual(['birthday day.invalid'])
  })

  test('keeps what the dossier holds of a person, several words in one cell apart', () => {
    expect(
      valuesOf('person', { addressForm: '安老师', occupation: '教师', employer: '城北小学', interests: '钓鱼、书法' }),
    ).toEqual({ addressForm: '安老师', occupation: '教师', employer: '城北小学', interests: ['钓鱼', '书法'] })
    expect(
      valuesOf('outlet', { orderingWay: 'online', demonstration: true, averagePrice: 21_000, brands: 60 }),
    ).toEqual({ orderingWay: 'online', demonstration: true, averagePrice: 21_000, brands: 60 })
    expect(valuesOf('group', { occupation: '教师' })).toEqual(['occupation field.other-kind'])
  })

  test('keeps market and delivery days as rules', () => {
    expect(valuesOf('outlet', { marketDays: 'lunar:3,6,10', deliveryWeekday: 4, orderWeekday: 2 })).toEqual({
      marketDays: { kind: 'digits', calendar: 'lunar', digits: [3, 6, 0] },
      deliveryDays: { kind: 'weekdays', weekdays: [4] },
      orderDay: { kind: 'weekdays', weekdays: [2] },
    })
    expect(valuesOf('outlet', { marketDays: 'week:1,4' })).toEqual({
      marketDays: { kind: 'weekdays', weekdays: [1, 4] },
    })
  })

  test('is refused where the kind has no such field or the value is out of bounds', () => {
    expect(valuesOf('group', { birthday: '1985-08-15', employees: 0 })).toEqual([
      'birthday field.other-kind',
      'employees number.range',
    ])
    expect(valuesOf('person', { contactName: '王总' })).toEqual(['contactName field.other-kind'])
    expect(valuesOf('person', { address: '长'.repeat(401) })).toEqual(['address text.too-long'])
  })

  test('compares equal whatever the order of its parts', () => {
    expect(flatValue({ month: 8, calendar: 'solar', day: 15 })).toBe(
      flatValue({ calendar: 'solar', day: 15, month: 8 }),
    )
  })
})
