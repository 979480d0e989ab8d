import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concentrationOf, pairOf, pairOfTiers, revenueAt, sharePair, topShare } from './concentration.ts'

const cdnow = resolve(process.env['WEIXI_REFERENCE_DATA'] ?? '../shared/data', 'cdnow/CDNOW_master.txt')

const spentByCustomer = (): number[] => {
  const spent = new Map<string, number>()
  for (const line of readFileSync(cdnow, 'utf8').split('\n')) {
    const [customer, , , dollars] = line.trim().split(/\s+/)
    if (customer && Number(dollars) >= 0)
      spent.set(customer, (spent.get(customer) ?? 0) + Math.round(Number(dollars) * 100))
  }
  return [...spent.values()]
}

const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 200 })

describe('concentration', () => {
  test('5.85 % of customers with 43.75 % of revenue are worth 7.48 average ones each [K-02][M-05]', () => {
    expect(sharePair(0.0585, 0.4375).lift).toBeCloseTo(7.48, 2)
    expect(pairOf({ customers: 0, revenue: 0 }, { customers: 0, revenue: 0 })).toBeNull()
    expect(sharePair(0, 0).lift).toBeNull()
  })

  test('a share of customers is found on the curve, and no choice of as many customers brings more', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 200 }), (paid, wanted) => {
        fc.pre(paid.some((amount) => amount > 0))
        const count = wanted % (paid.length + 1)
        const { curve } = concentrationOf(paid)
        const asGiven = paid.slice(0, count).reduce((sum, amount) => sum + amount, 0)
        const all = paid.reduce((sum, amount) => sum + amount, 0)
        const first = revenueAt(curve, count / paid.length)
        expect(first).toBeGreaterThanOrEqual(asGiven / all - 0.01)
        expect(first).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
    expect(
      revenueAt(
        [
          { customers: 0, revenue: 0 },
          { customers: 1, revenue: 1 },
        ],
        0.5,
      ),
    ).toBe(0.5)
  })

  test('tiers against all who are still there, silent ones among them', () => {
    const row = (tier: string | null, paid12: number, present = true) => ({
      kind: 'person' as const,
      tier,
      paid12,
      present,
    })
    const rows = [row('A', 600), row('B', 300), row(null, 100), row(null, 0), row(null, 5000, false)]
    expect(pairOfTiers(rows, ['person'], ['A', 'B'])).toEqual({ customers: 0.5, revenue: 0.9, lift: 1.8 })
    expect(pairOfTiers(rows, ['outlet'], ['A'])).toBeNull()
  })

  test.skipIf(!existsSync(cdnow))('CDNOW: the top 20 % hold 67.8 %, Gini .6346 (reference data, if present)', () => {
    const spent = spentByCustomer()
    const all = concentrationOf(spent)
    expect(all.customers).toBe(23_570)
    expect(all.gini).toBeCloseTo(0.634571184581596, 9)
    expect(topShare(spent, 0.2)?.revenue).toBeCloseTo(0.6777738296984529, 9)
    expect(topShare(spent, 0.05)?.revenue).toBeCloseTo(0.3669076491754763, 3)
    expect(all.curve).toHaveLength(101)
    expect(all.curve[20]?.revenue).toBeCloseTo(0.6777738296984529, 9)
  })

  test('the curve rises, bends down and ends at all of both', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 50 }), (paid, points) => {
        const { curve, revenue, gini } = concentrationOf(paid, points)
        if (revenue === 0) return gini === null && curve.length === 0
        const slopes = curve.slice(1).map((p, i) => {
          const q = curve[i] ?? p
          return (p.revenue - q.revenue) / (p.customers - q.customers)
        })
        const bends = slopes.every((slope, i) => i === 0 || slope <= (slopes[i - 1] ?? 0) + 1e-9)
        const end = curve.at(-1)
        return bends && end?.customers === 1 && Math.abs(end.revenue - 1) < 1e-12 && (gini ?? -1) > -1e-12
      }),
    )
  })

  test('equals have Gini 0; refunds count as nothing and are told', () => {
    expect(concentrationOf([5, 5, 5, 5]).gini).toBe(0)
    const withRefund = concentrationOf([100, -40])
    expect([withRefund.belowZero, withRefund.revenue, withRefund.gini]).toEqual([1, 100, 0.5])
    expect(concentrationOf([]).gini).toBeNull()
    expect(topShare([], 0.2)).toBeNull()
  })
})
