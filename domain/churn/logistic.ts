import { solveSymmetric } from '#domain/statistics/symmetric.ts'
import { sigmoid } from './fit-state.ts'
import type { Column } from './table.ts'
import type { Feature, FeatureSpec } from './spec.ts'

/** Weights on standardised columns; logit = intercept + Σ weight · (value − mean) / scale. Plain JSON. */
export type LogisticModel = { intercept: number; weights: number[]; means: number[]; scales: number[] }

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/** Logistic regression with a ridge on the standardised weights (none on the intercept), by Newton's method: minimises
 * ½·ridge·|w|² + Σ logistic loss. ridge 1 is scikit-learn's C = 1. Deterministic. */
export const fitLogistic = (columns: readonly Float64Array[], labels: Uint8Array, ridge = 1): LogisticModel => {
  const n = labels.length
  const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / n)
  const scales = columns.map((column, f) => {
    const mean = means[f] ?? 0
    return Math.sqrt(column.reduce((a, b) => a + (b - mean) ** 2, 0) / n) || 1
  })
  const z = columns.map((column, f) => column.map((value) => (value - (means[f] ?? 0)) / (scales[f] ?? 1)))
  z.push(new Float64Array(n).fill(1))
  const weights = new Float64Array(z.length)
  for (let round = 0; round < 50; round++) {
    const step = newtonStep(z, labels, weights, ridge)
    step.forEach((value, j) => (weights[j] = (weights[j] ?? 0) - value))
    if (step.every((value) => Math.abs(value) < 1e-9)) break
  }
  return { intercept: weights.at(-1) ?? 0, weights: [...weights.subarray(0, -1)], means, scales }
}

const newtonStep = (z: readonly Float64Array[], labels: Uint8Array, weights: Float64Array, ridge: number) => {
  const scores = new Float64Array(labels.length)
  z.forEach((column, j) => {
    const weight = weights[j] ?? 0
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) + weight * (column[i] ?? 0)
  })
  const p = scores.map(sigmoid)
  const error = p.map((value, i) => value - (labels[i] ?? 0))
  const curve = p.map((value) => Math.max(value * (1 - value), 1e-10))
  const bent = new Float64Array(labels.length)
  const hessian = z.map((column, j) => {
    for (let i = 0; i < bent.length; i++) bent[i] = (curve[i] ?? 0) * (column[i] ?? 0)
    const row = Float64Array.from({ length: z.length }, (_, k) => (k <= j ? dot(bent, z[k] ?? bent) : 0))
    row[j] = (row[j] ?? 0) + (j < z.length - 1 ? ridge : 0) + 1e-9
    return row
  })
  const gradient = Float64Array.from(
    z,
    (column, j) => dot(error, column) + (j < z.length - 1 ? ridge * (weights[j] ?? 0) : 0),
  )
  return solveSymmetric(hessian, gradient)
}

export const logisticLogit = (model: LogisticModel, row: ArrayLike<number>): number => {
  let logit = model.intercept
  for (let j = 0; j < model.weights.length; j++)
    logit += ((model.weights[j] ?? 0) * ((row[j] ?? 0) - (model.means[j] ?? 0))) / (model.scales[j] ?? 1)
  return logit
}

const numericColumns = (feature: Feature, column: Column, picked: Uint32Array, means: number): Float64Array[] => {
  if (feature.kind === 'category' || column.kind === 'category') return []
  const known = Float64Array.from(picked, (i) => column.numbers[i] ?? Number.NaN)
  return [
    known.map((value) => (Number.isNaN(value) ? means : value)),
    known.map((value) => (Number.isNaN(value) ? 1 : 0)),
  ]
}

/** Rows as plain numbers for a linear model: numbers with their median for "not known" plus a not-known mark, categories as
 * one 0/1 column a value plus one for "not known". */
export const linearColumns = (spec: FeatureSpec, columns: readonly Column[], picked: Uint32Array): Float64Array[] =>
  spec.features.flatMap((feature, f) => {
    const column = columns[f]
    if (!column) return []
    if (feature.kind !== 'category') return numericColumns(feature, column, picked, feature.tenths[4] ?? 0)
    if (column.kind !== 'category') return []
    return ['', ...feature.values].map((value) => Float64Array.from(picked, (i) => (column.texts[i] === value ? 1 : 0)))
  })
