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
  /** Must be done today but does not fit: for the backup or a colleague. */
  giveAway: Id[]
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

/**
 * Fits today's list into today. Lowest ranks move first, each to the first later day that has room and is not too late
 * for it; what was promised for today never moves. What still does not fit is offered to a colleague, lowest rank first.
 */
export const planDay = (
  items: readonly WorkItem[],
  today: DayRoom,
  later: readonly DayRoom[],
  rules: RankRules,
): DayPlan => {
  const room = later.filter(({ day }) => day > today.day).map((each) => ({ ...each }))
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const stay = items.filter((item) => mustStay(item, today.day, rules)).map(({ customerId }) => customerId)
  const move: DayPlan['move'] = []
  const lowestFirst = items.toSorted((a, b) => b.rank - a.rank)
  let over = minutes - today.minutes
  for (const item of lowestFirst) {
    if (over <= 0) break
    if (stay.includes(item.customerId)) continue
    const place = room.find(
      ({ day, minutes: free }) => free >= item.minutes && day <= lastDayFor(item, today.day, rules),
    )
    if (!place) continue
    place.minutes -= item.minutes
    over -= item.minutes
    move.push({ customerId: item.customerId, to: place.day })
  }
  const moved = new Set(move.map(({ customerId }) => customerId))
  const giveAway: Id[] = []
  let given = 0
  for (const item of lowestFirst) {
    if (over <= given) break
    if (moved.has(item.customerId)) continue
    giveAway.push(item.customerId)
    given += item.minutes
  }
  const said = saidOf(items.length, { minutes, free: today.minutes, move: move.length, stay: stay.length })
  if (giveAway.length > 0) said.push({ code: 'day.giveAway', params: { count: giveAway.length, minutes: given } })
  return { minutes, free: today.minutes, stay, move, giveAway, said }
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
