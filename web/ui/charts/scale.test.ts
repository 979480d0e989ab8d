import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scale, ticks, ticksWithin } from './scale.ts'

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })

describe('chart scales', () => {
  test('the ends of the domain land on the ends of the range', () => {
    fc.assert(
      fc.property(value, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (from, span) => {
        const x = scale([from, from + span], [30, 300])
        expect(x(from)).toBeCloseTo(30, 6)
        expect(x(from + span)).toBeCloseTo(300, 6)
      }),
    )
  })

  test('ticks are even, few, and cover the values', () => {
    fc.assert(
      fc.property(value, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (low, span) => {
        const marks = ticks(low, low + span)
        expect(marks.length).toBeLessThanOrEqual(6)
        expect(marks[0]).toBeLessThanOrEqual(low + 1e-6)
        expect(marks.at(-1)).toBeGreaterThanOrEqual(low + span - span * 1e-6 - 1e-6)
      }),
    )
  })

  test('nothing is drawn outside a fixed range', () => {
    expect(ticksWithin(75, 100)).toEqual([80, 90, 100])
  })
})
