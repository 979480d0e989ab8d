import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { type Tier, tiersOf, type TierRules } from './rules.ts'
import type { Standing, StandingMonth } from './standing.ts'
import type { Border } from './tier.ts'

/** A customer near a tier border. `distance` is in fen a month or a year (`per`), never negative; `share` is it over the border. */
export type NearBorder = {
  customerId: Id
  kind: CustomerKind
  tier: Tier
  /** The tier on the other side of the border. */
  toward: Tier
  border: Fen
  per: 'year' | 'month'
  distance: Fen
  share: number
  /** How much nearer (positive) or further (negative) since the month before, in fen; `null` without one. */
  nearer: Fen | null
}

export type WatchLists = { promotion: NearBorder[]; demotion: NearBorder[] }

/**
 * Who is within `within` (a share of the border, .1 = 10 %) of moving up or down, nearest first [K-03]. The same
 * customer may stand on both lists when a tier is narrow. The value just at a border belongs to the upper tier.
 */
export const watchLists = (
  standing: StandingMonth,
  rules: TierRules,
  within: number,
  previous?: StandingMonth,
): WatchLists => {
  const before = new Map(previous?.rows.map((row) => [row.customerId, row]))
  const borders = new Map(standing.borders.map((border) => [`${border.kind}/${border.tier}`, border]))
  const near = (row: Standing, borderTier: Tier, toward: Tier, up: boolean): NearBorder[] => {
    const border = borders.get(`${row.kind}/${borderTier}`)
    if (!border?.from || row.value === null || row.tier === null) return []
    const gap = (value: Fen): Fen => (up ? (border.from ?? 0) - value : value - (border.from ?? 0))
    const distance = Math.max(0, gap(row.value))
    const was = before.get(row.customerId)?.value ?? null
    const entry: NearBorder = {
      customerId: row.customerId,
      kind: row.kind,
      tier: row.tier,
      toward,
      border: border.from,
      per: border.per,
      distance,
      share: distance / border.from,
      nearer: was === null ? null : gap(was) - gap(row.value),
    }
    return entry.share <= within ? [entry] : []
  }
  const promotion: NearBorder[] = []
  const demotion: NearBorder[] = []
  for (const row of standing.rows) {
    const tiers = tiersOf(rules, row.kind)
    const at = row.tier === null ? -1 : tiers.indexOf(row.tier)
    const above = tiers[at - 1]
    const below = tiers[at + 1]
    if (at >= 0 && above !== undefined) promotion.push(...near(row, above, above, true))
    if (at >= 0 && below !== undefined && row.tier !== null) demotion.push(...near(row, row.tier, below, false))
  }
  return { promotion: promotion.sort(nearestFirst), demotion: demotion.sort(nearestFirst) }
}

/** Values, in fen as `Standing.value`, from `least` up and to `most` down, of customers of a tier who may be near one of its borders. */
export type NearRange = { kind: CustomerKind; tier: Tier; least: Fen; most: Fen }

/** Where `watchLists` finds anybody: outside of these ranges nobody is near a border. */
export const nearRanges = (borders: readonly Border[], rules: TierRules, within: number): NearRange[] => {
  const from = new Map(borders.map((border) => [`${border.kind}/${border.tier}`, border.from]))
  return customerKinds.flatMap((kind) => {
    const tiers = tiersOf(rules, kind)
    return tiers.flatMap((tier, at): NearRange[] => {
      const above = at > 0 ? from.get(`${kind}/${tiers[at - 1]}`) : null
      const below = at < tiers.length - 1 ? from.get(`${kind}/${tier}`) : null
      return [
        ...(above ? [{ kind, tier, least: Math.floor(above * (1 - within)), most: Number.MAX_SAFE_INTEGER }] : []),
        ...(below ? [{ kind, tier, least: Number.MIN_SAFE_INTEGER, most: Math.ceil(below * (1 + within)) }] : []),
      ]
    })
  })
}

const nearestFirst = (a: NearBorder, b: NearBorder): number =>
  a.share - b.share || b.border - a.border || (a.customerId < b.customerId ? -1 : 1)
