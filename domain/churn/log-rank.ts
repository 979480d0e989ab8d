import { chiSquareAbove } from '#domain/statistics/gamma.ts'
import { solveSymmetric } from '#domain/statistics/symmetric.ts'
import { momentsOf, type Stay } from './survival.ts'

export type LogRank = {
  groups: { name: string; customers: number; left: number; expected: number }[]
  chiSquare: number
  freedom: number
  /** Chance of differences this large if all groups left alike. */
  p: number
}

/** How many of the sorted values lie below `border`. */
const below = (sorted: Float64Array, border: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < border) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of a group could leave at an age. */
const couldLeave = (stays: readonly Stay[]): ((time: number) => number) => {
  const own = stays.filter(({ from = 0, until }) => until > from)
  const starts = Float64Array.from(own, ({ from = 0 }) => from).sort()
  const ends = Float64Array.from(own, ({ until }) => until).sort()
  return (time) => below(starts, time) - below(ends, time)
}

/** Do groups of customers leave at different rates? Mantel (1966), every age weighing alike; agrees with R `survdiff`. Groups without
 * customers are left out; fewer than two groups, or nobody who left, gives p = 1. */
export const logRank = (stays: Readonly<Record<string, readonly Stay[]>>): LogRank => {
  const named = Object.entries(stays).filter(([, own]) => own.length > 0)
  const atRisk = named.map(([, own]) => couldLeave(own))
  const expected = new Float64Array(named.length)
  const spread = named.map(() => new Float64Array(named.length))
  for (const { time, atRisk: all, left } of momentsOf(named.flatMap(([, own]) => own))) {
    if (left === 0) continue
    const shares = atRisk.map((of) => of(time) / all)
    const factor = all > 1 ? (left * (all - left)) / (all - 1) : 0
    for (const [g, share] of shares.entries()) {
      expected[g] = (expected[g] ?? 0) + left * share
      const row = spread[g] ?? new Float64Array()
      for (const [k, other] of shares.entries()) row[k] = (row[k] ?? 0) + factor * share * ((g === k ? 1 : 0) - other)
    }
  }
  const groups = named.map(([name, own], g) => ({
    name,
    customers: own.length,
    left: momentsOf(own).reduce((sum, { left }) => sum + left, 0),
    expected: expected[g] ?? 0,
  }))
  return { groups, ...testOf(groups, spread) }
}

/** (O − E)ᵀ V⁻¹ (O − E) over all groups but the last, which the others determine; groups nobody could leave from are left out. */
const testOf = (groups: LogRank['groups'], spread: readonly Float64Array[]): Omit<LogRank, 'groups'> => {
  const used = groups.flatMap((group, g) => (group.expected > 0 ? [g] : [])).slice(0, -1)
  if (used.length === 0) return { chiSquare: 0, freedom: 0, p: 1 }
  const gaps = Float64Array.from(used, (g) => (groups[g]?.left ?? 0) - (groups[g]?.expected ?? 0))
  const matrix = used.map((g) => Float64Array.from(used, (k) => spread[g]?.[k] ?? 0))
  const solved = solveSymmetric(matrix, gaps)
  const chiSquare = gaps.reduce((sum, gap, i) => sum + gap * (solved[i] ?? 0), 0)
  return { chiSquare, freedom: used.length, p: chiSquareAbove(chiSquare, used.length) }
}
