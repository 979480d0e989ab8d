import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classOf, evaluationParts, isQuarter, quarterBefore, quarterOf, sumOf, supplyProposal } from './evaluation.ts'

describe('quarterly evaluation of an outlet [K-31]', () => {
  it('the three parts make a hundred', () => {
    expect(Object.values(evaluationParts).reduce((sum, most) => sum + most, 0)).toBe(100)
    expect(sumOf({ business: 41, shop: 16, honest: 19 })).toBe(76)
  })

  it('has eight classes, the best from ninety on', () => {
    expect([100, 90, 89, 80, 76, 30, 29, 0].map(classOf)).toEqual([1, 1, 2, 2, 3, 7, 8, 8])
  })

  it('knows its quarter and the one before', () => {
    expect(['2026-01-01', '2026-03-31', '2026-11-23'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q4'])
    expect(['2026-Q1', '2026-Q4'].map(quarterBefore)).toEqual(['2025-Q4', '2026-Q3'])
    expect(['2026-Q5', '26-Q1', '2026-Q2'].map(isQuarter)).toEqual([false, false, true])
  })

  it('proposes a higher supply level where the class speaks for one', () => {
    expect(supplyProposal({ business: 41, shop: 16, honest: 19 }, 12)).toEqual({
      class: 3,
      from: 20,
      to: 23,
      move: 'raise',
    })
    expect(supplyProposal({ business: 41, shop: 16, honest: 19 }, 22).move).toBe('keep')
    expect(supplyProposal({ business: 10, shop: 5, honest: 5 }, 22).move).toBe('lower')
    expect(supplyProposal({ business: 10, shop: 5, honest: 5 }, null).move).toBe('keep')
  })

  it('a better evaluation never speaks for a lower level', () => {
    const sum = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(sum, sum, (a, b) => {
        const of = (points: number) => supplyProposal({ business: points, shop: 0, honest: 0 }, null)
        const [low, high] = [of(Math.min(a, b)), of(Math.max(a, b))]
        expect(high.from).toBeGreaterThanOrEqual(low.from)
        expect(low.from).toBeLessThanOrEqual(low.to)
      }),
    )
  })
})
