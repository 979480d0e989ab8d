import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import { differenceInterval, type Interval, shareInterval, Z95 } from '#domain/statistics/interval.ts'
import { type Arm, armOf, type Holdout } from './holdout.ts'

/** One arm of a campaign by assignment: everyone the seed put there, whether or not they were reached. `unknown`: nobody knows yet
 * whether they stayed. */
export type ArmCount = { customers: number; stayed: number; unknown: number }

export type Sides = { contacted: ArmCount; heldOut: ArmCount }

export type Campaign = {
  /** What the contacts and offers of the campaign cost, whatever the held out would have cost anyhow taken off. */
  cost: Fen
  /** The day set beforehand on which the result is read. Looking earlier, and again, finds effects where there are none. */
  readOn: Day
}

/** Below this a side says too little for an interval of any use, and its nominal cover is no longer shown by simulation. */
export const LEAST_SIDE = 100

/** More customers of unknown outcome than this share on either side, and what is unknown could be the whole effect. */
export const MOST_UNKNOWN = 0.05

export type EffectFacts = {
  'effect.early': { readOn: Day }
  'effect.fewCustomers': { contacted: number; heldOut: number; least: number }
  'effect.unknown': { unknown: number; customers: number }
  'effect.notShown': { low: number; high: number; needed: number | null }
  'effect.helped': { saved: number; low: number; high: number }
  'effect.harmed': { lost: number; low: number; high: number }
}

/**
 * What a campaign caused. `difference`: the share that stayed among the contacted less that among the held out, with its 95 % interval, null
 * while it may not be read. `saves`: customers who stayed because of it, among all assigned to contact. `costPerSave` in fen, only where
 * the campaign is shown to help: else the interval has no upper end. Only `helped` and `harmed` claim anything.
 */
export type Effect = {
  verdict: 'early' | 'few' | 'unknown' | 'notShown' | 'helped' | 'harmed'
  difference: Interval | null
  saves: Interval | null
  costPerSave: Interval | null
  said: Said<EffectFacts>
}

/**
 * The effect of a campaign by assignment (intention to treat): who was never reached counts where the seed put them, and so does who was held
 * out and rang of their own accord. Difference of shares by Newcombe (1998, method 10). Before `readOn`, with fewer than `LEAST_SIDE` a side
 * or too many unknown it answers "not yet", without a figure; when the interval holds 0 it says "not shown" with how many customers would
 * show a difference of the size seen.
 */
export const effectOf = ({ contacted, heldOut }: Sides, { cost, readOn }: Campaign, today: Day): Effect => {
  const none = { difference: null, saves: null, costPerSave: null }
  if (today < readOn) return { ...none, verdict: 'early', said: { code: 'effect.early', params: { readOn } } }
  const known = [contacted, heldOut].map(({ customers, unknown }) => customers - unknown)
  const [knownContacted = 0, knownHeldOut = 0] = known
  if (Math.min(...known) < LEAST_SIDE) return { ...none, verdict: 'few', said: fewSaid(knownContacted, knownHeldOut) }
  const unclear = [contacted, heldOut].find(({ customers, unknown }) => unknown > MOST_UNKNOWN * customers)
  if (unclear) return { ...none, verdict: 'unknown', said: unknownSaid(contacted, heldOut) }
  const difference = differenceInterval(
    shareInterval(contacted.stayed / knownContacted, knownContacted),
    shareInterval(heldOut.stayed / knownHeldOut, knownHeldOut),
  )
  const saves = times(difference, contacted.customers)
  return { ...verdictOf(difference, saves, contacted, heldOut), difference, saves, costPerSave: costOf(cost, saves) }
}

const fewSaid = (contacted: number, heldOut: number): Said<EffectFacts> => ({
  code: 'effect.fewCustomers',
  params: { contacted, heldOut, least: LEAST_SIDE },
})

const unknownSaid = (one: ArmCount, other: ArmCount): Said<EffectFacts> => ({
  code: 'effect.unknown',
  params: { unknown: one.unknown + other.unknown, customers: one.customers + other.customers },
})

const times = ({ value, low, high }: Interval, by: number): Interval => ({
  value: value * by,
  low: low * by,
  high: high * by,
})

const verdictOf = (
  difference: Interval,
  saves: Interval,
  contacted: ArmCount,
  heldOut: ArmCount,
): Pick<Effect, 'verdict' | 'said'> => {
  const { low, high } = difference
  if (low > 0)
    return {
      verdict: 'helped',
      said: { code: 'effect.helped', params: { saved: saves.value, low: saves.low, high: saves.high } },
    }
  if (high < 0)
    return {
      verdict: 'harmed',
      said: { code: 'effect.harmed', params: { lost: -saves.value, low: -saves.high, high: -saves.low } },
    }
  const base = heldOut.stayed / (heldOut.customers - heldOut.unknown)
  const share = heldOut.customers / (heldOut.customers + contacted.customers)
  const needed = customersNeeded(base, difference.value, share)
  return { verdict: 'notShown', said: { code: 'effect.notShown', params: { low, high, needed } } }
}

/** Money over saves, end against end: it lies in its interval exactly when the saves lie in theirs. */
const costOf = (cost: Fen, { value, low, high }: Interval): Interval | null =>
  low > 0 ? { value: cost / value, low: cost / high, high: cost / low } : null

/** Standard normal quantile of .8: four times in five the interval leaves 0 out. */
const Z80 = 0.8416212335729143

/**
 * How many customers a campaign needs in all, so that four times in five its 95 % interval shows a true `difference` of shares. `base`: share
 * that stays without contact; `heldOut`: share held out, 0…1. Null where no number would do: no difference, or one that leaves no share.
 */
export const customersNeeded = (base: number, difference: number, heldOut: number): number | null => {
  const reached = base + difference
  if (difference === 0 || reached < 0 || reached > 1 || heldOut <= 0 || heldOut >= 1) return null
  const spread = (reached * (1 - reached)) / (1 - heldOut) + (base * (1 - base)) / heldOut
  return Math.max(2, Math.ceil(((Z95 + Z80) / difference) ** 2 * spread))
}

/**
 * The smallest difference of shares that so many customers would show four times in five: what to know before a campaign starts. Upwards
 * from `base`, the share expected to stay without contact; null where even everybody staying would not be seen.
 */
export const detectable = (customers: number, base: number, heldOut: number): number | null => {
  const most = 1 - base
  const shows = (difference: number): boolean => {
    const needed = customersNeeded(base, difference, heldOut)
    return needed !== null && needed <= customers
  }
  if (most <= 0 || !shows(most)) return null
  let [low, high] = [0, most]
  while (high - low > 1e-4) {
    const middle = (low + high) / 2
    if (shows(middle)) high = middle
    else low = middle
  }
  return high
}

/** Customers of one arm who were reached for the campaign. */
export type ArmReach = { customers: number; reached: number }

/**
 * What a campaign cost in fen: so much a customer reached. What went into the held out against the plan is taken off in the same measure,
 * for without the campaign the contacted would have had that as well.
 */
export const campaignCost = (each: Fen, contacted: ArmReach, heldOut: ArmReach): Fen => {
  const anyhow = heldOut.customers > 0 ? (heldOut.reached / heldOut.customers) * contacted.customers : 0
  return Math.max(0, Math.round(each * (contacted.reached - anyhow)))
}

/** One customer of a campaign: null while nobody knows whether they stayed. */
export type CampaignRow = { customerId: Id; stayed: boolean | null }

/** Counts a campaign's customers by the arm their seed gives them; each customer once, however often listed. */
export const countSides = (rows: Iterable<CampaignRow>, holdout: Holdout): Sides => {
  const sides: Sides = {
    contacted: { customers: 0, stayed: 0, unknown: 0 },
    heldOut: { customers: 0, stayed: 0, unknown: 0 },
  }
  const seen = new Set<Id>()
  for (const { customerId, stayed } of rows) {
    if (seen.has(customerId)) continue
    seen.add(customerId)
    const arm: Arm = armOf(holdout, customerId)
    const side = sides[arm]
    side.customers++
    if (stayed === null) side.unknown++
    else if (stayed) side.stayed++
  }
  return sides
}
