import { derive, fitState } from './fit-state.ts'
import type { Design } from './spec.ts'

/** A grown tree as parallel arrays: node k sends `bin <= cut[k]` of `feature[k]` to `left[k]`, others to `right[k]`; a leaf has
 * feature -1 and its `value`. `cover` is the training rows that reached the node, for explanations of single scores. */
type Tree = {
  feature: number[]
  cut: number[]
  left: number[]
  right: number[]
  value: number[]
  cover: number[]
}

export type BoostedTrees = { intercept: number; trees: Tree[] }

type TreeOptions = { rounds: number; rate: number; leaves: number; minLeaf: number; l2: number }

/** The settings of the published comparison (200 rounds, .05, 15 leaves, least 20 rows, ridge 1). */
const TREES: TreeOptions = { rounds: 200, rate: 0.05, leaves: 15, minLeaf: 20, l2: 1 }

type Histogram = { g: Float64Array; h: Float64Array; n: Float64Array }
type Split = { gain: number; feature: number; cut: number }
type Leaf = { node: number; rows: Uint32Array; histogram: Histogram; g: number; h: number; split: Split }

type Ground = {
  design: Design
  offsets: number[]
  size: number
  g: Float64Array
  h: Float64Array
  options: TreeOptions
}

const histogramOf = (ground: Ground, rows: Uint32Array): Histogram => {
  const { design, offsets, size, g, h } = ground
  const sums = { g: new Float64Array(size), h: new Float64Array(size), n: new Float64Array(size) }
  for (let f = 0; f < design.codes.length; f++) {
    const codes = design.codes[f] ?? new Uint8Array()
    const offset = offsets[f] ?? 0
    for (const row of rows) {
      const at = offset + (codes[row] ?? 0)
      sums.g[at] = (sums.g[at] ?? 0) + (g[row] ?? 0)
      sums.h[at] = (sums.h[at] ?? 0) + (h[row] ?? 0)
      sums.n[at] = (sums.n[at] ?? 0) + 1
    }
  }
  return sums
}

/** The larger child's sums are the parent's less the smaller's: half the counting. */
const without = (whole: Histogram, part: Histogram): Histogram => ({
  g: whole.g.map((value, k) => value - (part.g[k] ?? 0)),
  h: whole.h.map((value, k) => value - (part.h[k] ?? 0)),
  n: whole.n.map((value, k) => value - (part.n[k] ?? 0)),
})

const bestSplit = (ground: Ground, sums: Histogram, g: number, h: number, rows: number): Split => {
  const { design, offsets, options } = ground
  const { l2, minLeaf } = options
  const whole = (g * g) / (h + l2)
  let best: Split = { gain: 1e-9, feature: -1, cut: 0 }
  for (let f = 0; f < design.bins.length; f++) {
    const offset = offsets[f] ?? 0
    let [leftG, leftH, left] = [0, 0, 0]
    for (let bin = 0; bin < (design.bins[f] ?? 0) - 1; bin++) {
      leftG += sums.g[offset + bin] ?? 0
      leftH += sums.h[offset + bin] ?? 0
      left += sums.n[offset + bin] ?? 0
      if (left < minLeaf) continue
      if (rows - left < minLeaf) break
      const gain = (leftG * leftG) / (leftH + l2) + ((g - leftG) * (g - leftG)) / (h - leftH + l2) - whole
      if (gain > best.gain) best = { gain, feature: f, cut: bin }
    }
  }
  return best
}

const leafOf = (ground: Ground, node: number, rows: Uint32Array, histogram: Histogram): Leaf => {
  let [g, h] = [0, 0]
  for (const row of rows) {
    g += ground.g[row] ?? 0
    h += ground.h[row] ?? 0
  }
  return { node, rows, histogram, g, h, split: bestSplit(ground, histogram, g, h, rows.length) }
}

const splitLeaf = (ground: Ground, leaf: Leaf, leftNode: number): [Leaf, Leaf] => {
  const codes = ground.design.codes[leaf.split.feature] ?? new Uint8Array()
  const leftRows = leaf.rows.filter((row) => (codes[row] ?? 0) <= leaf.split.cut)
  const rightRows = leaf.rows.filter((row) => (codes[row] ?? 0) > leaf.split.cut)
  const leftSmall = leftRows.length <= rightRows.length
  const small = histogramOf(ground, leftSmall ? leftRows : rightRows)
  const large = without(leaf.histogram, small)
  return [
    leafOf(ground, leftNode, leftRows, leftSmall ? small : large),
    leafOf(ground, leftNode + 1, rightRows, leftSmall ? large : small),
  ]
}

const addNode = (tree: Tree, cover: number): void => {
  tree.feature.push(-1)
  tree.cut.push(0)
  tree.left.push(-1)
  tree.right.push(-1)
  tree.value.push(0)
  tree.cover.push(cover)
}

/** Grows one tree best leaf first, and adds its values to the scores. */
const growTree = (ground: Ground, all: Uint32Array, scores: Float64Array): Tree => {
  const tree: Tree = { feature: [], cut: [], left: [], right: [], value: [], cover: [] }
  addNode(tree, all.length)
  const leaves = [leafOf(ground, 0, all, histogramOf(ground, all))]
  while (leaves.length < ground.options.leaves) {
    const next = leaves.reduce((a, b) => (b.split.gain > a.split.gain ? b : a))
    if (next.split.feature < 0) break
    const node = tree.feature.length
    const children = splitLeaf(ground, next, node)
    for (const child of children) addNode(tree, child.rows.length)
    tree.feature[next.node] = next.split.feature
    tree.cut[next.node] = next.split.cut
    tree.left[next.node] = node
    tree.right[next.node] = node + 1
    leaves.splice(leaves.indexOf(next), 1, ...children)
  }
  for (const leaf of leaves) {
    const value = (-ground.options.rate * leaf.g) / (leaf.h + ground.options.l2)
    tree.value[leaf.node] = value
    for (const row of leaf.rows) scores[row] = (scores[row] ?? 0) + value
  }
  return tree
}

/** Histogram gradient boosting with the logistic loss, second order, leaf-wise: the yardstick for the additive model (it may
 * use any number of columns together, and explains nothing by itself). Deterministic. */
export const fitTrees = (design: Design, labels: Uint8Array, options: TreeOptions = TREES): BoostedTrees => {
  const leavers = labels.reduce((sum, label) => sum + label, 0)
  const intercept = Math.log(leavers / (labels.length - leavers))
  const state = fitState(labels, new Float64Array(labels.length).fill(intercept))
  const offsets: number[] = []
  let size = 0
  for (const bins of design.bins) {
    offsets.push(size)
    size += bins
  }
  const ground: Ground = { design, offsets, size, g: state.g, h: state.h, options }
  const all = Uint32Array.from(labels.keys())
  const trees = Array.from({ length: options.rounds }, () => {
    derive(state)
    return growTree(ground, all, state.scores)
  })
  return { intercept, trees }
}

/** The logit of one row of bins. */
export const treesLogit = (model: BoostedTrees, bins: ArrayLike<number>): number => {
  let logit = model.intercept
  for (const tree of model.trees) {
    let node = 0
    for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1)
      node = ((bins[feature] ?? 0) <= (tree.cut[node] ?? 0) ? tree.left[node] : tree.right[node]) ?? 0
    logit += tree.value[node] ?? 0
  }
  return logit
}
