import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Parts, purify } from './purify.ts'

const frame = { a: 0, b: 1, rowOf: [0, 1, 1, 2], colOf: [0, 1, 2], high: 3, wide: 3 }

const value = fc.double({ min: -3, max: 3, noNaN: true })
const many = (length: number) =>
  fc.array(value, { minLength: length, maxLength: length }).map((x) => Float64Array.from(x))

/** Shapes of four and three bins, a pair table over three by three coarse bins, and rows that fell into them. */
const anyModel = fc.record({ intercept: value, one: many(4), two: many(3), table: many(9) })
const anyRows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 })), {
  minLength: 5,
  maxLength: 60,
})

const cell = ([i, j]: readonly [number, number]): number => (frame.rowOf[i] ?? 0) * 3 + (frame.colOf[j] ?? 0)

const weigh = (rows: readonly (readonly [number, number])[]) => {
  const weights = { shapes: [new Float64Array(4), new Float64Array(3)], pairs: [new Float64Array(9)] }
  const add = (to: Float64Array | undefined, at: number): void => {
    if (to) to[at] = (to[at] ?? 0) + 1
  }
  for (const row of rows) {
    add(weights.shapes[0], row[0])
    add(weights.shapes[1], row[1])
    add(weights.pairs[0], cell(row))
  }
  return weights
}

const sumOf = (parts: Parts, row: readonly [number, number]): number =>
  parts.intercept +
  (parts.shapes[0]?.[row[0]] ?? 0) +
  (parts.shapes[1]?.[row[1]] ?? 0) +
  (parts.pairs[0]?.table[cell(row)] ?? 0)

describe('purifying', () => {
  test('changes no sum, centres the shapes, and leaves a pair nothing that one side says alone', () => {
    fc.assert(
      fc.property(anyModel, anyRows, ({ intercept, one, two, table }, rows) => {
        const parts: Parts = { intercept, shapes: [one, two], pairs: [{ frame, table }] }
        const pure = purify(parts, weigh(rows))
        for (const i of [0, 1, 2, 3])
          for (const j of [0, 1, 2]) expect(sumOf(pure, [i, j])).toBeCloseTo(sumOf(parts, [i, j]), 9)
        const mean = (of: (row: readonly [number, number]) => number): number =>
          rows.reduce((sum, row) => sum + of(row), 0) / rows.length
        expect(mean((row) => pure.shapes[0]?.[row[0]] ?? 0)).toBeCloseTo(0, 9)
        expect(mean((row) => pure.shapes[1]?.[row[1]] ?? 0)).toBeCloseTo(0, 9)
        for (const line of [0, 1, 2])
          expect(
            mean((row) => (frame.rowOf[row[0]] === line ? (pure.pairs[0]?.table[cell(row)] ?? 0) : 0)),
          ).toBeCloseTo(0, 6)
      }),
    )
  })
})
