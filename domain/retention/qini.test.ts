import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { qiniOf, upliftAmongTop } from './qini.ts'

const bit = fc.integer({ min: 0, max: 1 })
const rows = fc
  .array(fc.tuple(bit, bit, fc.integer({ min: 0, max: 6 })), { minLength: 6, maxLength: 60 })
  .filter((own) => new Set(own.map(([contacted]) => contacted)).size === 2)

type Row = readonly [contacted: number, well: number, score: number]
const trialOf = (own: readonly Row[]) => ({ contacted: own.map((row) => row[0]), well: own.map((row) => row[1]) })
const scoresOf = (own: readonly Row[]) => own.map((row) => row[2])

describe('the uplift of the highest scores', () => {
  test('of all is the plain difference of both shares, whatever the scores', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const share = (mark: number): number => {
          const side = own.filter(([contacted]) => contacted === mark)
          return side.filter(([, well]) => well === 1).length / side.length
        }
        const { value, low, high } = upliftAmongTop(trialOf(own), scoresOf(own), 1)
        expect(value).toBeCloseTo(share(1) - share(0), 12)
        return low <= value + 1e-12 && value <= high + 1e-12
      }),
    )
  })

  test('and the curve do not hang on the order of rows', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const other = own.toReversed()
        expect(upliftAmongTop(trialOf(other), scoresOf(other), 0.3)).toEqual(
          upliftAmongTop(trialOf(own), scoresOf(own), 0.3),
        )
        return (
          Math.abs(
            qiniOf(trialOf(own), scoresOf(own)).coefficient - qiniOf(trialOf(other), scoresOf(other)).coefficient,
          ) < 1e-12
        )
      }),
    )
  })
})

describe('Qini', () => {
  // contact helps the first half always and the second never; without it nobody is helped
  const helped = Array.from({ length: 400 }, (_, i): Row => [i % 2, i < 200 && i % 2 === 1 ? 1 : 0, i < 200 ? 1 : 0])

  test('is highest for the true order, 0 for none, and turns with it', () => {
    const trial = trialOf(helped)
    const { curve, coefficient } = qiniOf(trial, scoresOf(helped))
    expect(curve[50]?.gained).toBeCloseTo(0.5, 12)
    expect(curve[100]?.gained).toBeCloseTo(0.5, 12)
    expect(coefficient).toBeCloseTo(0.125, 3)
    expect(
      qiniOf(
        trial,
        helped.map(() => 0),
      ).coefficient,
    ).toBeCloseTo(0, 12)
    expect(
      qiniOf(
        trial,
        scoresOf(helped).map((score) => -score),
      ).coefficient,
    ).toBeCloseTo(-0.125, 3)
  })

  test('nobody held out gains nothing, without a fault', () => {
    expect(qiniOf({ contacted: [1, 1], well: [1, 0] }, [2, 1]).coefficient).not.toBeNaN()
  })
})
