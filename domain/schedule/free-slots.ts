import { addDays, type Day } from '#domain/kernel/day.ts'
import { chinaWorkdays, isWorkday } from '#domain/kernel/workdays.ts'
import type { WorkingTime } from '#domain/kernel/working-hours.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import { overlaps, type Span } from './appointment.ts'

/** A meeting looked for: how long it takes and how long the way there and back. Minutes. */
export type Wanted = { minutes: number; before: number; after: number }

export type SlotAsk = {
  now: Date
  /** Notice a customer needs at least, in minutes. */
  notice: number
  /** How many calendar days to look ahead, today included. */
  days: number
  wanted: Wanted
  /** What is taken already. */
  busy: readonly Span[]
  time: WorkingTime
  /** Begins are offered on multiples of this many minutes. */
  step?: number
}

/**
 * The times still free, earliest first: the meeting lies within working hours of a workday, and neither it nor the way to and from it
 * meets anything taken. The way may reach into lunch, the meeting may not [S-26].
 */
export const freeSlots = ({ now, notice, days, wanted, busy, time, step = 30 }: SlotAsk): Span[] => {
  const earliest = new Date(now.getTime() + notice * 60_000)
  const today = wallClockAt(now, time.timeZone).day
  return Array.from({ length: days }, (_, away) => addDays(today, away))
    .filter((day) => isWorkday(day, time.calendar ?? chinaWorkdays))
    .flatMap((day) => begins(day, wanted.minutes, time, step))
    .filter((slot) => slot.from >= earliest && !busy.some((taken) => overlaps(taken, withWay(slot, wanted))))
}

/** Clocks are not put forward or back during office hours: one instant a span is enough to place the others. */
const begins = (day: Day, minutes: number, { hours, timeZone }: WorkingTime, step: number): Span[] =>
  hours.flatMap(({ start, end }) => {
    const first = Math.ceil(start / step) * step
    const count = Math.max(0, Math.floor((end - minutes - first) / step) + 1)
    const opens = instantAt(day, first, timeZone).getTime()
    return Array.from({ length: count }, (_, place) => ({
      from: new Date(opens + place * step * 60_000),
      until: new Date(opens + (place * step + minutes) * 60_000),
    }))
  })

const withWay = ({ from, until }: Span, { before, after }: Wanted): Span => ({
  from: new Date(from.getTime() - before * 60_000),
  until: new Date(until.getTime() + after * 60_000),
})

/** Times of day at which people are readier to meet, as minutes after midnight: ten, and three in the afternoon [S-28][M-26]. */
export const readyTimes: readonly number[] = [10 * 60, 15 * 60]

/**
 * The two times of the either-or offer [S-26]: the earliest half-day's slot nearest a ready time, and one from another half-day, best in the
 * other half so that mornings and afternoons are both on offer. Fewer than two when the calendar holds no more.
 */
export const eitherOr = (slots: readonly Span[], timeZone: string): Span[] => {
  const halves = new Map<string, Span[]>()
  for (const slot of slots) {
    const { day, minute } = wallClockAt(slot.from, timeZone)
    const key = `${day}${minute < NOON ? 'a' : 'b'}`
    halves.set(key, [...(halves.get(key) ?? []), slot])
  }
  const [first, ...others] = [...halves].toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (!first) return []
  const second = others.find(([key]) => key.at(-1) !== first[0].at(-1)) ?? others[0]
  return [first, ...(second ? [second] : [])].map(([, list]) => nearestReady(list, timeZone))
}

const NOON = 12 * 60

const nearestReady = (slots: readonly Span[], timeZone: string): Span => {
  const away = ({ from }: Span): number => {
    const { minute } = wallClockAt(from, timeZone)
    return Math.min(...readyTimes.map((ready) => Math.abs(ready - minute)))
  }
  return slots.reduce((best, slot) => (away(slot) < away(best) ? slot : best))
}
