/** Sums over the cells of two binned columns, row-major: cell = a · wide + b. */
export type Plane = { high: number; wide: number; g: Float64Array; h: Float64Array; counts: Float64Array }

/** Where a plane is cut: along one side at `at`, then each half along the other side at `first` and `second` (-1 = not cut). */
export type PlaneTree = { gain: number; byRows: boolean; at: number; first: number; second: number }

type Sums = { g: Float64Array; h: Float64Array; n: Float64Array }

/** Prefix sums with an empty first row and column, so that any rectangle is four look-ups. */
const prefix = (plane: Plane): Sums => {
  const { high, wide } = plane
  const across = wide + 1
  const size = (high + 1) * across
  const sums = { g: new Float64Array(size), h: new Float64Array(size), n: new Float64Array(size) }
  for (let a = 0; a < high; a++) {
    let g = 0
    let h = 0
    let n = 0
    for (let b = 0; b < wide; b++) {
      const cell = a * wide + b
      g += plane.g[cell] ?? 0
      h += plane.h[cell] ?? 0
      n += plane.counts[cell] ?? 0
      const above = a * across + b + 1
      sums.g[above + across] = (sums.g[above] ?? 0) + g
      sums.h[above + across] = (sums.h[above] ?? 0) + h
      sums.n[above + across] = (sums.n[above] ?? 0) + n
    }
  }
  return sums
}

const rectangle = (s: Float64Array, across: number, a0: number, a1: number, b0: number, b1: number): number =>
  (s[a1 * across + b1] ?? 0) - (s[a0 * across + b1] ?? 0) - (s[a1 * across + b0] ?? 0) + (s[a0 * across + b0] ?? 0)

/** Best second cut of one half (rows or columns from…to); `worth` is what its leaves explain. */
const halfCut = (
  sums: Sums,
  plane: Plane,
  byRows: boolean,
  from: number,
  to: number,
  minLeaf: number,
  l2: number,
): { worth: number; at: number; rows: number } => {
  const across = plane.wide + 1
  const length = byRows ? plane.wide : plane.high
  const part = (s: Float64Array, end: number): number =>
    byRows ? rectangle(s, across, from, to, 0, end) : rectangle(s, across, 0, end, from, to)
  const allG = part(sums.g, length)
  const allH = part(sums.h, length)
  const rows = part(sums.n, length)
  let worth = (allG * allG) / (allH + l2)
  let at = -1
  for (let end = 1; end < length; end++) {
    const left = part(sums.n, end)
    if (left < minLeaf) continue
    if (rows - left < minLeaf) break
    const g = part(sums.g, end)
    const h = part(sums.h, end)
    const both = (g * g) / (h + l2) + ((allG - g) * (allG - g)) / (allH - h + l2)
    if (both > worth + 1e-12) {
      worth = both
      at = end
    }
  }
  return { worth, at, rows }
}

/** Best tree of four leaves that uses both columns: a cut along one side, then each half along the other. */
export const growPlane = (plane: Plane, minLeaf: number, l2: number): { tree: PlaneTree; sums: Sums } => {
  const sums = prefix(plane)
  const across = plane.wide + 1
  const g = rectangle(sums.g, across, 0, plane.high, 0, plane.wide)
  const whole = (g * g) / (rectangle(sums.h, across, 0, plane.high, 0, plane.wide) + l2)
  let tree: PlaneTree = { gain: 0, byRows: true, at: -1, first: -1, second: -1 }
  for (const byRows of [true, false]) {
    const length = byRows ? plane.high : plane.wide
    for (let at = 1; at < length; at++) {
      const first = halfCut(sums, plane, byRows, 0, at, minLeaf, l2)
      if (first.rows < minLeaf) continue
      const second = halfCut(sums, plane, byRows, at, length, minLeaf, l2)
      if (second.rows < minLeaf) break
      const gain = first.worth + second.worth - whole
      if (gain > tree.gain + 1e-12) tree = { gain, byRows, at, first: first.at, second: second.at }
    }
  }
  return { tree, sums }
}

/** Leaf values of the tree, written cell by cell into `step`. */
export const fillPlane = (
  plane: Plane,
  { tree, sums }: { tree: PlaneTree; sums: Sums },
  rate: number,
  l2: number,
  step: Float64Array,
): void => {
  const across = plane.wide + 1
  const paint = (a0: number, a1: number, b0: number, b1: number): void => {
    const value = (-rate * rectangle(sums.g, across, a0, a1, b0, b1)) / (rectangle(sums.h, across, a0, a1, b0, b1) + l2)
    for (let a = a0; a < a1; a++) step.fill(value, a * plane.wide + b0, a * plane.wide + b1)
  }
  const length = tree.byRows ? plane.high : plane.wide
  const other = tree.byRows ? plane.wide : plane.high
  const halves: [number, number, number][] = [
    [0, tree.at, tree.first],
    [tree.at, length, tree.second],
  ]
  for (const [from, to, cut] of halves) {
    const ends = cut < 0 ? [0, other] : [0, cut, other]
    for (let k = 0; k + 1 < ends.length; k++) {
      const [start, end] = [ends[k] ?? 0, ends[k + 1] ?? 0]
      if (tree.byRows) paint(from, to, start, end)
      else paint(start, end, from, to)
    }
  }
}
