import { expect, test } from 'vitest'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { eitherOr, freeSlots } from './free-slots.ts'
import { awaySpan, clashesWith, type Taken, takenWithWay } from './taken.ts'

const timeZone = 'Asia/Shanghai'
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const taken = (from: string, until: string, more: Partial<Taken> = {}): Taken => ({
  id: from,
  from: at(from),
  until: at(until),
  way: 'visit',
  state: 'agreed',
  place: null,
  ...more,
})
const offered = (entries: readonly Taken[], more: { way?: 'visit' | 'call'; away?: [string, string] } = {}): string[] =>
  eitherOr(
    freeSlots({
      now: at('2026-11-23 10:00'),
      notice: 120,
      days: 5,
      wanted: { minutes: 30, before: 0, after: 0 },
      busy: [
        ...takenWithWay(entries, { way: more.way ?? 'visit', place: null }),
        ...(more.away ? [awaySpan(...more.away, timeZone)] : []),
      ],
      time: { hours: usualHours, timeZone },
    }),
    timeZone,
  ).map(({ from }) => {
    const { day, minute } = wallClockAt(from, timeZone)
    return `${day.slice(5)} ${clockText(minute)}`
  })

test('with a free calendar: today at three, or tomorrow at ten; with three taken the next free time [M-26]', () => {
  expect(offered([])).toEqual(['11-23 15:00', '11-24 10:00'])
  expect(offered([taken('2026-11-23 15:00', '2026-11-23 15:30')])).toEqual(['11-23 14:00', '11-24 10:00'])
})

test('the way between two visits is kept free, a call needs none, what was called off takes nothing', () => {
  const visit = taken('2026-11-23 14:30', '2026-11-23 15:00')
  expect(offered([visit])[0]).toBe('11-23 15:30')
  expect(offered([{ ...visit, way: 'call' }])[0]).toBe('11-23 15:00')
  expect(offered([visit], { way: 'call' })[0]).toBe('11-23 15:00')
  expect(offered([{ ...visit, state: 'cancelled' }])[0]).toBe('11-23 15:00')
})

test('nobody is offered a day somebody is away', () => {
  expect(offered([], { away: ['2026-11-23', '2026-11-24'] })).toEqual(['11-25 10:00', '11-25 15:00'])
})

test('two at once are shown, but not with itself nor with what was called off', () => {
  const entries = [
    taken('2026-11-23 10:00', '2026-11-23 11:00', { id: 'a' }),
    taken('2026-11-23 10:30', '2026-11-23 11:30', { id: 'b' }),
    taken('2026-11-23 10:30', '2026-11-23 11:30', { id: 'c', state: 'missed' }),
  ]
  const wanted = { from: at('2026-11-23 10:45'), until: at('2026-11-23 11:15') }
  expect(clashesWith(entries, wanted, 'b').map(({ id }) => id)).toEqual(['a'])
  expect(clashesWith(entries, { from: at('2026-11-23 11:30'), until: at('2026-11-23 12:00') }, null)).toEqual([])
})
