import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, weekdayOf } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import { type Absence, type OwnedItem, returnFromAbsence, type Route, routeDuringAbsence } from './absence.ts'
import type { Due } from './wall.ts'
import { worklistZh } from './words.zh.ts'

const isWorkday = (day: Day): boolean => weekdayOf(day) <= 5

/** Friday afternoon before a week of leave. */
const friday = { day: '2026-11-20', minute: 15 * 60 }
const aWeekOff: Absence = {
  staffId: 'lin',
  from: { day: '2026-11-23', minute: 0 },
  until: { day: '2026-11-30', minute: 540 },
  why: 'leave',
}

const item = (key: string, due: Due): OwnedItem => ({
  key,
  customerId: `of-${key}`,
  ownerId: 'lin',
  what: '发 9 月详单',
  due,
  obligation: true,
})

const backups = {
  ofCustomer: new Map([['of-vip', 'han']]),
  ofStaff: new Map([
    ['lin', 'ma'],
    ['han', 'ma'],
    ['ma', 'lin'],
  ]),
}

const route = (items: OwnedItem[], absences: Absence[] = [aWeekOff], now = friday): Route[] =>
  routeDuringAbsence(items, absences, backups, now, isWorkday)

describe('what falls due in an absence [R-17]', () => {
  test('goes to the backup the evening of the last working day before', () => {
    const [vip, other] = route([
      item('vip', { by: 'minute', day: '2026-11-24', minute: 600 }),
      item('other', { by: 'day', day: '2026-11-25' }),
      item('before', { by: 'day', day: '2026-11-20' }),
      item('after', { by: 'day', day: '2026-11-30' }),
    ])
    expect([vip?.to, other?.to]).toEqual(['han', 'ma'])
    expect(vip?.handOn).toEqual({ day: '2026-11-20', minute: 1050 })
    expect(vip && sentence(worklistZh, vip.said)).toBe('下周二 10:00 要“发 9 月详单”，这几天请您代办；11-30 交还。')
    expect(route([item('after', { by: 'day', day: '2026-11-30' })])).toEqual([])
  })

  test('stays when the owner is there for part of the day or the week', () => {
    const afternoon: Absence = {
      staffId: 'lin',
      from: { day: '2026-11-24', minute: 840 },
      until: { day: '2026-11-25', minute: 540 },
      why: 'course',
    }
    expect(route([item('day', { by: 'day', day: '2026-11-24' })], [afternoon])).toEqual([])
    expect(route([item('hour', { by: 'minute', day: '2026-11-24', minute: 900 })], [afternoon])).toHaveLength(1)
    expect(route([item('week', { by: 'week', day: '2026-11-27' })], [aWeekOff], friday)).toEqual([])
  })

  test('after a shift it goes at once, to whoever is on duty', () => {
    const night: Absence = {
      staffId: 'lin',
      from: { day: '2026-11-23', minute: 1080 },
      until: { day: '2026-11-24', minute: 540 },
      why: 'shift',
    }
    const now = { day: '2026-11-23', minute: 1100 }
    const [given] = route([item('late', { by: 'minute', day: '2026-11-23', minute: 1200 })], [night], now)
    expect([given?.to, given?.handOn, given?.backOn]).toEqual(['ma', now, night.until])
  })

  test('a backup who is away too is passed over, and a circle ends with nobody', () => {
    const hanOff = { ...aWeekOff, staffId: 'han' }
    const maOff = { ...aWeekOff, staffId: 'ma' }
    const due: Due = { by: 'day', day: '2026-11-25' }
    expect(route([item('vip', due)], [aWeekOff, hanOff])[0]?.to).toBe('ma')
    const [lost] = route([item('vip', due)], [aWeekOff, hanOff, maOff])
    expect([lost?.to, lost?.said.code]).toEqual([null, 'absence.nobody'])
  })

  test('nothing is given to somebody who is away, and nothing due in a full week off is forgotten', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.constantFrom('lin', 'han', 'ma'), start: fc.nat(10), length: fc.nat(6) })),
        fc.array(fc.nat(12), { maxLength: 8 }),
        (offs, days) => {
          const absences = offs.map(({ who, start, length }): Absence => ({
            staffId: who,
            from: { day: addDays('2026-11-21', start), minute: 0 },
            until: { day: addDays('2026-11-21', start + length + 1), minute: 0 },
            why: 'leave',
          }))
          const items = days.map((day, i) => item(`i${i}`, { by: 'day', day: addDays('2026-11-21', day) }))
          const away = (staffId: string, day: Day): boolean =>
            absences.some((each) => each.staffId === staffId && each.from.day <= day && day < each.until.day)
          const routes = route(items, absences)
          expect(routes.map((each) => each.item.key)).toEqual(
            items.filter((each) => away('lin', each.due.day)).map(({ key }) => key),
          )
          for (const { to, item } of routes) if (to !== null) expect(away(to, item.due.day)).toBe(false)
        },
      ),
    )
  })
})

describe('back at work', () => {
  test('what happened is told, what is open stands first', () => {
    const routes = route([item('a', { by: 'day', day: '2026-11-24' }), item('b', { by: 'day', day: '2026-11-25' })])
    const back = returnFromAbsence(
      routes,
      [{ key: 'a', became: 'kept', on: '2026-11-24', by: 'ma', note: '发到邮箱，看过了' }],
      '2026-11-30',
    )
    expect(back.map(({ key, open, said }) => [key, open, sentence(worklistZh, said)])).toEqual([
      ['b', true, '“发 9 月详单”还没有办，期限是上周三。'],
      ['a', false, '“发 9 月详单”上周二已兑现：发到邮箱，看过了。'],
    ])
  })
})
