/** Sums along one binned column in the order its bins are cut. */
type Line = { g: Float64Array; h: Float64Array; counts: Float64Array }

type Cut = { gain: number; at: number }

/** Best cut of bins from…to-1 into [from, at) and [at, to); gain 0 when no cut is allowed. */
const bestCut = (line: Line, from: number, to: number, minLeaf: number, l2: number): Cut => {
  let allG = 0
  let allH = 0
  let rows = 0
  for (let k = from; k < to; k++) {
    allG += line.g[k] ?? 0
    allH += line.h[k] ?? 0
    rows += line.counts[k] ?? 0
  }
  const whole = (allG * allG) / (allH + l2)
  let best: Cut = { gain: 0, at: -1 }
  let g = 0
  let h = 0
  let left = 0
  for (let k = from; k < to - 1; k++) {
    g += line.g[k] ?? 0
    h += line.h[k] ?? 0
    left += line.counts[k] ?? 0
    if (left < minLeaf) continue
    if (rows - left < minLeaf) break
    const gain = (g * g) / (h + l2) + ((allG - g) * (allG - g)) / (allH - h + l2) - whole
    if (gain > best.gain + 1e-12) best = { gain, at: k + 1 }
  }
  return best
}

const fill = (line: Line, from: number, to: number, rate: number, l2: number, step: Float64Array): void => {
  let g = 0
  let h = 0
  for (let k = from; k < to; k++) {
    g += line.g[k] ?? 0
    h += line.h[k] ?? 0
  }
  step.fill((-rate * g) / (h + l2), from, to)
}

/** One boosting step along a column: at most two cuts, so three leaves. Fills `step` (per bin in cutting order) and says
 * whether anything was cut. */
export const growLine = (
  line: Line,
  size: number,
  minLeaf: number,
  l2: number,
  rate: number,
  step: Float64Array,
): boolean => {
  const first = bestCut(line, 0, size, minLeaf, l2)
  if (first.at < 0) return false
  const left = bestCut(line, 0, first.at, minLeaf, l2)
  const right = bestCut(line, first.at, size, minLeaf, l2)
  const second = left.gain > right.gain ? left : right
  const cuts = (second.at < 0 ? [first.at] : [first.at, second.at]).sort((a, b) => a - b)
  let from = 0
  for (const to of [...cuts, size]) {
    fill(line, from, to, rate, l2, step)
    from = to
  }
  return true
}
