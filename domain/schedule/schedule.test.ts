import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualHours, type WorkingTime } from '#domain/kernel/working-hours.ts'
import { wallClockAt } from '#domain/kernel/zone.ts'
import { overlaps, type Span } from './appointment.ts'
import { eitherOr, freeSlots, type SlotAsk } from './free-slots.ts'
import { EXACT_STOPS, routeOf, type Stop, walked } from './route.ts'
import { kilometresBetween, travelMinutes } from './travel.ts'

const time: WorkingTime = { hours: usualHours, timeZone: 'Asia/Shanghai' }
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const span = (from: string, until: string): Span => ({ from: at(from), until: at(until) })
const shown = ({ from }: Span): string => {
  const { day, minute } = wallClockAt(from, 'Asia/Shanghai')
  return `${day.slice(5)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

const ask = (more: Partial<SlotAsk> = {}): SlotAsk => ({
  now: at('2026-11-24 09:10'),
  notice: 120,
  days: 3,
  wanted: { minutes: 30, before: 20, after: 20 },
  busy: [],
  time,
  ...more,
})

describe('free times', () => {
  test('lie in working hours, after the notice, clear of what is taken and of the way there and back', () => {
    const slots = freeSlots(ask({ busy: [span('2026-11-24 14:30', '2026-11-24 15:00')], days: 1 }))
    expect(slots.map(shown)).toEqual(['11-24 11:30', '11-24 15:30', '11-24 16:00', '11-24 16:30', '11-24 17:00'])
  })

  test('skip weekends and holidays, keep make-up workdays', () => {
    const days = (now: string, count: number): string[] => [
      ...new Set(freeSlots(ask({ now: at(now), days: count })).map((slot) => shown(slot).slice(0, 5))),
    ]
    expect(days('2026-09-30 18:00', 12)).toEqual(['10-08', '10-09', '10-10'])
  })

  test('are never double-booked', () => {
    const busy = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 5, max: 240 })).map(([start, length]) => {
        const from = new Date(at('2026-11-24 00:00').getTime() + start * 60_000)
        return { from, until: new Date(from.getTime() + length * 60_000) }
      }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(busy, (taken) => {
        for (const slot of freeSlots(ask({ busy: taken })))
          expect(taken.some((other) => overlaps(other, slot))).toBe(false)
      }),
    )
  })

  test('the either-or offer is two times of different half-days, near ten and three [S-26][M-26]', () => {
    expect(eitherOr(freeSlots(ask()), time.timeZone).map(shown)).toEqual(['11-24 11:30', '11-24 15:00'])
    const next = freeSlots(ask({ now: at('2026-11-24 15:30') }))
    expect(eitherOr(next, time.timeZone).map(shown)).toEqual(['11-25 10:00', '11-25 15:00'])
    expect(eitherOr([], time.timeZone)).toEqual([])
  })
})

describe('travel', () => {
  test('a degree of latitude is 111 km; nobody’s place counts as a usual way', () => {
    expect(kilometresBetween({ latitude: 30, longitude: 112 }, { latitude: 31, longitude: 112 })).toBeCloseTo(111.19, 1)
    expect(travelMinutes(null, { latitude: 30, longitude: 112 })).toBe(20)
    expect(travelMinutes({ latitude: 30, longitude: 112 }, { latitude: 30, longitude: 112 })).toBe(0)
  })
})

describe('the route of a day', () => {
  const stop = (id: string, window: Stop['window'] = null, minutes = 10): Stop => ({ id, minutes, window })
  const onALine = (places: Record<string, number>) => (from: string, to: string) =>
    Math.abs((places[from] ?? 0) - (places[to] ?? 0))

  test('goes along the street and back only when a time asks for it', () => {
    const way = onALine({ start: 0, a: 10, b: 20, c: 30 })
    expect(routeOf([stop('c'), stop('a'), stop('b')], way, 540).order).toEqual(['a', 'b', 'c'])
    const early = routeOf([stop('c', { from: 540, to: 575 }), stop('a'), stop('b')], way, 540)
    expect([early.order, early.late]).toEqual([['c', 'b', 'a'], 0])
    const waits = routeOf([stop('a', { from: 600, to: 620 })], way, 540)
    expect([waits.begins, waits.end]).toEqual([[600], 610])
  })

  test('says by how much a window is missed when it cannot be kept', () => {
    const route = routeOf([stop('far', { from: 540, to: 545 })], onALine({ start: 0, far: 30 }), 540)
    expect([route.late, route.order, route.exact]).toEqual([25, ['far'], false])
  })

  const places = (count: number) =>
    fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), {
      minLength: count,
      maxLength: count,
    })
  const dayOf = (points: [number, number][], windows: (Stop['window'] | undefined)[] = []) => {
    const point = new Map(points.map((place, n) => [String(n), place]))
    const placeOf = (id: string): [number, number] => point.get(id) ?? [0, 0]
    const way = (from: string, to: string): number => {
      const [[ax, ay], [bx, by]] = [placeOf(from), placeOf(to)]
      return Math.round(Math.hypot(ax - bx, ay - by))
    }
    return { stops: points.map((_, n) => stop(String(n), windows[n] ?? null)), way }
  }
  const orders = <T>(items: T[]): T[][] =>
    items.length <= 1
      ? [items]
      : items.flatMap((item, n) => orders(items.filter((_, other) => other !== n)).map((rest) => [item, ...rest]))

  test('is the best of all orders when there are few stops, with the windows kept', () => {
    const window = fc.option(
      fc.integer({ min: 540, max: 700 }).map((from) => ({ from, to: from + 60 })),
      { nil: undefined },
    )
    fc.assert(
      fc.property(places(5), fc.array(window, { minLength: 5, maxLength: 5 }), (points, windows) => {
        const { stops, way } = dayOf(points, windows)
        const found = routeOf(stops, way, 540)
        const all = orders(stops).map((order) => walked(order, way, 540))
        const kept = all.filter(({ late }) => late === 0)
        if (kept.length === 0) expect(found.late).toBeGreaterThan(0)
        else expect([found.late, found.end]).toEqual([0, Math.min(...kept.map(({ end }) => end))])
      }),
      { numRuns: 60 },
    )
  })

  test('visits each of thirty shops once, and no two neighbours are better the other way round', () => {
    fc.assert(
      fc.property(places(30), (points) => {
        const { stops, way } = dayOf(points)
        const found = routeOf(stops, way, 540)
        expect(stops.length).toBeGreaterThan(EXACT_STOPS)
        expect([...found.order].toSorted()).toEqual(stops.map(({ id }) => id).toSorted())
        const asListed = walked(stops, way, 540)
        expect(found.end).toBeLessThanOrEqual(asListed.end)
        const order = found.order.flatMap((id) => stops.filter((one) => one.id === id))
        for (let n = 0; n + 1 < order.length; n += 1) {
          const [head, pair, tail] = [order.slice(0, n), order.slice(n, n + 2), order.slice(n + 2)]
          expect(walked([...head, ...pair.toReversed(), ...tail], way, 540).end).toBeGreaterThanOrEqual(found.end)
        }
      }),
      { numRuns: 10 },
    )
  })
})
