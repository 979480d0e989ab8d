import { type Interval, Z95 } from '#domain/statistics/interval.ts'
import type { Stay } from './survival.ts'

/** How many of the values entered so far lie below, at and above a rank (a Fenwick tree). */
type Tally = { add: (rank: number) => void; counts: (rank: number) => { below: number; same: number; above: number } }

const tallyOf = (ranks: number): Tally => {
  const tree = new Float64Array(ranks + 1)
  const single = new Float64Array(ranks)
  let all = 0
  const upTo = (rank: number): number => {
    let sum = 0
    for (let k = rank; k > 0; k -= k & -k) sum += tree[k] ?? 0
    return sum
  }
  return {
    add: (rank) => {
      all++
      single[rank] = (single[rank] ?? 0) + 1
      for (let k = rank + 1; k <= ranks; k += k & -k) tree[k] = (tree[k] ?? 0) + 1
    },
    counts: (rank) => {
      const below = upTo(rank)
      const same = single[rank] ?? 0
      return { below, same, above: all - below - same }
    },
  }
}

/** Each value's place among the distinct ones, from 0. */
const ranksOf = (values: Float64Array): { rank: Uint32Array; ranks: number } => {
  const distinct = [...new Set(values)].sort((a, b) => a - b)
  const at = new Map(distinct.map((value, rank) => [value, rank]))
  return { rank: Uint32Array.from(values, (value) => at.get(value) ?? 0), ranks: distinct.length }
}

/** Calls `enter` for customers in order and `ask` for each before any of the same place is entered. */
const inPlaces = (
  order: readonly number[],
  place: (i: number) => number,
  ask: (i: number) => void,
  enter: (i: number) => void,
) => {
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && place(order[to] ?? 0) === place(order[from] ?? 0)) ask(order[to++] ?? 0)
    for (; from < to; from++) enter(order[from] ?? 0)
  }
}

/** Chance that of two customers the one who leaves first had the higher risk, ties of risk half (Harrell 1982). A pair counts when it is
 * known who left first: one who left against all who stayed longer, and against those last seen at that same age. The interval is by the
 * infinitesimal jackknife (Therneau & Watson 2017); agrees with R `concordance`. `null` when no pair can be compared. */
export const concordanceOf = (
  stays: readonly Stay[],
  risks: ArrayLike<number>,
): (Interval & { error: number }) | null => {
  const { rank, ranks } = ranksOf(Float64Array.from(risks))
  const ages = ranksOf(Float64Array.from(stays, ({ until }) => until)).rank
  // who left at an age comes just before those last seen at it
  const place = (i: number): number => 2 * (ages[i] ?? 0) + (stays[i]?.left ? 0 : 1)
  const order = [...stays.keys()].sort((a, b) => place(a) - place(b))
  const won = new Float64Array(stays.length)
  const pairs = new Float64Array(stays.length)
  const count = (i: number, better: number, same: number, worse: number): void => {
    won[i] = (won[i] ?? 0) + better + same / 2
    pairs[i] = (pairs[i] ?? 0) + better + same + worse
  }
  const later = tallyOf(ranks)
  const asLeaver = (i: number): void => {
    if (!stays[i]?.left) return
    const { below, same, above } = later.counts(rank[i] ?? 0)
    count(i, below, same, above)
  }
  inPlaces(order.toReversed(), place, asLeaver, (i) => later.add(rank[i] ?? 0))
  const leavers = won.reduce((sum, value) => sum + value, 0)
  const all = pairs.reduce((sum, value) => sum + value, 0)
  if (all === 0) return null
  const earlier = tallyOf(ranks)
  const asStayer = (i: number): void => {
    const { below, same, above } = earlier.counts(rank[i] ?? 0)
    count(i, above, same, below)
  }
  inPlaces(order, place, asStayer, (i) => (stays[i]?.left ? earlier.add(rank[i] ?? 0) : undefined))
  const value = leavers / all
  const error = Math.sqrt(won.reduce((sum, own, i) => sum + ((own - value * (pairs[i] ?? 0)) / all) ** 2, 0))
  return { value, error, low: Math.max(0, value - Z95 * error), high: Math.min(1, value + Z95 * error) }
}
