import type { PairFrame } from './pairs.ts'

/** Shapes and pair tables whose sum is the logit; see `purify`. */
export type Parts = { intercept: number; shapes: Float64Array[]; pairs: { frame: PairFrame; table: Float64Array }[] }

/** Rows a bin of each column, and a cell of each pair, in the training rows. */
export type Weights = { shapes: Float64Array[]; pairs: Float64Array[] }

const weightedMean = (values: Float64Array, weights: Float64Array): number => {
  let sum = 0
  let weight = 0
  for (let k = 0; k < values.length; k++) {
    sum += (values[k] ?? 0) * (weights[k] ?? 0)
    weight += weights[k] ?? 0
  }
  return weight > 0 ? sum / weight : 0
}

/** Moves the mean of each row (or column) of a pair table into the main effect of that side; says how much moved. */
const moveMeans = (
  table: Float64Array,
  weights: Float64Array,
  frame: PairFrame,
  rows: boolean,
  shape: Float64Array,
) => {
  const { high, wide } = frame
  const lines = rows ? high : wide
  const length = rows ? wide : high
  const moved = new Float64Array(lines)
  let most = 0
  for (let line = 0; line < lines; line++) {
    const cell = (k: number): number => (rows ? line * wide + k : k * wide + line)
    let sum = 0
    let weight = 0
    for (let k = 0; k < length; k++) {
      sum += (table[cell(k)] ?? 0) * (weights[cell(k)] ?? 0)
      weight += weights[cell(k)] ?? 0
    }
    const mean = weight > 0 ? sum / weight : 0
    for (let k = 0; k < length; k++) table[cell(k)] = (table[cell(k)] ?? 0) - mean
    moved[line] = mean
    most = Math.max(most, Math.abs(mean))
  }
  const lineOf = rows ? frame.rowOf : frame.colOf
  for (let bin = 0; bin < shape.length; bin++) shape[bin] = (shape[bin] ?? 0) + (moved[lineOf[bin] ?? 0] ?? 0)
  return most
}

/** Makes the parts unique: a pair keeps only what neither side says alone, and every main effect has mean 0 over the training
 * rows, so that a contribution reads "against the average customer". The sum for any row does not change.
 * (Lengerich, Tan, Chang, Hooker & Caruana, AISTATS 2020.) */
export const purify = (parts: Parts, weights: Weights): Parts => {
  const shapes = parts.shapes.map((shape) => Float64Array.from(shape))
  const pairs = parts.pairs.map(({ frame, table }) => ({ frame, table: Float64Array.from(table) }))
  pairs.forEach(({ frame, table }, p) => {
    const weight = weights.pairs[p] ?? new Float64Array()
    for (let round = 0; round < 200; round++) {
      const byRows = moveMeans(table, weight, frame, true, shapes[frame.a] ?? new Float64Array())
      const byColumns = moveMeans(table, weight, frame, false, shapes[frame.b] ?? new Float64Array())
      if (byRows + byColumns < 1e-9) break
    }
  })
  let intercept = parts.intercept
  shapes.forEach((shape, f) => {
    const mean = weightedMean(shape, weights.shapes[f] ?? new Float64Array())
    for (let k = 0; k < shape.length; k++) shape[k] = (shape[k] ?? 0) - mean
    intercept += mean
  })
  return { intercept, shapes, pairs }
}
