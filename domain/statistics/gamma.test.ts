import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaBelow, chiSquareAbove, logBeta, logGamma, normalBeyond } from './gamma.ts'
import { hypergeometric } from './hypergeometric.ts'

const above0 = fc.double({ min: 0.05, max: 60, noNaN: true })
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })

describe('the gamma function', () => {
  test('goes through the factorials, and √π at one half', () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14)
  })

  test('grows by its argument', () => {
    fc.assert(fc.property(above0, (x) => Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) < 1e-11))
  })

  test('beta is the same either way round', () => {
    fc.assert(fc.property(above0, above0, (a, b) => Math.abs(logBeta(a, b) - logBeta(b, a)) < 1e-11))
    expect(Math.exp(logBeta(2, 3))).toBeCloseTo(1 / 12, 12)
  })
})

describe('tails', () => {
  test('of a beta share: both sides make one, and never fall', () => {
    fc.assert(
      fc.property(share, share, above0, above0, (x, y, a, b) => {
        const [low, high] = [Math.min(x, y), Math.max(x, y)]
        expect(betaBelow(x, a, b) + betaBelow(1 - x, b, a)).toBeCloseTo(1, 10)
        return betaBelow(low, a, b) <= betaBelow(high, a, b) + 1e-12
      }),
    )
  })

  test('of a beta share of whole numbers is a sum of binomial chances', () => {
    // Beta(3, 4) below .4 = at least 3 of 6 at .4 = 1 − .6⁶ − 6·.4·.6⁵ − 15·.4²·.6⁴
    expect(betaBelow(0.4, 3, 4)).toBeCloseTo(1 - 0.6 ** 6 - 6 * 0.4 * 0.6 ** 5 - 15 * 0.16 * 0.6 ** 4, 12)
  })

  test('of χ² and of the bell curve, at the figures every table has', () => {
    expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 12)
    expect(chiSquareAbove(5.991464547107979, 2)).toBeCloseTo(0.05, 12)
    expect(chiSquareAbove(0, 3)).toBe(1)
    expect(normalBeyond(-1.959963984540054)).toBeCloseTo(0.05, 12)
  })

  test('χ² with two degrees is exponential', () => {
    fc.assert(fc.property(above0, (x) => Math.abs(chiSquareAbove(x, 2) - Math.exp(-x / 2)) < 1e-12))
  })
})

describe('₂F₁', () => {
  test('is a power, a logarithm, and 1 at 0', () => {
    fc.assert(
      fc.property(above0, above0, share, (a, b, z) => {
        const power = (1 - z * 0.9) ** -a
        return Math.abs(hypergeometric(a, b, b, z * 0.9) / power - 1) < 1e-9
      }),
    )
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 12)
    expect(hypergeometric(3, 2, 4, 0)).toBe(1)
  })

  test('does not pretend to know what lies outside its series', () => {
    expect(hypergeometric(1, 1, 2, 1)).toBeNaN()
    expect(hypergeometric(1, 1, 2, -0.1)).toBeNaN()
    expect(hypergeometric(1, 1, -2, 0.5)).toBeNaN()
  })
})
