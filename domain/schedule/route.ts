/** A stop of a visiting day. `window` holds the minutes after midnight between which one may begin there; null is any time. */
export type Stop = { id: string; minutes: number; window: { from: number; to: number } | null }

/** Travel minutes between places: `start` is where the day begins. */
export type Way = (from: string, to: string) => number

export const START = 'start'

/** The order of a day: when one begins at each stop, when it ends, and by how many minutes windows are missed altogether (0 when none is). */
export type Route = { order: string[]; begins: number[]; end: number; late: number; exact: boolean }

/** Up to here every order is weighed; beyond, a good one is found and improved. */
export const EXACT_STOPS = 10

/**
 * The order that ends a visiting day earliest, with the windows kept: exact for up to `EXACT_STOPS` stops (dynamic programming over the sets
 * of stops visited; earlier is never worse, since one may wait), else nearest first and then improved by turning and moving stretches (2-opt).
 * When the windows cannot all be kept, the order that misses them least of those tried, with `late` > 0. The result depends on nothing else.
 */
export const routeOf = (stops: readonly Stop[], way: Way, startAt: number): Route => {
  if (stops.length <= EXACT_STOPS) {
    const order = exactOrder(stops, way, startAt)
    if (order) return { ...walked(order, way, startAt), exact: true }
  }
  return { ...improved(nearestFirst(stops, way, startAt), way, startAt), exact: false }
}

type Walk = Omit<Route, 'exact'>

/** The day in a given order. */
export const walked = (order: readonly Stop[], way: Way, startAt: number): Walk => {
  let [at, place, late] = [startAt, START, 0]
  const begins: number[] = []
  for (const { id, minutes, window } of order) {
    const arrival = at + way(place, id)
    const begin = Math.max(arrival, window?.from ?? arrival)
    late += Math.max(0, begin - (window?.to ?? begin))
    begins.push(begin)
    at = begin + minutes
    place = id
  }
  return { order: order.map(({ id }) => id), begins, end: at, late }
}

type Reached = { at: number; from: number }

/** Null when no order keeps all windows. `reached[set][last]` is the earliest end there. */
const exactOrder = (stops: readonly Stop[], way: Way, startAt: number): Stop[] | null => {
  const sets = 1 << stops.length
  const reached = Array.from({ length: sets }, () => new Map<number, Reached>())
  const go = (set: number, from: number, place: string, at: number): void => {
    stops.forEach(({ id, minutes, window }, next) => {
      if (set & (1 << next)) return
      const arrival = at + way(place, id)
      const begin = Math.max(arrival, window?.from ?? arrival)
      if (window && begin > window.to) return
      const known = reached[set | (1 << next)]
      const end = begin + minutes
      if (end < (known?.get(next)?.at ?? Infinity)) known?.set(next, { at: end, from })
    })
  }
  go(0, -1, START, startAt)
  for (let set = 1; set < sets - 1; set += 1)
    for (const [last, { at }] of reached[set] ?? []) go(set, last, stops[last]?.id ?? START, at)
  return traced(stops, reached)
}

const traced = (stops: readonly Stop[], reached: readonly ReadonlyMap<number, Reached>[]) => {
  if (stops.length === 0) return []
  let set = (1 << stops.length) - 1
  const ends = [...(reached[set] ?? [])].toSorted(([, a], [, b]) => a.at - b.at)
  let last = ends[0]?.[0] ?? -1
  if (last < 0) return null
  const order: Stop[] = []
  while (last >= 0) {
    const stop = stops[last]
    if (stop) order.unshift(stop)
    const from: number = reached[set]?.get(last)?.from ?? -1
    set &= ~(1 << last)
    last = from
  }
  return order
}

const nearestFirst = (stops: readonly Stop[], way: Way, startAt: number): Stop[] => {
  const left = [...stops]
  const order: Stop[] = []
  let [at, place] = [startAt, START]
  while (left.length > 0) {
    const begin = ({ id, window }: Stop): number => Math.max(at + way(place, id), window?.from ?? 0)
    const next = left.reduce((best, stop) => (begin(stop) < begin(best) ? stop : best))
    at = begin(next) + next.minutes
    place = next.id
    order.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return order
}

/** Turns and moves stretches as long as one makes the day better: fewer minutes missed first, then an earlier end. */
const improved = (first: Stop[], way: Way, startAt: number): Walk => {
  let [order, best] = [first, walked(first, way, startAt)]
  for (let better = true; better;) {
    better = false
    for (const other of neighbours(order)) {
      const walk = walked(other, way, startAt)
      if (walk.late > best.late || (walk.late === best.late && walk.end >= best.end)) continue
      ;[order, best, better] = [other, walk, true]
      break
    }
  }
  return best
}

function* neighbours(order: readonly Stop[]): Generator<Stop[]> {
  for (let i = 0; i < order.length; i += 1)
    for (let j = i + 1; j < order.length; j += 1) {
      const [head, middle, tail] = [order.slice(0, i), order.slice(i, j + 1), order.slice(j + 1)]
      yield [...head, ...middle.toReversed(), ...tail]
      yield [...head, ...middle.slice(1), ...middle.slice(0, 1), ...tail]
      yield [...head, ...middle.slice(-1), ...middle.slice(0, -1), ...tail]
    }
}
