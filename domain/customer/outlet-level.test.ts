import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OutletMonth, outletLevels, tooManyOther } from './outlet-level.ts'

const outlet = (customerId: string, more: Partial<OutletMonth> = {}): OutletMonth => ({
  customerId,
  market: 'town',
  quantity: 100,
  brands: 10,
  averagePriceFen: 18_000,
  paidElectronically: 1,
  ...more,
})

describe('monthly level of an outlet [K-30]', () => {
  it('adds four parts of 25 and makes five steps of them', () => {
    const [small, big] = outletLevels([
      outlet('small', { quantity: 20, brands: 4, averagePriceFen: 9000, paidElectronically: 0.2 }),
      outlet('big'),
    ])
    expect(big).toMatchObject({ parts: { quantity: 25, brands: 25, price: 25, settlement: 25 }, score: 100, level: 5 })
    expect(small).toMatchObject({ parts: { quantity: 13, brands: 13, price: 13, settlement: 5 }, score: 44, level: 3 })
  })

  it('compares within one market only', () => {
    const levels = outletLevels([
      outlet('town', { quantity: 900 }),
      outlet('hill', { market: 'country', quantity: 30 }),
    ])
    expect(levels.map(({ parts }) => parts.quantity)).toEqual([25, 25])
  })

  it('leaves out what nobody knows instead of counting it as nothing', () => {
    const [level] = outletLevels([outlet('a', { paidElectronically: null, averagePriceFen: null })])
    expect(level).toMatchObject({ parts: { price: null, settlement: null }, score: 100, level: 5 })
  })

  it('never gives a part over 25 nor a score over 100, and who orders more never gets less for it', () => {
    const month = fc.record({
      quantity: fc.nat(5000),
      brands: fc.nat(80),
      averagePriceFen: fc.option(fc.integer({ min: 100, max: 200_000 })),
      paidElectronically: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    })
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 30 }), (months) => {
        const outlets = months.map((one, i) => outlet(String(i), one))
        const levels = outletLevels(outlets)
        for (const { parts, score } of levels) {
          for (const points of Object.values(parts)) if (points !== null) expect(points).toBeLessThanOrEqual(25)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(100)
        }
        const order = outlets.toSorted((a, b) => a.quantity - b.quantity).map(({ customerId }) => customerId)
        const points = order.map((id) => levels.find((one) => one.customerId === id)?.parts.quantity ?? 0)
        expect(points).toEqual(points.toSorted((a, b) => a - b))
      }),
    )
  })

  it('says when more than one in twenty is “other”', () => {
    expect(tooManyOther({ other: 5, of: 100 })).toBe(false)
    expect(tooManyOther({ other: 6, of: 100 })).toBe(true)
    expect(tooManyOther({ other: 0, of: 0 })).toBe(false)
  })
})
