import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assumptionsOf, bordersBy, type CampaignFigures, paysFrom, PUBLISHED_FIGURES } from './campaign-figures.ts'
import { PUBLISHED_CAMPAIGN } from './profit.ts'
import { bandOfRisk, STARTING_RISK_BANDS } from './risk-band.ts'

const figures = fc.record({
  value: fc.integer({ min: 1, max: 1_000_000 }),
  offer: fc.integer({ min: 0, max: 100_000 }),
  contact: fc.integer({ min: 0, max: 10_000 }),
  accept: fc.integer({ min: 1, max: 99 }),
})

/** What one contact brings on average with somebody who leaves with this probability. */
const brings = (chance: number, { value, offer, contact, accept }: CampaignFigures): number =>
  chance * ((accept / 100) * (value - offer) - contact) - (1 - chance) * (offer + contact)

describe('a branch’s own figures of a campaign', () => {
  test('put the border where a contact just pays, and nowhere else', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0, max: 1, noNaN: true }), (own, chance) => {
        const border = paysFrom(own)
        fc.pre(Number.isFinite(border) && Math.abs(chance - border) > 1e-6)
        return chance > border === brings(chance, own) > 0
      }),
    )
  })

  test('begin with the paper’s, which pay from a chance of 16 % on', () => {
    expect(assumptionsOf(PUBLISHED_FIGURES)).toMatchObject({ value: 20_000, offer: 1000, contact: 100 })
    expect(assumptionsOf(PUBLISHED_FIGURES).accept.alpha).toBeCloseTo(PUBLISHED_CAMPAIGN.accept.alpha)
    expect(paysFrom(PUBLISHED_FIGURES)).toBeCloseTo(11 / 67)
  })

  test('move from where the warning speaks; “high” stays unless a contact pays only above it', () => {
    expect(bordersBy(null)).toEqual(STARTING_RISK_BANDS)
    const cheap = bordersBy({ ...PUBLISHED_FIGURES, offer: 0, contact: 500 })
    expect(cheap.raised).toBeCloseTo(500 / 6000)
    expect([0.05, 0.2, 0.7].map((chance) => bandOfRisk(chance, cheap))).toEqual(['low', 'raised', 'high'])
    const dear = bordersBy({ ...PUBLISHED_FIGURES, contact: 4000 })
    expect(dear.raised).toBeCloseTo(5000 / 6700)
    expect(dear.high).toBe(dear.raised)
  })

  test('that pay with nobody warn of nobody', () => {
    expect(paysFrom({ value: 100, offer: 1000, contact: 100, accept: 30 })).toBeGreaterThanOrEqual(1)
    expect(paysFrom({ value: 0, offer: 0, contact: 0, accept: 30 })).toBe(Infinity)
  })
})
