import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import { isObligation } from './occasion.ts'
import type { WorkItem } from './rank.ts'
import type { RankRules } from './rankRules.ts'
import { closing, opening, type Wall } from './wall.ts'

export type DayRoom = { day: Day; minutes: number }

/** A suggestion, never done by itself. `minutes` is the estimate for all of today, `free` what the day holds. */
export type DayPlan = {
  minutes: number
  free: number
  /** Due today and owed, or worth nothing on another day. */
  stay: Id[]
  move: { customerId: Id; to: Day }[]
  /** Does not fit and cannot be moved: for the backup or a colleague. */
  giveAway: { customers: number; minutes: number }
  said: Said<PlanFacts>[]
}

export type PlanFacts = {
  'day.empty': Record<string, never>
  'day.fits': { minutes: number; free: number }
  'day.tooMuch': { minutes: number; free: number; move: number; stay: number }
  'day.giveAway': { count: number; minutes: number }
}

/** Minutes of a full office day that can go to contacts; the rest is for writing up, travel and whoever rings. */
const contactMinutes = 360

/** What a later day is assumed to have free, since its own list is still to come. */
const laterMinutes = 120

/** Minutes left for contacts on this day at this time. */
export const roomLeft = ({ minute }: Wall): number =>
  Math.round((contactMinutes * Math.max(0, closing - Math.max(opening, minute))) / (closing - opening))

/** The next working days and what they are assumed to hold. */
export const roomLater = (today: Day, isWorkday: (day: Day) => boolean): DayRoom[] =>
  Array.from({ length: patience }, (_, i) => addDays(today, i + 1))
    .filter((day) => isWorkday(day))
    .map((day) => ({ day, minutes: laterMinutes }))

/** How long something we want ourselves may wait past its day. */
const patience = 7

/** Customers of a long list that were counted but not read. */
export type Unread = { customers: number; minutes: number }

/**
 * How many of the lowest ranks of each kind must be known for `planDay` to be exact when each of them takes so many minutes and may wait
 * for any of these days: more than there is room for.
 */
export const lowestNeeded = (later: readonly DayRoom[], minutes: number): number =>
  Math.floor(later.reduce((sum, day) => sum + day.minutes, 0) / Math.max(1, minutes)) + 1

/**
 * Fits today's list into today. Lowest ranks move first, each to the first later day that has room and is not too late
 * for it; what was promised for today never moves. What still does not fit is offered to a colleague, lowest rank first. `unread` are
 * customers between the first ranks, which fill the day, and the lowest, which fill the days after it.
 */
export const planDay = (
  items: readonly WorkItem[],
  today: DayRoom,
  later: readonly DayRoom[],
  rules: RankRules,
  unread: Unread = { customers: 0, minutes: 0 },
): DayPlan => {
  const room = later.filter(({ day }) => day > today.day).map((each) => ({ ...each }))
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0) + unread.minutes
  const customers = items.length + unread.customers
  const stay = items.filter((item) => mustStay(item, today.day, rules)).map(({ customerId }) => customerId)
  const staying = new Set(stay)
  const moved = new Map<Id, { to: Day; minutes: number }>()
  let over = minutes - today.minutes
  for (const item of items.toSorted((a, b) => b.rank - a.rank)) {
    if (over <= 0) break
    if (staying.has(item.customerId)) continue
    const place = room.find(
      ({ day, minutes: free }) => free >= item.minutes && day <= lastDayFor(item, today.day, rules),
    )
    if (!place) continue
    place.minutes -= item.minutes
    over -= item.minutes
    moved.set(item.customerId, { to: place.day, minutes: item.minutes })
  }
  const rest = items.filter(({ customerId }) => !moved.has(customerId)).toSorted((a, b) => a.rank - b.rank)
  const kept = fitting(rest, today.minutes)
  const giveAway = {
    customers: rest.length + unread.customers - kept.length,
    minutes: over + today.minutes - kept.reduce((sum, item) => sum + item.minutes, 0),
  }
  const move = [...moved].map(([customerId, { to }]) => ({ customerId, to }))
  const said = saidOf(customers, { minutes, free: today.minutes, move: move.length, stay: stay.length })
  if (giveAway.customers > 0)
    said.push({ code: 'day.giveAway', params: { count: giveAway.customers, minutes: giveAway.minutes } })
  return { minutes, free: today.minutes, stay, move, giveAway, said }
}

/** The first ranks that fit into so many minutes together. */
const fitting = (ranked: readonly WorkItem[], free: number): WorkItem[] => {
  let used = 0
  const end = ranked.findIndex((item) => (used += item.minutes) > free)
  return end < 0 ? [...ranked] : ranked.slice(0, end)
}

const mustStay = (item: WorkItem, today: Day, rules: RankRules): boolean =>
  [item.headline, ...item.others].some(
    (occasion) => occasion.due.day <= today && (isObligation(occasion) || rules.kinds[occasion.kind].fixed),
  )

/** An obligation or a fixed day may move up to its day; the rest may wait a week past it. */
const lastDayFor = (item: WorkItem, today: Day, rules: RankRules): Day => {
  const bound = [item.headline, ...item.others]
    .filter((occasion) => isObligation(occasion) || rules.kinds[occasion.kind].fixed)
    .map(({ due }) => due.day)
  const soft = addDays(item.due.day > today ? item.due.day : today, patience)
  return [...bound, soft].sort()[0] ?? soft
}

const saidOf = (
  count: number,
  params: { minutes: number; free: number; move: number; stay: number },
): Said<PlanFacts>[] => {
  if (count === 0) return [{ code: 'day.empty', params: {} }]
  const { minutes, free } = params
  return minutes <= free ? [{ code: 'day.fits', params: { minutes, free } }] : [{ code: 'day.tooMuch', params }]
}
