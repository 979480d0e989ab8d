import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { calibrated, calibratedAcross, type CalibrationKind, fitCalibration } from './calibration.ts'
import { logLossOf } from './metrics.ts'

const kinds: CalibrationKind[] = ['none', 'platt', 'isotonic']

/** Scores three times too sure of themselves. */
const boastful = (rows: number) => {
  const random = seededRandom(7)
  const truth = Float64Array.from({ length: rows }, () => random() * 4 - 3)
  const labels = Uint8Array.from(truth, (logit) => (random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0))
  return { logits: truth.map((logit) => 3 * logit), labels, folds: labels.map((_, i) => i % 5) }
}

describe('calibration', () => {
  test('never turns a ranking around, and stays a probability', () => {
    const rows = fc.array(fc.tuple(fc.double({ min: -8, max: 8, noNaN: true }), fc.integer({ min: 0, max: 1 })), {
      minLength: 4,
      maxLength: 80,
    })
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...kinds),
        fc.array(fc.double({ min: -20, max: 20, noNaN: true })),
        (own, kind, ask) => {
          const map = fitCalibration(
            kind,
            Float64Array.from(own, ([logit]) => logit),
            Uint8Array.from(own, ([, label]) => label),
          )
          const answers = ask.toSorted((a, b) => a - b).map((logit) => calibrated(map, logit))
          return answers.every((p, i) => p >= 0 && p <= 1 && (i === 0 || p >= (answers[i - 1] ?? 0)))
        },
      ),
    )
  })

  test('mends boasting, judged on rows the map had not seen', () => {
    const { logits, labels, folds } = boastful(3000)
    const [none, platt, isotonic] = kinds.map((kind) =>
      logLossOf(labels, calibratedAcross(kind, logits, labels, folds)),
    )
    expect(platt).toBeLessThan((none ?? 0) * 0.9)
    expect(isotonic).toBeLessThan((none ?? 0) * 0.9)
  })

  test('pools neighbours that are the wrong way round', () => {
    const map = fitCalibration('isotonic', Float64Array.of(1, 2, 3, 4), Uint8Array.of(0, 1, 0, 1))
    expect(map).toEqual({ kind: 'isotonic', logits: [1, 2.5, 4], probabilities: [0.125, 0.5, 0.875] })
  })
})
