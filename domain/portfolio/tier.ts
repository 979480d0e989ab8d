import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { KindRule, ShareBands, Tier, TierRules } from './rules.ts'
import type { Total } from './totals.ts'

/** Why a customer has a tier or has none. A tier that rests on nothing is never given. */
export type TierState = 'ranked' | 'noBills' | 'tooNew' | 'left' | 'noRule'

/** `rank` is 1 for the customer who pays most, unique within the kind; `top` is the share of customers worth as much or more. */
export type Place = { state: TierState; tier: Tier | null; rank: number | null; top: number | null; value: Fen | null }

/** The least a customer of this tier is worth, in fen a year or a month; `null` where the tier has nobody to show it. */
export type Border = { kind: CustomerKind; tier: Tier; from: Fen | null; per: 'year' | 'month' }

/** `of`: how many customers were ranked in each kind. */
export type Ranking = { places: Place[]; borders: Border[]; of: Record<CustomerKind, number> }

/** How many months the value is spread over: 1 when the rule is by year. */
const divisorOf = (rule: KindRule, total: Total): number => {
  if (rule.per === 'year') return 1
  return rule.divideBy === 'twelve' ? 12 : Math.max(1, total.months)
}

/**
 * What the rule measures, in fen a year or a month, not rounded: equal sums over equal months give equal numbers, and
 * below ¥100 billion no two different ones fall together, so that values may be compared as they are.
 */
export const measureOf = (rule: KindRule, total: Total): number => total.paid12 / divisorOf(rule, total)

const stateOf = (rule: KindRule | undefined, total: Total): TierState => {
  if (!total.present) return 'left'
  if (!rule) return 'noRule'
  if (total.months === 0) return 'noBills'
  return total.months < rule.minMonths ? 'tooNew' : 'ranked'
}

type Ranked = { total: Total; at: number; measure: number }

/** Highest first, then the customer with more bills, then the id: a total order. */
const compare = (a: Ranked, b: Ranked): number =>
  b.measure - a.measure ||
  b.total.months - a.total.months ||
  (a.total.customerId < b.total.customerId ? -1 : a.total.customerId > b.total.customerId ? 1 : 0)

/**
 * Ranks the customers of one branch within their kind and gives each a tier, in the order of `totals`. Customers
 * worth exactly the same get the same tier, also where a share would cut between them: the border moves down to the last. [K-01]
 */
export const rankTotals = (totals: readonly Total[], rules: TierRules): Ranking => {
  const orders: Record<CustomerKind, Ranked[]> = { person: [], group: [], outlet: [] }
  const places = totals.map((total, at): Place => {
    const rule = rules.kinds[total.kind]
    const state = stateOf(rule, total)
    if (rule && state === 'ranked') orders[total.kind].push({ total, at, measure: measureOf(rule, total) })
    return { state, tier: null, rank: null, top: null, value: null }
  })
  const borders: Border[] = []
  for (const kind of customerKinds) {
    const rule = rules.kinds[kind]
    if (!rule) continue
    const order = orders[kind].sort(compare)
    const tiers = tiersInOrder(rule, order)
    const tops = topsInOrder(order)
    order.forEach(({ at, measure }, i) => {
      const value = Math.round(measure)
      places[at] = { state: 'ranked', tier: tiers[i] ?? null, rank: i + 1, top: tops[i] ?? null, value }
    })
    borders.push(...bordersOf(kind, rule, order, tiers))
  }
  const { person, group, outlet } = orders
  return { places, borders, of: { person: person.length, group: group.length, outlet: outlet.length } }
}

/** The share of customers worth as much or more, by value so that equals stand equal: rank 14 of 233 → .06. */
const topsInOrder = (order: readonly Ranked[]): number[] => {
  const tops = order.map((_, i) => (i + 1) / order.length)
  for (let i = order.length - 2; i >= 0; i--)
    if (order[i]?.measure === order[i + 1]?.measure) tops[i] = tops[i + 1] ?? 1
  return tops
}

const tiersInOrder = (rule: KindRule, order: readonly Ranked[]): Tier[] => {
  const floor = rule.bands.at(-1)?.tier ?? ''
  if (rule.by === 'amount')
    return order.map(({ measure }) => rule.bands.find(({ from }) => measure >= from)?.tier ?? floor)
  const cuts = cutsOf(rule, order)
  let band = 0
  return order.map(({ measure }, i) => {
    const tied = order[i - 1]?.measure === measure
    if (!tied) while (band < cuts.length - 1 && i >= (cuts[band] ?? 0)) band++
    return rule.bands[band]?.tier ?? floor
  })
}

/** Hundred-thousandths of a percent are cut off, or .2 × 35 = 7.000000000000001 would let an eighth customer in. */
const countFor = (share: number, customers: number): number => Math.ceil(Math.round(share * customers * 1e7) / 1e7)

/** How many customers, from the top, each band reaches to. */
const cutsOf = (rule: ShareBands, order: readonly Ranked[]): number[] => {
  if (rule.of === 'customers') return rule.bands.map(({ top }) => countFor(top, order.length))
  const paid = order.map(({ total }) => Math.max(0, total.paid12))
  const revenue = paid.reduce((sum, each) => sum + each, 0)
  let count = 0
  let sum = 0
  return rule.bands.map(({ top }) => {
    if (top === 1) return order.length
    while (count < order.length && sum < top * revenue) sum += paid[count++] ?? 0
    return count
  })
}

/** A share-based border is what the last customer of the tier is worth this month. */
const bordersOf = (kind: CustomerKind, rule: KindRule, order: readonly Ranked[], tiers: readonly Tier[]): Border[] => {
  if (rule.by === 'amount') return rule.bands.map(({ tier, from }) => ({ kind, tier, from, per: rule.per }))
  return rule.bands.map(({ tier }) => {
    const last = order[tiers.lastIndexOf(tier)]
    return { kind, tier, from: last ? Math.round(last.measure) : null, per: rule.per }
  })
}
