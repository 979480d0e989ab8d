import { type Random, seededRandom } from '#domain/kernel/random.ts'
import {
  type ArmCount,
  type CampaignRow,
  countSides,
  type Effect,
  effectOf,
  type Sides,
} from '#domain/retention/effect.ts'
import { armOf, type Holdout } from '#domain/retention/holdout.ts'

export const CAMPAIGNS = 1000
export const CUSTOMERS = 5000

/** What a simulated campaign is: the share that stays without contact, what contact changes in it, and the share held out. */
export type Truth = { story: string; base: number; effect: number; heldOut: number }

export const truths: readonly Truth[] = [
  { story: 'a common outcome, half held out', base: 0.7, effect: 0.03, heldOut: 0.5 },
  { story: 'a common outcome, a fifth held out', base: 0.8, effect: 0.04, heldOut: 0.2 },
  { story: 'few leave, a tenth held out', base: 0.95, effect: 0.02, heldOut: 0.1 },
  { story: 'no effect', base: 0.85, effect: 0, heldOut: 0.2 },
  { story: 'contact harms', base: 0.9, effect: -0.03, heldOut: 0.3 },
]

/** `cover`: the share of campaigns whose 95 % interval holds the truth; `claimed`: of those that claim to help or to harm. */
export type Cover = { cover: number; claimed: number }

export const arm = (customers: number, stayed: number, unknown = 0): ArmCount => ({ customers, stayed, unknown })

const COST = 3_000_000

/** The effect as read after its day. */
export const readEffect = (sides: Sides, cost = COST): Effect =>
  effectOf(sides, { cost, readOn: '2026-11-01' }, '2026-11-22')

export const binomial = (random: Random, of: number, chance: number): number => {
  let count = 0
  for (let i = 0; i < of; i++) if (random() < chance) count++
  return count
}

const holds = ({ difference }: Effect, truth: number): boolean =>
  difference !== null && difference.low <= truth && truth <= difference.high

/** A thousand campaigns of five thousand customers who are all alike. */
export const coverOf = ({ base, effect, heldOut }: Truth): Cover => {
  const random = seededRandom(Math.round(base * 1000 + heldOut * 10))
  const read = Array.from({ length: CAMPAIGNS }, () => {
    const held = binomial(random, CUSTOMERS, heldOut)
    const contacted = CUSTOMERS - held
    return readEffect({
      contacted: arm(contacted, binomial(random, contacted, base + effect)),
      heldOut: arm(held, binomial(random, held, base)),
    })
  })
  const claims = read.filter(({ verdict }) => verdict === 'helped' || verdict === 'harmed')
  return {
    cover: read.filter((one) => holds(one, effect)).length / CAMPAIGNS,
    claimed: claims.length / CAMPAIGNS,
  }
}

/** Three kinds of customers, one of whom contact harms; 30 % of the contacted are never reached and so not helped. */
const kinds = [
  { share: 0.5, base: 0.92, helps: 0.02 },
  { share: 0.3, base: 0.7, helps: 0.1 },
  { share: 0.2, base: 0.85, helps: -0.05 },
]
const REACHED = 0.7

/**
 * A thousand campaigns of five thousand customers, each customer put into an arm by the campaign's own seed, unlike each other, and some never
 * reached. `costAgrees`: in every campaign the cost of one kept held its truth exactly where the interval did.
 */
export const coverByRow = (): { cover: number; costAgrees: boolean } => {
  const random = seededRandom(20261122)
  const ids = Array.from({ length: CUSTOMERS }, (_, i) => `c${i}`)
  const truth = REACHED * kinds.reduce((sum, { share, helps }) => sum + share * helps, 0)
  let covered = 0
  let costAgrees = true
  for (let k = 0; k < CAMPAIGNS; k++) {
    const holdout: Holdout = { campaignId: 'c', seed: `k${k}`, share: 0.2 }
    const sides = countSides(
      ids.map((customerId): CampaignRow => {
        const draw = random()
        const kind = draw < 0.5 ? kinds[0] : draw < 0.8 ? kinds[1] : kinds[2]
        const reached = armOf(holdout, customerId) === 'contacted' && random() < REACHED
        return { customerId, stayed: random() < (kind?.base ?? 0) + (reached ? (kind?.helps ?? 0) : 0) }
      }),
      holdout,
    )
    const read = readEffect(sides)
    const covers = holds(read, truth)
    if (covers) covered++
    if (read.costPerSave) {
      const cost = COST / (truth * sides.contacted.customers)
      costAgrees &&= (read.costPerSave.low <= cost && cost <= read.costPerSave.high) === covers
    }
  }
  return { cover: covered / CAMPAIGNS, costAgrees }
}
