import { type Day, daysBetween } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import { addWorkdays, chinaWorkdays, type WorkCalendar } from '#domain/kernel/workdays.ts'
import type { Answer } from './answer.ts'
import { type Zone, type ZoneBorders, type ZoneFacts, zoneOf, zones } from './zone.ts'

/** A customer's answer has moved to another zone. */
export type Shift = { customerId: Id; from: Zone; to: Zone; way: 'fell' | 'rose'; on: Day; said: Said<ZoneFacts> }

/** What to do about it: make good, ask and listen, or thank in the customer's own words. */
export type Play = 'recover' | 'listen' | 'thank'

export type OpenedPlay = { play: Play; customerId: Id; dueOn: Day; provisional: boolean; because: Said<ZoneFacts> }

/** Workdays until the play is due: who fell into the swing zone first. A starting point. */
export const playWithin: Readonly<Record<Play, number>> = { recover: 1, listen: 3, thank: 5 }

/** The shift between a customer's last two answers to how satisfied they are, or null; a matter of zones, not of points. */
export const shiftOf = (answers: readonly Answer[], customerId: Id, borders?: ZoneBorders): Shift | null => {
  const own = answers
    .filter((each) => each.customerId === customerId && each.asks === 'satisfied')
    .toSorted((a, b) => daysBetween(b.on, a.on) || (a.id < b.id ? -1 : 1))
  const [before, after] = own.slice(-2)
  if (!before || !after) return null
  const [from, to] = [zoneOf(before.score, borders), zoneOf(after.score, borders)]
  if (from === to) return null
  const way = zones.indexOf(to) < zones.indexOf(from) ? 'fell' : 'rose'
  const params = { from: before.score, to: after.score, before: before.on, on: after.on }
  return { customerId, from, to, way, on: after.on, said: { code: `zone.${way}`, params } }
}

/** The play a shift opens, due in workdays after the answer: into the swing zone to make good, out of delight to listen, into delight
 * to thank. Out of the swing zone into indifference opens none: it is what a recovery was for. */
export const playFor = (shift: Shift, calendar: WorkCalendar = chinaWorkdays): OpenedPlay | null => {
  const play = playOf(shift)
  if (!play) return null
  const { day, provisional } = addWorkdays(shift.on, playWithin[play], calendar)
  return { play, customerId: shift.customerId, dueOn: day, provisional, because: shift.said }
}

/** The procedure a play is done by. */
export const playbookOf: Readonly<Record<Play, string>> = {
  recover: 'follow-up',
  listen: 'follow-up',
  thank: 'care-call',
}

const playOf = ({ way, to }: Shift): Play | null =>
  to === 'swing' ? 'recover' : way === 'fell' ? 'listen' : to === 'delight' ? 'thank' : null
