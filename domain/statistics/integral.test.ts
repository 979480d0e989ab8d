import fc from 'fast-check'
import { expect, test } from 'vitest'
import { integral } from './integral.ts'

test('a power of up to 31 is exact in one part', () => {
  const border = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 31 }), border, border, (power, from, to) => {
      const truth = (to ** (power + 1) - from ** (power + 1)) / (power + 1)
      return Math.abs(integral((x) => x ** power, from, to) - truth) < 1e-13
    }),
  )
})

test('parts carry it over longer ways', () => {
  expect(integral(Math.sin, 0, 20 * Math.PI + Math.PI, 30)).toBeCloseTo(2, 10)
  expect(integral((x) => Math.exp(-x), 0, 40, 10)).toBeCloseTo(1, 12)
})
