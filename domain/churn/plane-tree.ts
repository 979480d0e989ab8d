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

/** The same sums with the sides exchanged. */
const turned = (sums: Sums, high: number, wide: number): Sums => {
  const turn = (s: Float64Array): Float64Array => {
    const answer = new Float64Array(s.length)
    for (let a = 0; a <= high; a++)
      for (let b = 0; b <= wide; b++) answer[b * (high + 1) + a] = s[a * (wide + 1) + b] ?? 0
    return answer
  }
  return { g: turn(sums.g), h: turn(sums.h), n: turn(sums.n) }
}

type Half = { worth: number; at: number; rows: number }

/** Best second cut of the lines between two rows of the sums (`low` and `high` are their offsets); `worth` is what the leaves
 * explain. */
const halfCut = (sums: Sums, low: number, high: number, length: number, minLeaf: number, l2: number): Half => {
  const { g, h, n } = sums
  const allG = (g[high + length] ?? 0) - (g[low + length] ?? 0)
  const allH = (h[high + length] ?? 0) - (h[low + length] ?? 0)
  const rows = (n[high + length] ?? 0) - (n[low + length] ?? 0)
  let worth = (allG * allG) / (allH + l2)
  let at = -1
  for (let end = 1; end < length; end++) {
    const left = (n[high + end] ?? 0) - (n[low + end] ?? 0)
    if (left < minLeaf) continue
    if (rows - left < minLeaf) break
    const leftG = (g[high + end] ?? 0) - (g[low + end] ?? 0)
    const leftH = (h[high + end] ?? 0) - (h[low + end] ?? 0)
    const both = (leftG * leftG) / (leftH + l2) + ((allG - leftG) * (allG - leftG)) / (allH - leftH + l2)
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
  const corner = (plane.high + 1) * (plane.wide + 1) - 1
  const g = sums.g[corner] ?? 0
  const whole = (g * g) / ((sums.h[corner] ?? 0) + l2)
  let tree: PlaneTree = { gain: 0, byRows: true, at: -1, first: -1, second: -1 }
  for (const byRows of [true, false]) {
    const own = byRows ? sums : turned(sums, plane.high, plane.wide)
    const lines = byRows ? plane.high : plane.wide
    const length = byRows ? plane.wide : plane.high
    for (let at = 1; at < lines; at++) {
      const middle = at * (length + 1)
      const first = halfCut(own, 0, middle, length, minLeaf, l2)
      if (first.rows < minLeaf) continue
      const second = halfCut(own, middle, lines * (length + 1), length, minLeaf, l2)
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
