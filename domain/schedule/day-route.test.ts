import { expect, test } from 'vitest'
import { type DayVisit, routeOfDay } from './day-route.ts'

const at = (kilometres: number) => ({ latitude: 30 + kilometres / 111.19, longitude: 112 })
const visit = (id: string, from: number, more: Partial<DayVisit> = {}): DayVisit => ({
  id,
  from,
  minutes: 20,
  agreed: false,
  place: null,
  ...more,
})

test('plans go along the street, and the time saved on the way is told', () => {
  const route = routeOfDay(
    [
      visit('far', 540, { place: at(10) }),
      visit('near', 600, { place: at(0) }),
      visit('middle', 660, { place: at(5) }),
    ],
    510,
  )
  expect(route.stops.map(({ id }) => id)).toContain('middle')
  expect(route.stops[1]?.id).toBe('middle')
  expect(route.wayMinutes).toBeLessThan(route.wayAsPlanned)
  expect(route.lateMinutes).toBe(0)
})

test('what a customer agreed to keeps its time, whatever the way', () => {
  const route = routeOfDay(
    [visit('agreed', 600, { agreed: true, place: at(10) }), visit('plan', 540, { place: at(10.5) })],
    510,
  )
  expect(route.stops.find(({ id }) => id === 'agreed')?.begins).toBe(600)
})

test('two agreed times that cannot both be kept are told as minutes late', () => {
  const route = routeOfDay([visit('a', 600, { agreed: true }), visit('b', 620, { agreed: true })], 510)
  expect([route.lateMinutes, route.wayMinutes]).toEqual([20, 20])
})

test('a day without visits has no way', () => {
  expect(routeOfDay([], 510)).toEqual({ stops: [], wayMinutes: 0, wayAsPlanned: 0, lateMinutes: 0 })
})
