import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Tier } from './rules.ts'
import type { Standing } from './standing.ts'

/** Shares 0–1, from the customer who pays most downwards. */
export type CurvePoint = { customers: number; revenue: number }

export type Concentration = {
  customers: number
  revenue: Fen
  /** Customers whose refunds exceeded what they paid; they count as 0, or the curve would rise above 1. */
  belowZero: number
  /** 0 when all pay the same, towards 1 when one pays all; `null` without customers or revenue. */
  gini: number | null
  curve: CurvePoint[]
}

/** "5.85 % of customers, 43.75 % of revenue": `lift` is how many average customers one of them is worth. [K-02][M-05] */
export type SharePair = { customers: number; revenue: number; lift: number | null }

/**
 * How unevenly revenue is spread over customers [K-01]. `points` limits the curve for drawing (both ends included).
 * Gini: Σ(2i − n − 1)xᵢ ÷ (n Σx), x ascending.
 */
export const concentrationOf = (paid: Iterable<Fen>, points = 101): Concentration => {
  const amounts = Float64Array.from(paid)
  let belowZero = 0
  let revenue = 0
  for (const [i, amount] of amounts.entries()) {
    if (amount < 0) {
      belowZero++
      amounts[i] = 0
    } else revenue += amount
  }
  amounts.sort().reverse()
  const customers = amounts.length
  if (revenue === 0) return { customers, revenue, belowZero, gini: null, curve: [] }
  return { customers, revenue, belowZero, gini: giniOf(amounts, revenue), curve: curveOf(amounts, revenue, points) }
}

const giniOf = (descending: Float64Array, revenue: Fen): number => {
  const n = descending.length
  return descending.reduce((sum, amount, i) => sum + (n - 1 - 2 * i) * amount, 0) / (n * revenue)
}

const curveOf = (descending: Float64Array, revenue: Fen, points: number): CurvePoint[] => {
  const n = descending.length
  const steps = Math.min(n, Math.max(2, Math.floor(points)) - 1)
  const curve: CurvePoint[] = [{ customers: 0, revenue: 0 }]
  let sum = 0
  let taken = 0
  for (let step = 1; step <= steps; step++) {
    const upTo = Math.round((step * n) / steps)
    while (taken < upTo) sum += descending[taken++] ?? 0
    curve.push({ customers: upTo / n, revenue: sum / revenue })
  }
  return curve
}

/** The share of revenue the first `customers` (a share, 0…1) bring on a curve; straight between its points. */
export const revenueAt = (curve: readonly CurvePoint[], customers: number): number => {
  const after = curve.findIndex((point) => point.customers >= customers)
  const [from, to] = [curve[after - 1], curve[after]]
  if (!to) return curve.at(-1)?.revenue ?? 0
  if (!from) return to.revenue
  return from.revenue + ((customers - from.customers) / (to.customers - from.customers)) * (to.revenue - from.revenue)
}

/** Share of revenue held by the top `share` of customers (rounded to whole customers); `null` without revenue. */
export const topShare = (paid: Iterable<Fen>, share: number): SharePair | null => {
  const amounts = Float64Array.from(paid, (amount) => Math.max(0, amount))
  amounts.sort().reverse()
  const revenue = amounts.reduce((sum, amount) => sum + amount, 0)
  const count = Math.round(Math.min(1, Math.max(0, share)) * amounts.length)
  const top = amounts.subarray(0, count).reduce((sum, amount) => sum + amount, 0)
  return revenue === 0 ? null : sharePair(count / amounts.length, top / revenue)
}

/** The pair for chosen customers against all, such as tiers A and B; `null` when there is nothing to compare with. */
export const pairOf = (
  chosen: { customers: number; revenue: Fen },
  all: { customers: number; revenue: Fen },
): SharePair | null =>
  all.customers <= 0 || all.revenue <= 0
    ? null
    : sharePair(chosen.customers / all.customers, chosen.revenue / all.revenue)

/** Chosen tiers against all customers still there, for the kinds given: how many they are, and what they paid in twelve months. */
export const pairOfTiers = (
  rows: readonly Pick<Standing, 'kind' | 'present' | 'tier' | 'paid12'>[],
  kinds: readonly CustomerKind[],
  tiers: readonly Tier[],
): SharePair | null => {
  const all = rows.filter(({ kind, present }) => present && kinds.includes(kind))
  const chosen = all.filter(({ tier }) => tier !== null && tiers.includes(tier))
  const sum = (of: typeof all): { customers: number; revenue: Fen } => ({
    customers: of.length,
    revenue: of.reduce((total, { paid12 }) => total + Math.max(0, paid12), 0),
  })
  return pairOf(sum(chosen), sum(all))
}

/** The lift is share of revenue ÷ share of customers; 43.75 ÷ 5.85 = 7.48. `null` for no customers. [M-05] */
export const sharePair = (customers: number, revenue: number): SharePair => ({
  customers,
  revenue,
  lift: customers > 0 ? revenue / customers : null,
})
