import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { differenceInterval, shareInterval } from './interval.ts'

const seen = fc.integer({ min: 1, max: 400 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))

describe('the interval of a share', () => {
  test('holds the share and stays a share', () => {
    fc.assert(
      fc.property(seen, ([count, of]) => {
        const { value, low, high } = shareInterval(count / of, of)
        return low <= value + 1e-12 && value <= high + 1e-12 && low >= 0 && high <= 1
      }),
    )
  })

  test('is what Newcombe printed: 81 of 263 is .2553 to .3662', () => {
    const { low, high } = shareInterval(81 / 263, 263)
    expect(low).toBeCloseTo(0.2553, 4)
    expect(high).toBeCloseTo(0.3662, 4)
  })

  test('says nothing where nobody was seen', () => {
    expect(shareInterval(0, 0)).toEqual({ value: Number.NaN, low: 0, high: 1 })
  })

  test('of none begins at exactly 0, of all ends at exactly 1', () => {
    for (let of = 1; of <= 50; of++) expect([shareInterval(0, of).low, shareInterval(1, of).high]).toEqual([0, 1])
  })
})

describe('the interval of a difference', () => {
  test('is what Newcombe printed: 56 of 70 less 48 of 80 is .0524 to .3339', () => {
    const { value, low, high } = differenceInterval(shareInterval(0.8, 70), shareInterval(0.6, 80))
    expect(value).toBeCloseTo(0.2, 12)
    expect(low).toBeCloseTo(0.0524, 4)
    expect(high).toBeCloseTo(0.3339, 4)
  })

  test('covers the truth about 95 times in a hundred', () => {
    const random = seededRandom(3)
    const draw = (chance: number, of: number): number =>
      Array.from({ length: of }, () => (random() < chance ? 1 : 0)).reduce<number>((a, b) => a + b, 0) / of
    const rounds = 2000
    let held = 0
    for (let round = 0; round < rounds; round++) {
      const { low, high } = differenceInterval(shareInterval(draw(0.15, 120), 120), shareInterval(draw(0.1, 60), 60))
      if (low <= 0.05 && 0.05 <= high) held++
    }
    expect(held / rounds).toBeGreaterThan(0.93)
    expect(held / rounds).toBeLessThan(0.97)
  })
})
