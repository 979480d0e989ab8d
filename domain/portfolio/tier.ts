import type { CustomerKind } from '#domain/customer/kind.ts'
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

/** What the rule measures, in fen a year or a month, rounded to the fen for showing. */
export const valueOf = (rule: KindRule, total: Total): Fen => Math.round(total.paid12 / divisorOf(rule, total))

const stateOf = (rule: KindRule | undefined, total: Total): TierState => {
  if (!total.present) return 'left'
  if (!rule) return 'noRule'
  if (total.months === 0) return 'noBills'
  return total.months < rule.minMonths ? 'tooNew' : 'ranked'
}

/** Exact comparison of two values without dividing: highest first, then the older customer, then the id. A total order. */
const compareValue = (rule: KindRule, a: Total, b: Total): number =>
  b.paid12 * divisorOf(rule, a) - a.paid12 * divisorOf(rule, b)

const compare = (rule: KindRule, a: Total, b: Total): number =>
  compareValue(rule, a, b) || b.months - a.months || (a.customerId < b.customerId ? -1 : 1)

/**
 * Ranks the customers of one branch within their kind and gives each a tier, in the order of `totals`. Customers
 * worth exactly the same get the same tier, also where a share would cut between them: the border moves down to the last. [K-01]
 */
export const rankTotals = (totals: readonly Total[], rules: TierRules): Ranking => {
  const places: Place[] = totals.map((total) => ({
    state: stateOf(rules.kinds[total.kind], total),
    tier: null,
    rank: null,
    top: null,
    value: null,
  }))
  const borders: Border[] = []
  const of: Record<CustomerKind, number> = { person: 0, group: 0, outlet: 0 }
  for (const kind of Object.keys(of) as CustomerKind[]) {
    const rule = rules.kinds[kind]
    if (!rule) continue
    const ranked = totals.flatMap((total, i) =>
      total.kind === kind && places[i]?.state === 'ranked' ? [{ total, i }] : [],
    )
    ranked.sort((a, b) => compare(rule, a.total, b.total))
    of[kind] = ranked.length
    const order = ranked.map(({ total }) => total)
    const tiers = tiersInOrder(rule, order)
    const tops = topsInOrder(rule, order)
    ranked.forEach(({ total, i }, at) => {
      const tier = tiers[at] ?? null
      places[i] = { state: 'ranked', tier, rank: at + 1, top: tops[at] ?? null, value: valueOf(rule, total) }
    })
    borders.push(...bordersOf(kind, rule, order, tiers))
  }
  return { places, borders, of }
}

/** The share of customers worth as much or more, by value so that equals stand equal: rank 14 of 233 → .06. */
const topsInOrder = (rule: KindRule, order: readonly Total[]): number[] => {
  const tops: number[] = Array.from({ length: order.length })
  let share = 1
  for (let i = order.length - 1; i >= 0; i--) {
    const below = order[i + 1]
    const here = order[i]
    if (!below || !here || compareValue(rule, here, below) !== 0) share = (i + 1) / order.length
    tops[i] = share
  }
  return tops
}

const tiersInOrder = (rule: KindRule, order: readonly Total[]): Tier[] => {
  const floor = rule.bands.at(-1)?.tier ?? ''
  if (rule.by === 'amount')
    return order.map(
      (total) => rule.bands.find(({ from }) => total.paid12 >= from * divisorOf(rule, total))?.tier ?? floor,
    )
  const cuts = cutsOf(rule, order)
  let band = 0
  return order.map((total, i) => {
    const above = order[i - 1]
    const tied = above !== undefined && compareValue(rule, above, total) === 0
    if (!tied) while (band < cuts.length - 1 && i >= (cuts[band] ?? 0)) band++
    return rule.bands[band]?.tier ?? floor
  })
}

/** Hundred-thousandths of a percent are cut off, or .2 × 35 = 7.000000000000001 would let an eighth customer in. */
const countFor = (share: number, customers: number): number => Math.ceil(Math.round(share * customers * 1e7) / 1e7)

/** How many customers, from the top, each band reaches to. */
const cutsOf = (rule: ShareBands, order: readonly Total[]): number[] => {
  if (rule.of === 'customers') return rule.bands.map(({ top }) => countFor(top, order.length))
  const revenue = order.reduce((sum, { paid12 }) => sum + Math.max(0, paid12), 0)
  let count = 0
  let sum = 0
  return rule.bands.map(({ top }) => {
    if (top === 1) return order.length
    while (count < order.length && sum < top * revenue) sum += Math.max(0, order[count++]?.paid12 ?? 0)
    return count
  })
}

const bordersOf = (kind: CustomerKind, rule: KindRule, order: readonly Total[], tiers: readonly Tier[]): Border[] => {
  if (rule.by === 'amount') return rule.bands.map(({ tier, from }) => ({ kind, tier, from, per: rule.per }))
  return rule.bands.map(({ tier }) => {
    const last = order[tiers.lastIndexOf(tier)]
    return { kind, tier, from: last ? valueOf(rule, last) : null, per: rule.per }
  })
}
