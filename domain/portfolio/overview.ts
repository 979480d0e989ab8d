import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { type Concentration, concentrationOf, pairOfTiers, type SharePair, topShare } from './concentration.ts'
import { type Tier, tiersOf, type TierRules } from './rules.ts'
import type { Standing } from './standing.ts'
import type { Border } from './tier.ts'

/** What an overview reads of a customer's standing. */
export type OverviewRow = Pick<Standing, 'kind' | 'present' | 'tier' | 'paid12' | 'months'>

/** How many customers stand in a tier and what they paid in twelve months; `tier` is null for those without one. */
export type TierCount = {
  kind: CustomerKind
  tier: Tier | null
  customers: number
  revenue: Fen
  border: Border | null
}

export type Overview = {
  /** Null for all kinds together. */
  kind: CustomerKind | null
  customers: number
  revenue: Fen
  /** Customers without one bill in twelve months. */
  withoutBills: number
  concentration: Concentration
  /** The chosen tiers against all. */
  pair: { tiers: readonly Tier[]; customers: number; revenue: Fen; share: SharePair } | null
  /** The chosen share of customers, from the one who pays most. */
  top: SharePair | null
}

/** The tiers spoken of first: all but the lower half, two of four. */
export const keyTiers = (tiers: readonly Tier[]): Tier[] => tiers.slice(0, Math.max(1, Math.floor(tiers.length / 2)))

/** A portfolio's concentration, together and by kind: kinds nobody has are left out. [K-01][K-02][M-05] */
export const overviewsOf = (
  rows: readonly OverviewRow[],
  rules: TierRules,
  ask: { share: number; tiers?: readonly Tier[] | undefined },
): Overview[] => {
  const present = rows.filter((row) => row.present)
  const kinds = customerKinds.filter((kind) => present.some((row) => row.kind === kind))
  return [null, ...kinds].map((kind) => {
    const own = kind === null ? present : present.filter((row) => row.kind === kind)
    const of = kind === null ? kinds : [kind]
    const tiers = ask.tiers ?? [...new Set(of.flatMap((each) => keyTiers(tiersOf(rules, each))))]
    const paid = own.map(({ paid12 }) => paid12)
    const chosen = own.filter(({ tier }) => tier !== null && tiers.includes(tier))
    const share = pairOfTiers(own, of, tiers)
    return {
      kind,
      customers: own.length,
      revenue: sum(own),
      withoutBills: own.filter(({ months }) => months === 0).length,
      concentration: concentrationOf(paid),
      pair: share && { tiers, customers: chosen.length, revenue: sum(chosen), share },
      top: topShare(paid, ask.share),
    }
  })
}

/** Customers and revenue by kind and tier, highest first, those without a tier last. */
export const tierCounts = (rows: readonly OverviewRow[], rules: TierRules, borders: readonly Border[]): TierCount[] => {
  const present = rows.filter((row) => row.present)
  return customerKinds.flatMap((kind) => {
    const own = present.filter((row) => row.kind === kind)
    if (own.length === 0) return []
    return [...tiersOf(rules, kind), null].map((tier) => {
      const here = own.filter((row) => row.tier === tier)
      const border = borders.find((each) => each.kind === kind && each.tier === tier) ?? null
      return { kind, tier, customers: here.length, revenue: sum(here), border }
    })
  })
}

const sum = (rows: readonly { paid12: Fen }[]): Fen =>
  rows.reduce((total, { paid12 }) => total + Math.max(0, paid12), 0)
