import { describe, expect, test } from 'vitest'
import { type Random, seededRandom } from '#domain/kernel/random.ts'
import {
  type ArmCount,
  campaignCost,
  type CampaignRow,
  countSides,
  customersNeeded,
  detectable,
  type Effect,
  effectOf,
  type Sides,
} from './effect.ts'
import { armOf, type Holdout } from './holdout.ts'

const arm = (customers: number, stayed: number, unknown = 0): ArmCount => ({ customers, stayed, unknown })
const campaign = { cost: 5_000_000, readOn: '2026-11-01' }
const read = (sides: Sides, today = '2026-11-22'): Effect => effectOf(sides, campaign, today)

describe('the effect of a campaign', () => {
  test('is a difference by assignment with saves and what each cost', () => {
    const { verdict, difference, saves, costPerSave } = read({ contacted: arm(4000, 3600), heldOut: arm(1000, 850) })
    expect(verdict).toBe('helped')
    expect(difference?.value).toBeCloseTo(0.05, 12)
    expect(saves?.value).toBeCloseTo(200, 9)
    expect(costPerSave?.value).toBeCloseTo(25_000, 6)
    expect(costPerSave?.low).toBeCloseTo(campaign.cost / (saves?.high ?? 0), 9)
    expect(costPerSave?.high).toBeCloseTo(campaign.cost / (saves?.low ?? 0), 9)
  })

  test('is not told before the day set for reading, on few customers, or with unknown outcomes', () => {
    const sides = { contacted: arm(4000, 3600), heldOut: arm(1000, 850) }
    expect(read(sides, '2026-10-31')).toMatchObject({ verdict: 'early', difference: null })
    expect(read({ ...sides, heldOut: arm(99, 80) })).toMatchObject({ verdict: 'few', saves: null })
    expect(read({ ...sides, heldOut: arm(1000, 800, 51) })).toMatchObject({ verdict: 'unknown', difference: null })
    expect(read({ ...sides, heldOut: arm(1000, 800, 50) }).verdict).toBe('helped')
  })

  test('has no cost a save while it is not shown to help, and says when it harms', () => {
    const unclear = read({ contacted: arm(400, 352), heldOut: arm(100, 86) })
    expect(unclear).toMatchObject({ verdict: 'notShown', costPerSave: null })
    expect(unclear.said.params).toMatchObject({ needed: customersNeeded(0.86, 0.02, 0.2) })
    expect(read({ contacted: arm(4000, 3200), heldOut: arm(1000, 900) })).toMatchObject({
      verdict: 'harmed',
      costPerSave: null,
    })
  })

  test('counts each customer once, where the seed put them', () => {
    const holdout: Holdout = { campaignId: 'c', seed: 's', share: 0.5 }
    const rows: CampaignRow[] = ['a', 'b', 'c', 'd', 'a'].map((customerId) => ({
      customerId,
      stayed: customerId === 'd' ? null : true,
    }))
    const { contacted, heldOut } = countSides(rows, holdout)
    expect(contacted.customers + heldOut.customers).toBe(4)
    expect(contacted.unknown + heldOut.unknown).toBe(1)
    expect(heldOut.customers).toBe(['a', 'b', 'c', 'd'].filter((id) => armOf(holdout, id) === 'heldOut').length)
  })
})

describe('before a campaign starts', () => {
  test('one learns what difference it could show, and that the number asked for such a difference fits', () => {
    const seen = detectable(5000, 0.85, 0.2) ?? 0
    expect(seen).toBeGreaterThan(0.02)
    expect(seen).toBeLessThan(0.05)
    expect(customersNeeded(0.85, seen, 0.2)).toBeLessThanOrEqual(5000)
    expect(customersNeeded(0.85, seen - 0.001, 0.2)).toBeGreaterThan(5000)
    expect(detectable(60, 0.95, 0.2)).toBeNull()
    expect(detectable(5000, 1, 0.2)).toBeNull()
  })
})

test('what a campaign cost counts who was reached, less what the held out had as well', () => {
  const [contacted, heldOut] = [
    { customers: 800, reached: 600 },
    { customers: 200, reached: 0 },
  ]
  expect(campaignCost(500, contacted, heldOut)).toBe(300_000)
  expect(campaignCost(500, contacted, { ...heldOut, reached: 10 })).toBe(280_000)
  expect(campaignCost(500, { ...contacted, reached: 0 }, { ...heldOut, reached: 10 })).toBe(0)
})

const binomial = (random: Random, of: number, chance: number): number => {
  let count = 0
  for (let i = 0; i < of; i++) if (random() < chance) count++
  return count
}

const CAMPAIGNS = 1000
const CUSTOMERS = 5000

describe('over 1,000 simulated campaigns of 5,000 customers', () => {
  test.each([
    ['a common outcome, half held out', 0.7, 0.03, 0.5],
    ['a common outcome, a fifth held out', 0.8, 0.04, 0.2],
    ['few leave, a tenth held out', 0.95, 0.02, 0.1],
    ['no effect', 0.85, 0, 0.2],
    ['contact harms', 0.9, -0.03, 0.3],
  ])('the interval covers the truth in 93 to 97 of a hundred: %s', (_story, base, effect, share) => {
    const random = seededRandom(Math.round(base * 1000 + share * 10))
    let covered = 0
    let claimed = 0
    for (let k = 0; k < CAMPAIGNS; k++) {
      const held = binomial(random, CUSTOMERS, share)
      const contacted = CUSTOMERS - held
      const { difference, verdict } = read({
        contacted: arm(contacted, binomial(random, contacted, base + effect)),
        heldOut: arm(held, binomial(random, held, base)),
      })
      if (difference && difference.low <= effect && effect <= difference.high) covered++
      if (verdict === 'helped' || verdict === 'harmed') claimed++
    }
    expect(covered / CAMPAIGNS).toBeGreaterThanOrEqual(0.93)
    expect(covered / CAMPAIGNS).toBeLessThanOrEqual(0.97)
    if (effect === 0) expect(claimed).toBe(CAMPAIGNS - covered)
  })

  test('it does so row by row with the seed’s own arms, unlike customers, and some never reached', () => {
    const random = seededRandom(20261122)
    const ids = Array.from({ length: CUSTOMERS }, (_, i) => `c${i}`)
    // the truth over all customers there could be: three kinds, 30 % of the contacted never reached and so not helped
    const kinds = [
      { share: 0.5, base: 0.92, helps: 0.02 },
      { share: 0.3, base: 0.7, helps: 0.1 },
      { share: 0.2, base: 0.85, helps: -0.05 },
    ]
    const reachedShare = 0.7
    const truth = reachedShare * kinds.reduce((sum, { share, helps }) => sum + share * helps, 0)
    const cost = 3_000_000
    let covered = 0
    let saveCovered = 0
    for (let k = 0; k < CAMPAIGNS; k++) {
      const holdout: Holdout = { campaignId: 'c', seed: `k${k}`, share: 0.2 }
      const rows = ids.map((customerId): CampaignRow => {
        const draw = random()
        const kind = draw < 0.5 ? kinds[0] : draw < 0.8 ? kinds[1] : kinds[2]
        const reached = armOf(holdout, customerId) === 'contacted' && random() < reachedShare
        return { customerId, stayed: random() < (kind?.base ?? 0) + (reached ? (kind?.helps ?? 0) : 0) }
      })
      const sides = countSides(rows, holdout)
      const { difference, costPerSave } = effectOf(sides, { cost, readOn: '2026-11-01' }, '2026-11-22')
      const covers = difference !== null && difference.low <= truth && truth <= difference.high
      if (covers) covered++
      if (costPerSave) {
        const costTruth = cost / (truth * sides.contacted.customers)
        const within = costPerSave.low <= costTruth && costTruth <= costPerSave.high
        expect(within).toBe(covers)
      }
      if (covers || costPerSave === null) saveCovered++
    }
    expect(covered / CAMPAIGNS).toBeGreaterThanOrEqual(0.93)
    expect(covered / CAMPAIGNS).toBeLessThanOrEqual(0.97)
    expect(saveCovered / CAMPAIGNS).toBeGreaterThanOrEqual(0.93)
  })

  test('a campaign of the size it asks for shows its effect four times in five', () => {
    const random = seededRandom(7)
    const [base, effect, share] = [0.8, 0.05, 0.25]
    const customers = customersNeeded(base, effect, share) ?? 0
    const held = Math.round(customers * share)
    let shown = 0
    const rounds = 4 * CAMPAIGNS
    for (let k = 0; k < rounds; k++) {
      const { verdict } = read({
        contacted: arm(customers - held, binomial(random, customers - held, base + effect)),
        heldOut: arm(held, binomial(random, held, base)),
      })
      if (verdict === 'helped') shown++
    }
    expect(shown / rounds).toBeGreaterThan(0.77)
    expect(shown / rounds).toBeLessThan(0.85)
    expect([customersNeeded(0.8, 0, 0.2), customersNeeded(0.8, 0.3, 0.2), customersNeeded(0.8, 0.1, 1)]).toEqual([
      null,
      null,
      null,
    ])
  })
})
