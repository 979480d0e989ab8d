import type { BoostedTrees } from './trees.ts'

type Tree = BoostedTrees['trees'][number]

/** The features on the way to a leaf: how the paths of all subsets of them spread (weight), when a feature is known (one) or not (zero: the share
 * of the rows that go this way). */
type Path = { feature: Int32Array; zero: Float64Array; one: Float64Array; weight: Float64Array }

const pathOf = (length: number): Path => ({
  feature: new Int32Array(length),
  zero: new Float64Array(length),
  one: new Float64Array(length),
  weight: new Float64Array(length),
})

const copyPath = (from: Path, length: number): Path => {
  const to = pathOf(length + 1)
  for (const part of ['feature', 'zero', 'one', 'weight'] as const) to[part].set(from[part].subarray(0, length))
  return to
}

/** Adds a feature at the end of a path of `length`. */
const extend = (path: Path, length: number, zero: number, one: number, feature: number): void => {
  path.feature[length] = feature
  path.zero[length] = zero
  path.one[length] = one
  const { weight } = path
  weight[length] = length === 0 ? 1 : 0
  for (let i = length - 1; i >= 0; i--) {
    weight[i + 1] = (weight[i + 1] ?? 0) + (one * (weight[i] ?? 0) * (i + 1)) / (length + 1)
    weight[i] = (zero * (weight[i] ?? 0) * (length - i)) / (length + 1)
  }
}

/** Weights of the path without the feature at `at`; the last place is then free. */
const weightsWithout = (path: Path, last: number, at: number): Float64Array => {
  const { weight } = path
  const [zero, one] = [path.zero[at] ?? 0, path.one[at] ?? 0]
  const answer = new Float64Array(last)
  let next = weight[last] ?? 0
  for (let i = last - 1; i >= 0; i--) {
    if (one === 0) {
      answer[i] = ((weight[i] ?? 0) * (last + 1)) / (zero * (last - i))
      continue
    }
    answer[i] = (next * (last + 1)) / ((i + 1) * one)
    next = (weight[i] ?? 0) - ((answer[i] ?? 0) * zero * (last - i)) / (last + 1)
  }
  return answer
}

const withoutFeature = (path: Path, last: number, at: number): void => {
  path.weight.set(weightsWithout(path, last, at))
  for (const part of ['feature', 'zero', 'one'] as const) path[part].copyWithin(at, at + 1, last + 1)
}

const explainTree = (tree: Tree, bins: ArrayLike<number>, parts: Float64Array): void => {
  const walk = (node: number, before: Path, length: number, zero: number, one: number, feature: number): void => {
    const path = copyPath(before, length)
    extend(path, length, zero, one, feature)
    const split = tree.feature[node] ?? -1
    if (split < 0) {
      for (let i = 1; i <= length; i++) {
        const sum = weightsWithout(path, length, i).reduce((a, b) => a + b, 0)
        const own = path.feature[i] ?? 0
        parts[own] = (parts[own] ?? 0) + sum * ((path.one[i] ?? 0) - (path.zero[i] ?? 0)) * (tree.value[node] ?? 0)
      }
      return
    }
    const goesLeft = (bins[split] ?? 0) <= (tree.cut[node] ?? 0)
    // a feature split on before counts once: its two shares multiply
    let [known, unknown, end] = [1, 1, length]
    const seen = path.feature.subarray(1, length + 1).indexOf(split) + 1
    if (seen > 0) {
      known = path.one[seen] ?? 0
      unknown = path.zero[seen] ?? 0
      withoutFeature(path, length, seen)
      end = length - 1
    }
    const cover = tree.cover[node] ?? 1
    const share = (child: number): number => ((tree.cover[child] ?? 0) / cover) * unknown
    const [left, right] = [tree.left[node] ?? 0, tree.right[node] ?? 0]
    walk(left, path, end + 1, share(left), goesLeft ? known : 0, split)
    walk(right, path, end + 1, share(right), goesLeft ? 0 : known, split)
  }
  walk(0, pathOf(1), 0, 1, 1, -1)
}

/** The mean score of the training rows a tree was grown on. */
const meanOf = (tree: Tree): number => {
  let sum = 0
  for (let node = 0; node < tree.feature.length; node++)
    if ((tree.feature[node] ?? -1) < 0) sum += (tree.value[node] ?? 0) * (tree.cover[node] ?? 0)
  return sum / (tree.cover[0] ?? 1)
}

/** What a mean customer scores, and what each column adds for this one: `base + Σ parts` is the logit. */
export type TreeExplanation = { base: number; parts: Float64Array }

/** Explains boosted trees once, then many rows of bins: Shapley values exactly, by the paths through the trees (TreeSHAP; Lundberg, Erion &
 * Lee 2018, algorithm 2). A column not known is averaged over the rows that went each way in training. Parts of the score, not causes. */
export const treeExplainer = ({ intercept, trees }: BoostedTrees, columns: number) => {
  const base = trees.reduce((sum, tree) => sum + meanOf(tree), intercept)
  return (bins: ArrayLike<number>): TreeExplanation => {
    const parts = new Float64Array(columns)
    for (const tree of trees) explainTree(tree, bins, parts)
    return { base, parts }
  }
}
