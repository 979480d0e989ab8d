import type { Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import { tiersOf, type Tier, type TierRules } from './rules.ts'
import type { Standing, StandingMonth } from './standing.ts'
import { windowStart } from './totals.ts'

type Per = 'year' | 'month'

export type TierFacts = {
  'tier.noBills': { from: Month; to: Month }
  'tier.tooNew': { months: number; needed: number }
  'tier.left': { paid: Fen; from: Month; to: Month }
  'tier.noRule': Record<string, never>
  'tier.sum': { paid: Fen; from: Month; to: Month; months: number }
  'tier.average': { value: Fen; months: number }
  'tier.amount': { tier: Tier; value: Fen; from: Fen; per: Per }
  'tier.floor': { tier: Tier; above: Tier; aboveFrom: Fen; per: Per }
  'tier.topCustomers': { tier: Tier; top: number; rank: number; of: number; border: Fen | null; per: Per }
  'tier.topRevenue': { tier: Tier; top: number; rank: number; of: number; border: Fen | null; per: Per }
  'tier.position': { top: number; rank: number; of: number }
  'tier.next': { tier: Tier; missing: Fen; border: Fen; per: Per }
  'tier.rule': { version: string; validFrom: string }
}

/** How a tier came about, sentence by sentence: the sum and its months, the border, the place, what is missing, the rule's version. */
export const explainTier = (row: Standing, standing: StandingMonth, rules: TierRules): Said<TierFacts>[] => [
  ...reasons(row, standing, rules),
  { code: 'tier.rule', params: { version: rules.version, validFrom: rules.validFrom } },
]

const reasons = (row: Standing, standing: StandingMonth, rules: TierRules): Said<TierFacts>[] => {
  const from = windowStart(standing.month)
  const to = standing.month
  const rule = rules.kinds[row.kind]
  if (row.state === 'left') return [{ code: 'tier.left', params: { paid: row.paid12, from, to } }]
  if (row.state === 'noRule' || !rule) return [{ code: 'tier.noRule', params: {} }]
  if (row.state === 'noBills') return [{ code: 'tier.noBills', params: { from, to } }]
  const said: Said<TierFacts>[] = [{ code: 'tier.sum', params: { paid: row.paid12, from, to, months: row.months } }]
  if (row.state === 'tooNew')
    return [...said, { code: 'tier.tooNew', params: { months: row.months, needed: rule.minMonths } }]
  if (row.tier === null || row.value === null || row.rank === null || row.top === null) return said
  if (rule.per === 'month')
    said.push({
      code: 'tier.average',
      params: { value: row.value, months: rule.divideBy === 'twelve' ? 12 : row.months },
    })
  said.push(bandSaid(row, row.tier, row.value, row.rank, standing, rules))
  if (rule.by === 'amount')
    said.push({ code: 'tier.position', params: { top: row.top, rank: row.rank, of: standing.of[row.kind] } })
  return [...said, ...nextSaid(row, row.tier, row.value, standing, rules)]
}

const bandSaid = (
  row: Standing,
  tier: Tier,
  value: Fen,
  rank: number,
  standing: StandingMonth,
  rules: TierRules,
): Said<TierFacts> => {
  const rule = rules.kinds[row.kind]
  const per = rule?.per ?? 'year'
  const at = tiersOf(rules, row.kind).indexOf(tier)
  if (rule?.by === 'share') {
    const border = standing.borders.find((each) => each.kind === row.kind && each.tier === tier)?.from ?? null
    const params = { tier, top: rule.bands[at]?.top ?? 1, rank, of: standing.of[row.kind], border, per }
    return { code: rule.of === 'customers' ? 'tier.topCustomers' : 'tier.topRevenue', params }
  }
  const above = rule?.bands[at - 1]
  const from = rule?.bands[at]?.from ?? 0
  return from === 0 && above
    ? { code: 'tier.floor', params: { tier, above: above.tier, aboveFrom: above.from, per } }
    : { code: 'tier.amount', params: { tier, value, from, per } }
}

const nextSaid = (
  row: Standing,
  tier: Tier,
  value: Fen,
  standing: StandingMonth,
  rules: TierRules,
): Said<TierFacts>[] => {
  const tiers = tiersOf(rules, row.kind)
  const above = tiers[tiers.indexOf(tier) - 1]
  const border = standing.borders.find((each) => each.kind === row.kind && each.tier === above)
  if (above === undefined || !border?.from || border.from <= value) return []
  return [
    { code: 'tier.next', params: { tier: above, missing: border.from - value, border: border.from, per: border.per } },
  ]
}
