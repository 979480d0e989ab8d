import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aucInterval, aucOf, brierOf, calibrationBins, liftCurve, logLossOf, topDecileLift } from './metrics.ts'

const twoClasses = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: -20, max: 20 })), { minLength: 4, maxLength: 60 })
  .filter((rows) => new Set(rows.map(([label]) => label)).size === 2)

describe('ranking', () => {
  test('AUC is the share of leaver-stayer pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(twoClasses, (rows) => {
        const wins = rows.flatMap(([one, a]) =>
          rows.flatMap(([other, b]) => (one === 1 && other === 0 ? [a > b ? 1 : a === b ? 0.5 : 0] : [])),
        )
        const share = wins.reduce((sum, win) => sum + win, 0) / wins.length
        const auc = aucOf(
          rows.map(([label]) => label),
          rows.map(([, score]) => score),
        )
        return Math.abs(auc - share) < 1e-12
      }),
    )
  })

  test('the interval holds the value and stays within 0 and 1', () => {
    fc.assert(
      fc.property(twoClasses, (rows) => {
        const { value, low, high } = aucInterval(
          rows.map(([label]) => label),
          rows.map(([, score]) => score),
        )
        return low <= value && value <= high && low >= 0 && high <= 1
      }),
    )
  })

  test('DeLong agrees with the error worked out by hand', () => {
    // leavers .8 .6, stayers .7 .3 .2: placements (1, 2/3) and (.5, 1, 1); variance 1/18/2 + 1/12/3
    const { value, low, high } = aucInterval([1, 1, 0, 0, 0], [0.8, 0.6, 0.7, 0.3, 0.2])
    const error = Math.sqrt(1 / 36 + 1 / 36)
    const half = (1.959963984540054 * error) / (value * (1 - value))
    const logit = Math.log(value / (1 - value))
    expect(value).toBeCloseTo(5 / 6, 12)
    expect(low).toBeCloseTo(1 / (1 + Math.exp(half - logit)), 9)
    expect(high).toBeCloseTo(1 / (1 + Math.exp(-half - logit)), 9)
  })

  test('calling everybody catches everybody, at lift 1', () => {
    fc.assert(
      fc.property(twoClasses, (rows) => {
        const last = liftCurve(
          rows.map(([label]) => label),
          rows.map(([, score]) => score),
        ).at(-1)
        return Math.abs((last?.lift ?? 0) - 1) < 1e-12 && Math.abs((last?.caught ?? 0) - 1) < 1e-12
      }),
    )
  })

  test('a perfect score of one leaver in ten lifts tenfold, equal scores do not lift', () => {
    const labels = Array.from({ length: 100 }, (_, i) => (i < 10 ? 1 : 0))
    expect(topDecileLift(labels, labels)).toBe(10)
    expect(
      topDecileLift(
        labels,
        labels.map(() => 0),
      ),
    ).toBeCloseTo(1, 12)
  })
})

describe('probabilities', () => {
  test('losses by hand', () => {
    expect(brierOf([1, 0], [0.8, 0.4])).toBeCloseTo(0.1, 12)
    expect(logLossOf([1, 0], [0.5, 0.5])).toBeCloseTo(Math.LN2, 12)
    expect(logLossOf([1], [0])).toBeLessThan(30)
  })

  test('calibration groups hold every row once', () => {
    fc.assert(
      fc.property(twoClasses, (rows) => {
        const bins = calibrationBins(
          rows.map(([label]) => label),
          rows.map(([, score]) => (score + 20) / 40),
        )
        return bins.reduce((sum, bin) => sum + bin.rows, 0) === rows.length
      }),
    )
  })
})
