/** A bag being grown: scores on the logit scale, first (g) and second (h) derivatives of the logistic loss a row. */
export type FitState = {
  rows: number
  labels: Uint8Array
  scores: Float64Array
  g: Float64Array
  h: Float64Array
}

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

export const fitState = (labels: Uint8Array, scores: Float64Array): FitState => ({
  rows: labels.length,
  labels,
  scores,
  g: new Float64Array(labels.length),
  h: new Float64Array(labels.length),
})

/** Exact derivatives at the present scores. */
export const derive = (state: FitState): void => {
  const { scores, labels, g, h } = state
  for (let i = 0; i < state.rows; i++) {
    const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)))
    g[i] = p - (labels[i] ?? 0)
    h[i] = Math.max(1e-12, p * (1 - p))
  }
}

/** Adds a step a cell to the rows' scores. `g` follows to first order (Δg = h·Δscore), so that one exponential a row and sweep
 * is enough although every column takes a step in between. */
export const advance = (state: FitState, cells: Uint8Array | Uint16Array, step: Float64Array): void => {
  const { scores, g, h } = state
  for (let i = 0; i < state.rows; i++) {
    const add = step[cells[i] ?? 0] ?? 0
    scores[i] = (scores[i] ?? 0) + add
    g[i] = (g[i] ?? 0) + (h[i] ?? 0) * add
  }
}

/** Sums of g and h a cell. */
export const tally = (
  state: FitState,
  cells: Uint8Array | Uint16Array,
  sumG: Float64Array,
  sumH: Float64Array,
): void => {
  sumG.fill(0)
  sumH.fill(0)
  const { g, h } = state
  for (let i = 0; i < state.rows; i++) {
    const cell = cells[i] ?? 0
    sumG[cell] = (sumG[cell] ?? 0) + (g[i] ?? 0)
    sumH[cell] = (sumH[cell] ?? 0) + (h[i] ?? 0)
  }
}

export const countCells = (cells: Uint8Array | Uint16Array, size: number): Float64Array => {
  const counts = new Float64Array(size)
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1
  return counts
}

/** Mean logarithmic loss of scores on the logit scale, in a form that does not overflow. */
export const lossOf = (state: FitState): number => {
  let sum = 0
  for (let i = 0; i < state.rows; i++) {
    const s = state.scores[i] ?? 0
    sum += Math.max(s, 0) - s * (state.labels[i] ?? 0) + Math.log1p(Math.exp(-Math.abs(s)))
  }
  return sum / Math.max(1, state.rows)
}
