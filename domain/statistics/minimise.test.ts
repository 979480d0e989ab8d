import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minimise, minimisePositive } from './minimise.ts'
import { invertSymmetric, solveSymmetric } from './symmetric.ts'

const number = fc.double({ min: -5, max: 5, noNaN: true })

test('the bottom of a bowl is found from anywhere', () => {
  fc.assert(
    fc.property(fc.tuple(number, number, number), fc.tuple(number, number, number), (bottom, start) => {
      const { at, converged } = minimise(
        (x) => x.reduce((sum, value, i) => sum + (i + 1) * (value - (bottom[i] ?? 0)) ** 2, 0),
        start,
      )
      return converged && at.every((value, i) => Math.abs(value - (bottom[i] ?? 0)) < 1e-4)
    }),
    { numRuns: 30 },
  )
})

test('a bent valley is walked to its end, round a wall', () => {
  const valley = ([x = 0, y = 0]: number[]): number => (y < -3 ? Number.NaN : (1 - x) ** 2 + 100 * (y - x * x) ** 2)
  const { at } = minimise(valley, [-1.2, 1])
  expect(at[0]).toBeCloseTo(1, 6)
  expect(at[1]).toBeCloseTo(1, 6)
})

test('what must be above 0 stays above 0', () => {
  const { at } = minimisePositive(([x = 1]) => x - 3 * Math.log(x), [20])
  expect(at[0]).toBeCloseTo(3, 5)
})

test('a matrix times its inverse is one, and a solution solves', () => {
  const rows = fc.array(fc.tuple(number, number, number), { minLength: 4, maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.tuple(number, number, number), (own, b) => {
      const a = [0, 1, 2].map((i) =>
        Float64Array.from([0, 1, 2], (j) =>
          own.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), i === j ? 1 : 0),
        ),
      )
      const { inverse, flat } = invertSymmetric(a)
      const whole = a.map((row) => [0, 1, 2].map((j) => row.reduce((sum, v, k) => sum + v * (inverse[k]?.[j] ?? 0), 0)))
      expect(flat).toBe(0)
      whole.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(i === j ? 1 : 0, 6)))
      const x = solveSymmetric(
        a.map((row) => row.slice()),
        Float64Array.from(b),
      )
      a.forEach((row, i) => expect(row.reduce((sum, v, k) => sum + v * (x[k] ?? 0), 0)).toBeCloseTo(b[i] ?? 0, 6))
    }),
  )
})

test('a column that is the sum of others is noticed', () => {
  const a = [Float64Array.of(2, 0, 2), Float64Array.of(0, 3, 3), Float64Array.of(2, 3, 5)]
  expect(invertSymmetric(a).flat).toBe(1)
})
