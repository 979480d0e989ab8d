import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { type Day, isDay } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'

/** `A`, `B`, 特级 …: a branch names its own tiers. */
export type Tier = string

/** Lower edges in fen on what a customer paid, highest first; the last band is the floor and starts at 0. */
export type AmountBands = {
  by: 'amount'
  /** `year`: the sum of twelve months. `month`: that sum over the months `divideBy` counts. */
  per: 'year' | 'month'
  bands: readonly { tier: Tier; from: Fen }[]
}

/** The top share of customers, or the customers who together bring a share of revenue; cumulative, the last is 1. */
export type ShareBands = {
  by: 'share'
  of: 'customers' | 'revenue'
  per: 'year' | 'month'
  bands: readonly { tier: Tier; top: number }[]
}

export type KindRule = (AmountBands | ShareBands) & {
  /** A monthly value divides by the months that have a bill, or always by twelve. Not read when `per` is `year`. */
  divideBy: 'billed' | 'twelve'
  /** Fewer billed months than this (1–12) and no tier is given: the customer is too new to judge. */
  minMonths: number
}

/** One dated version of the rules of a branch. A changed rule is a new version, so an old tier can still be explained. */
export type TierRules = {
  version: string
  validFrom: Day
  kinds: Readonly<Partial<Record<CustomerKind, KindRule>>>
}

export type TierRuleFacts = {
  'rule.noVersion': Record<string, never>
  'rule.badDay': { validFrom: string }
  'rule.noKind': Record<string, never>
  'rule.noBands': { kind: CustomerKind }
  'rule.badMinMonths': { kind: CustomerKind; minMonths: number }
  'rule.unnamedTier': { kind: CustomerKind; place: number }
  'rule.sameTierTwice': { kind: CustomerKind; tier: Tier }
  'rule.badAmount': { kind: CustomerKind; tier: Tier; from: number }
  'rule.badShare': { kind: CustomerKind; tier: Tier; top: number }
  'rule.wrongOrder': { kind: CustomerKind; tier: Tier; above: Tier }
  'rule.noFloor': { kind: CustomerKind; tier: Tier }
}

/** The tiers of a kind, highest first; empty when the branch gives this kind no tier. */
export const tiersOf = (rules: TierRules, kind: CustomerKind): Tier[] =>
  rules.kinds[kind]?.bands.map((band) => band.tier) ?? []

/** The tiers whose customers are key customers, known by name and welcomed: the two highest. [K-26][S-52] */
export const keyTiersOf = (rules: TierRules, kind: CustomerKind): Tier[] => tiersOf(rules, kind).slice(0, 2)

/**
 * Everything wrong with a set of rules, at once, so that a settings page can mark every field. Empty means usable.
 * The lowest band must take every billed customer in, otherwise some would silently have no tier. [K-29]
 */
export const problemsOf = (rules: TierRules): Said<TierRuleFacts>[] => {
  const problems: Said<TierRuleFacts>[] = []
  if (rules.version.trim() === '') problems.push({ code: 'rule.noVersion', params: {} })
  if (!isDay(rules.validFrom)) problems.push({ code: 'rule.badDay', params: { validFrom: rules.validFrom } })
  const kinds = customerKinds.filter((kind) => rules.kinds[kind])
  if (kinds.length === 0) problems.push({ code: 'rule.noKind', params: {} })
  for (const kind of kinds) {
    const rule = rules.kinds[kind]
    if (rule) problems.push(...problemsOfKind(kind, rule))
  }
  return problems
}

const problemsOfKind = (kind: CustomerKind, rule: KindRule): Said<TierRuleFacts>[] => {
  const problems: Said<TierRuleFacts>[] = []
  if (!Number.isInteger(rule.minMonths) || rule.minMonths < 1 || rule.minMonths > 12)
    problems.push({ code: 'rule.badMinMonths', params: { kind, minMonths: rule.minMonths } })
  if (rule.bands.length === 0) return [...problems, { code: 'rule.noBands', params: { kind } }]
  const seen = new Set<Tier>()
  rule.bands.forEach(({ tier }, i) => {
    if (tier.trim() === '') problems.push({ code: 'rule.unnamedTier', params: { kind, place: i + 1 } })
    else if (seen.has(tier)) problems.push({ code: 'rule.sameTierTwice', params: { kind, tier } })
    seen.add(tier)
  })
  return [...problems, ...(rule.by === 'amount' ? amountProblems(kind, rule) : shareProblems(kind, rule))]
}

const amountProblems = (kind: CustomerKind, { bands }: AmountBands): Said<TierRuleFacts>[] => {
  const problems: Said<TierRuleFacts>[] = []
  bands.forEach(({ tier, from }, i) => {
    const above = bands[i - 1]
    if (!Number.isSafeInteger(from) || from < 0) problems.push({ code: 'rule.badAmount', params: { kind, tier, from } })
    else if (above && from >= above.from)
      problems.push({ code: 'rule.wrongOrder', params: { kind, tier, above: above.tier } })
  })
  const floor = bands.at(-1)
  if (floor && floor.from > 0) problems.push({ code: 'rule.noFloor', params: { kind, tier: floor.tier } })
  return problems
}

const shareProblems = (kind: CustomerKind, { bands }: ShareBands): Said<TierRuleFacts>[] => {
  const problems: Said<TierRuleFacts>[] = []
  bands.forEach(({ tier, top }, i) => {
    const above = bands[i - 1]
    if (!(top > 0 && top <= 1)) problems.push({ code: 'rule.badShare', params: { kind, tier, top } })
    else if (above && top <= above.top)
      problems.push({ code: 'rule.wrongOrder', params: { kind, tier, above: above.tier } })
  })
  const floor = bands.at(-1)
  if (floor && floor.top !== 1) problems.push({ code: 'rule.noFloor', params: { kind, tier: floor.tier } })
  return problems
}
