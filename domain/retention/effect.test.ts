import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { arm, binomial, CAMPAIGNS, coverByRow, coverOf, truths } from '#test/simulated-campaigns.ts'
import {
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

describe('over 1,000 simulated campaigns of 5,000 customers', () => {
  test.each(truths)('the interval covers the truth in 93 to 97 of a hundred: $story', (truth) => {
    const { cover, claimed } = coverOf(truth)
    expect(cover).toBeGreaterThanOrEqual(0.93)
    expect(cover).toBeLessThanOrEqual(0.97)
    if (truth.effect === 0) expect(claimed).toBeCloseTo(1 - cover, 9)
  })

  test('it does so row by row with the seed’s own arms, unlike customers, and some never reached', () => {
    const { cover, costAgrees } = coverByRow()
    expect(cover).toBeGreaterThanOrEqual(0.93)
    expect(cover).toBeLessThanOrEqual(0.97)
    expect(costAgrees).toBe(true)
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
