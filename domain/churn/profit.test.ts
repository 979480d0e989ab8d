import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedBy, campaignProfit, campaignReach, profitOf, PUBLISHED_CAMPAIGN } from './profit.ts'

const customers = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 12 })), { minLength: 4, maxLength: 40 })
  .filter((rows) => new Set(rows.map(([label]) => label)).size === 2)

/** The same by brute force: for each of many shares who accept, the best of all borders. */
const byHand = (rows: readonly (readonly [number, number])[]): number => {
  const { value, offer, contact } = PUBLISHED_CAMPAIGN
  const borders = [...new Set(rows.map(([, score]) => score)), 99]
  const steps = 2000
  let [sum, weights] = [0, 0]
  for (let step = 0; step < steps; step++) {
    const accept = (step + 0.5) / steps
    const weight = accept ** 5 * (1 - accept) ** 13
    const profits = borders.map((border) => {
      const reached = rows.filter(([, score]) => score >= border)
      const left = reached.filter(([label]) => label === 1).length
      return (left * (accept * (value - offer) - contact) - (reached.length - left) * (offer + contact)) / rows.length
    })
    sum += weight * Math.max(...profits)
    weights += weight
  }
  return sum / weights
}

describe('the expected profit of a campaign', () => {
  test('is the best border for each share who accept, averaged', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const found = campaignProfit(
          rows.map(([label]) => label),
          rows.map(([, score]) => score),
        )
        return Math.abs((found?.profit ?? -1) - byHand(rows)) < 1e-3
      }),
      { numRuns: 40 },
    )
  })

  test('hangs on the order alone, not on the scores or the order of rows', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const of = (own: typeof rows, score: (value: number) => number) =>
          campaignProfit(
            own.map(([label]) => label),
            own.map(([, value]) => score(value)),
          )
        const one = of(rows, (value) => value)
        const other = of(rows.toReversed(), (value) => Math.exp(value) - 3)
        expect(other?.profit).toBeCloseTo(one?.profit ?? 0, 9)
        expect(other?.share).toBeCloseTo(one?.share ?? 0, 9)
      }),
    )
  })

  test('of a perfect order: reach the leavers and nobody else', () => {
    const labels = Array.from({ length: 100 }, (_, i) => (i < 20 ? 1 : 0))
    const perfect = campaignProfit(labels, labels)
    expect(perfect?.share).toBeCloseTo(0.2, 4)
    expect(perfect?.profit).toBeCloseTo(0.2 * (0.3 * 190 - 1), 3)
  })

  test('is never a loss, and nothing where nobody left or all did', () => {
    const dear = { ...PUBLISHED_CAMPAIGN, offer: 190, contact: 50 }
    expect(campaignProfit([1, 0, 0, 0], [0, 1, 2, 3], dear)?.profit).toBeCloseTo(0, 9)
    expect(campaignProfit([1, 0, 0, 0], [0, 1, 2, 3], { ...dear, value: 190 })).toEqual({ profit: 0, share: 0 })
    expect(campaignProfit([0, 0], [1, 2])).toBeNull()
    expect(campaignProfit([1, 1], [1, 2])).toBeNull()
  })

  test('is reckoned again for other assumptions from what was kept of the order', () => {
    const labels = Array.from({ length: 100 }, (_, i) => (i < 20 ? 1 : 0))
    const kept = JSON.parse(JSON.stringify(campaignReach(labels, labels))) as NonNullable<
      ReturnType<typeof campaignReach>
    >
    const half = { value: 1000, offer: 100, contact: 2, accept: acceptedBy(0.5) }
    expect(profitOf(kept, half)).toEqual(campaignProfit(labels, labels, half))
    expect(profitOf(kept, half).profit).toBeCloseTo(0.2 * (0.5 * 900 - 2), 3)
    expect(acceptedBy(0.3)).toEqual(PUBLISHED_CAMPAIGN.accept)
  })
})
