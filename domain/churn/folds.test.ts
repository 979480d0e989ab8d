import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { contentOrder, outOfFold, stratifiedFolds } from './folds.ts'

const customers = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 1 })), {
  minLength: 20,
  maxLength: 200,
})

const arranged = (rows: readonly (readonly [number, number])[]) => {
  const keys = rows.map(([key]) => String(key))
  const labels = rows.map(([, label]) => label)
  const order = contentOrder(keys, labels)
  return { keys: Array.from(order, (i) => keys[i] ?? ''), labels: Array.from(order, (i) => labels[i] ?? 0) }
}

describe('folds', () => {
  test('copies stay together, whatever their label', () => {
    fc.assert(
      fc.property(customers, fc.integer(), (rows, seed) => {
        const { keys, labels } = arranged(rows)
        const folds = stratifiedFolds(keys, labels, 5, seededRandom(seed))
        const home = new Map<string, number>()
        keys.forEach((key, i) => expect(home.get(key) ?? folds[i]).toBe(home.set(key, folds[i] ?? 0).get(key)))
      }),
    )
  })

  test('leavers and stayers are spread evenly', () => {
    const keys = Array.from({ length: 103 }, (_, i) => String(i).padStart(3, '0'))
    const labels = keys.map((_, i) => (i % 5 === 0 ? 1 : 0))
    const folds = stratifiedFolds(keys, labels, 5, seededRandom(1))
    for (const label of [0, 1]) {
      const counts = [0, 1, 2, 3, 4].map((fold) => labels.filter((own, i) => own === label && folds[i] === fold).length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }
  })

  test('the order rows arrive in does not show', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        expect(arranged(rows.toReversed())).toEqual(arranged(rows))
      }),
    )
  })

  test('every row is scored once, by a model that did not see it', () => {
    const folds = [0, 1, 2, 0, 1, 2, 2]
    const scores = outOfFold(folds, (train, test, fold) => {
      for (const row of test) expect(train).not.toContain(row)
      return Float64Array.from(test, (row) => row * 10 + fold)
    })
    expect([...scores]).toEqual([0, 11, 22, 30, 41, 52, 62])
  })
})
