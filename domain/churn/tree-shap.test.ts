import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { hasReference, referenceLines, referenceRows } from '#test/reference-data.ts'
import type { Design } from './spec.ts'
import { treeExplainer } from './tree-shap.ts'
import { type BoostedTrees, fitTrees, treesLogit } from './trees.ts'

/** Trees grown on chance columns of which two matter together. */
const grown = (seed: number): { design: Design; model: BoostedTrees } => {
  const random = seededRandom(seed)
  const codes = [0, 1, 2, 3].map(() => Uint8Array.from({ length: 240 }, () => Math.floor(random() * 5)))
  const labels = Uint8Array.from({ length: 240 }, (_, i) =>
    random() < ((codes[0]?.[i] ?? 0) + (codes[1]?.[i] ?? 0) > 4 ? 0.8 : 0.2 + 0.1 * (codes[2]?.[i] ?? 0)) ? 1 : 0,
  )
  const design: Design = { rows: 240, codes, bins: [5, 5, 5, 5], unordered: [false, false, false, false] }
  return { design, model: fitTrees(design, labels, { rounds: 6, rate: 0.3, leaves: 8, minLeaf: 8, l2: 1 }) }
}

/** The score when only some columns are known: both ways, by how many training rows went each. */
const knowing = ({ intercept, trees }: BoostedTrees, bins: number[], known: (column: number) => boolean): number =>
  trees.reduce((sum, tree) => {
    const at = (node: number): number => {
      const column = tree.feature[node] ?? -1
      if (column < 0) return tree.value[node] ?? 0
      const [left, right] = [tree.left[node] ?? 0, tree.right[node] ?? 0]
      if (known(column)) return at((bins[column] ?? 0) <= (tree.cut[node] ?? 0) ? left : right)
      const cover = tree.cover[node] ?? 1
      return (at(left) * (tree.cover[left] ?? 0) + at(right) * (tree.cover[right] ?? 0)) / cover
    }
    return sum + at(0)
  }, intercept)

/** Shapley's value by its definition: the mean of what a column adds over all orders in which columns become known. */
const shapley = (model: BoostedTrees, bins: number[], column: number): number => {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  let sum = 0
  for (let set = 0; set < 16; set++) {
    if ((set >> column) & 1) continue
    const size = [0, 1, 2, 3].filter((other) => (set >> other) & 1).length
    const weight = (factorial(size) * factorial(3 - size)) / factorial(4)
    const inSet = (other: number): boolean => ((set >> other) & 1) === 1
    sum += weight * (knowing(model, bins, (other) => other === column || inSet(other)) - knowing(model, bins, inSet))
  }
  return sum
}

const bins = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 })

describe('the parts of a boosted score', () => {
  test('are Shapley’s values by their definition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), bins, (seed, row) => {
        const { model } = grown(seed)
        const { parts } = treeExplainer(model, 4)(row)
        parts.forEach((part, column) => expect(part).toBeCloseTo(shapley(model, row, column), 9))
      }),
      { numRuns: 30 },
    )
  })

  test('add up to the score with what a mean customer scores', () => {
    const { design, model } = grown(3)
    const explain = treeExplainer(model, 4)
    const rows = Array.from({ length: design.rows }, (_, i) => design.codes.map((codes) => codes[i] ?? 0))
    const scores = rows.map((row) => treesLogit(model, row))
    rows.forEach((row, i) => {
      const { base, parts } = explain(row)
      expect(base + parts.reduce((a, b) => a + b, 0)).toBeCloseTo(scores[i] ?? 0, 9)
    })
    expect(explain(rows[0] ?? []).base).toBeCloseTo(scores.reduce((a, b) => a + b, 0) / scores.length, 9)
  })
})

/** What is read of an xgboost model: `x < split` goes left. */
type XgbTree = {
  left_children: number[]
  right_children: number[]
  split_indices: number[]
  split_conditions: number[]
  sum_hessian: number[]
}

const folder = 'ibm-telco/treeshap-reference'
const there = hasReference(`${folder}/model.json`)
const title = `as xgboost 1.7.4 explains 500 customers of the IBM sample${there ? '' : ': not here, see WEIXI_REFERENCE_DATA'}`

describe.skipIf(!there)(title, () => {
  const file = there ? referenceLines(`${folder}/model.json`).join('') : '{}'
  const readTrees = (): XgbTree[] => {
    const { learner } = JSON.parse(file) as { learner: { gradient_booster: { model: { trees: XgbTree[] } } } }
    return learner.gradient_booster.model.trees
  }

  test('to a hundred-thousandth', () => {
    const trees = readTrees()
    const cuts = Array.from({ length: 45 }, (_, column) => {
      const own = trees.flatMap((tree) =>
        tree.split_conditions.filter((_, k) => (tree.left_children[k] ?? -1) >= 0 && tree.split_indices[k] === column),
      )
      return [...new Set(own)].sort((a, b) => a - b)
    })
    const model: BoostedTrees = {
      intercept: 0,
      trees: trees.map((tree) => {
        const inner = tree.left_children.map((left) => left >= 0)
        const at = (k: number): number => cuts[tree.split_indices[k] ?? 0]?.indexOf(tree.split_conditions[k] ?? 0) ?? -1
        return {
          feature: inner.map((is, k) => (is ? (tree.split_indices[k] ?? 0) : -1)),
          cut: inner.map((is, k) => (is ? at(k) : 0)),
          left: tree.left_children,
          right: tree.right_children,
          value: inner.map((is, k) => (is ? 0 : (tree.split_conditions[k] ?? 0))),
          cover: tree.sum_hessian,
        }
      }),
    }
    const explain = treeExplainer(model, 45)
    const published = referenceRows(`${folder}/contribs-first-500-rows.csv`).map((row) =>
      Object.values(row).map(Number),
    )
    const customers = referenceRows('ibm-telco/X.csv').slice(0, 500)
    let furthest = 0
    customers.forEach((customer, i) => {
      const row = Object.values(customer).map((value, column) => {
        const x = Math.fround(Number(value))
        return cuts[column]?.filter((cut) => Math.fround(cut) <= x).length ?? 0
      })
      const { base, parts } = explain(row)
      const own = [...parts, base]
      own.forEach((part, column) => (furthest = Math.max(furthest, Math.abs(part - (published[i]?.[column] ?? 0)))))
    })
    expect(customers.length).toBe(500)
    expect(furthest).toBeLessThan(1e-5)
  })
})
