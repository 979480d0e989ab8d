import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { fitAdditive, logitOf } from './additive.ts'
import { ADDITIVE } from './boost-options.ts'
import { fitLogistic, logisticLogit } from './logistic.ts'
import { aucOf } from './metrics.ts'
import type { Design } from './spec.ts'
import { fitTrees, treesLogit } from './trees.ts'

/** Two yes/no columns of which exactly one must hold to leave, and one that means nothing: neither side tells alone. */
const eitherOr = (rows: number) => {
  const random = seededRandom(5)
  const codes = [0, 1, 2].map(() => Uint8Array.from({ length: rows }, () => (random() < 0.5 ? 1 : 2)))
  const labels = Uint8Array.from({ length: rows }, (_, i) => {
    const left = codes[0]?.[i] !== codes[1]?.[i]
    return random() < (left ? 0.85 : 0.15) ? 1 : 0
  })
  const design: Design = { rows, codes, bins: [3, 3, 3], unordered: [false, false, false] }
  return { design, labels }
}

const scores = (design: Design, logit: (bins: number[]) => number): number[] =>
  Array.from({ length: design.rows }, (_, i) => logit(design.codes.map((own) => own[i] ?? 0)))

describe('what only two columns say together', () => {
  const { design, labels } = eitherOr(800)

  test('is missed by main effects and found with one pair', () => {
    const alone = fitAdditive(design, labels, { ...ADDITIVE, pairs: 0 }, seededRandom(1))
    const paired = fitAdditive(design, labels, { ...ADDITIVE, pairs: 1 }, seededRandom(1))
    expect(
      aucOf(
        labels,
        scores(design, (bins) => logitOf(alone, bins)),
      ),
    ).toBeLessThan(0.6)
    expect(
      aucOf(
        labels,
        scores(design, (bins) => logitOf(paired, bins)),
      ),
    ).toBeGreaterThan(0.8)
    expect(paired.pairs.map(({ a, b }) => [a, b])).toEqual([[0, 1]])
  })

  test('is found by trees', () => {
    const trees = fitTrees(design, labels)
    expect(
      aucOf(
        labels,
        scores(design, (bins) => treesLogit(trees, bins)),
      ),
    ).toBeGreaterThan(0.8)
    expect(trees.trees[0]?.cover[0]).toBe(800)
  })
})

test('same seed, same model; another seed, another split of the bags', () => {
  const { design, labels } = eitherOr(300)
  const fit = (seed: number) => fitAdditive(design, labels, ADDITIVE, seededRandom(seed))
  expect(fit(4)).toEqual(fit(4))
  expect(fit(4)).not.toEqual(fit(5))
})

test('trees learn the base rate where nothing can be learnt', () => {
  const labels = Uint8Array.from({ length: 100 }, (_, i) => (i < 20 ? 1 : 0))
  const design: Design = { rows: 100, codes: [new Uint8Array(100)], bins: [1], unordered: [false] }
  expect(treesLogit(fitTrees(design, labels), [0])).toBeCloseTo(Math.log(0.25), 9)
})

test('logistic regression of a yes/no column gives the log odds ratio', () => {
  // 30 of 100 leave without, 60 of 100 with: odds .4286 and 1.5
  const column = Float64Array.from({ length: 200 }, (_, i) => (i < 100 ? 0 : 1))
  const labels = Uint8Array.from({ length: 200 }, (_, i) => (i < 30 || (i >= 100 && i < 160) ? 1 : 0))
  const model = fitLogistic([column], labels, 1e-9)
  expect(logisticLogit(model, [0])).toBeCloseTo(Math.log(30 / 70), 6)
  expect(logisticLogit(model, [1])).toBeCloseTo(Math.log(60 / 40), 6)
})
