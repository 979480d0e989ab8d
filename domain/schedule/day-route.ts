import { routeOf, START, type Stop } from './route.ts'
import { type Place, travelMinutes } from './travel.ts'

/** A visit of the day: `from` in minutes after midnight; one the customer has agreed to keeps its time. */
export type DayVisit = { id: string; from: number; minutes: number; agreed: boolean; place: Place | null }

export type DayRoute = {
  stops: { id: string; begins: number; wayMinutes: number }[]
  /** Minutes on the way altogether, and in the order of the calendar. */
  wayMinutes: number
  wayAsPlanned: number
  /** Minutes by which agreed times are missed altogether. */
  lateMinutes: number
}

/**
 * The visits of a day in the order that ends it earliest, agreed times kept. The day begins at its first visit: where somebody sets out
 * from is not ours to know. A place nobody has noted counts as a usual way [S-32].
 */
export const routeOfDay = (visits: readonly DayVisit[], startAt: number): DayRoute => {
  const places = new Map(visits.map(({ id, place }) => [id, place]))
  const way = (from: string, to: string): number =>
    from === START ? 0 : roundUp(travelMinutes(places.get(from) ?? null, places.get(to) ?? null))
  const stops = visits.map(({ id, minutes, from, agreed }): Stop => ({
    id,
    minutes,
    window: agreed ? { from, to: from } : null,
  }))
  const first = Math.min(startAt, ...visits.map(({ from }) => from))
  const { order, begins, late } = routeOf(stops, way, first)
  const wayOf = (ids: readonly string[]): number[] => ids.map((id, place) => way(ids[place - 1] ?? START, id))
  const ways = wayOf(order)
  const asPlanned = visits.toSorted((a, b) => a.from - b.from).map(({ id }) => id)
  return {
    stops: order.map((id, place) => ({ id, begins: begins[place] ?? 0, wayMinutes: ways[place] ?? 0 })),
    wayMinutes: sum(ways),
    wayAsPlanned: sum(wayOf(asPlanned)),
    lateMinutes: late,
  }
}

/** People plan in steps of five minutes. */
const roundUp = (minutes: number): number => Math.ceil(minutes / 5) * 5

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
