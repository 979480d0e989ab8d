import type { Symmetric } from '#domain/statistics/symmetric.ts'
import type { Stay } from './survival.ts'

/** One customer as the likelihood reads it; `x` is measured from the mean of its column, or exp would run out of range. */
export type LeavingRow = { time: number; left: boolean; x: Float64Array; means: Float64Array }

/** The longest stays first: those at risk at an age are then all the rows read so far. */
export const rowsInOrder = (stays: readonly Stay[], columns: readonly ArrayLike<number>[]): LeavingRow[] => {
  const means = Float64Array.from(columns, (column) => {
    let sum = 0
    for (let i = 0; i < column.length; i++) sum += column[i] ?? 0
    return sum / Math.max(1, column.length)
  })
  const rows = stays.map(({ until, left }, i) => ({
    time: until,
    left,
    x: means.map((mean, j) => (columns[j]?.[i] ?? 0) - mean),
    means,
  }))
  return rows.sort((a, b) => b.time - a.time)
}

/** Σ weight, Σ weight·x and Σ weight·x·xᵀ (lower half) over some rows. */
type Sums = { w: number; x: Float64Array; xx: Symmetric }

const noSums = (size: number): Sums => ({
  w: 0,
  x: new Float64Array(size),
  xx: Array.from({ length: size }, () => new Float64Array(size)),
})

const addRow = (sums: Sums, weight: number, x: Float64Array): void => {
  sums.w += weight
  for (let j = 0; j < x.length; j++) {
    const part = weight * (x[j] ?? 0)
    sums.x[j] = (sums.x[j] ?? 0) + part
    const row = sums.xx[j] ?? x
    for (let k = 0; k <= j; k++) row[k] = (row[k] ?? 0) + part * (x[k] ?? 0)
  }
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += (a[j] ?? 0) * (b[j] ?? 0)
  return sum
}

/** Walks down the ages; at each with leavers tells the sums of all at risk and of the leavers, and how many left. */
const eachAge = (
  rows: readonly LeavingRow[],
  at: Float64Array,
  tell: (age: { time: number; left: number; all: Sums; tied: Sums; score: number; x: Float64Array }) => void,
): void => {
  const all = noSums(at.length)
  for (let i = 0; i < rows.length;) {
    const time = rows[i]?.time ?? 0
    const tied = noSums(at.length)
    const x = new Float64Array(at.length)
    let [left, score] = [0, 0]
    for (let row = rows[i]; row && row.time === time; row = rows[++i]) {
      const risk = dot(at, row.x)
      addRow(all, Math.exp(risk), row.x)
      if (!row.left) continue
      addRow(tied, Math.exp(risk), row.x)
      left++
      score += risk
      for (let j = 0; j < x.length; j++) x[j] = (x[j] ?? 0) + (row.x[j] ?? 0)
    }
    if (left > 0) tell({ time, left, all, tied, score, x })
  }
}

export type Likelihood = { value: number; slope: Float64Array; information: Symmetric }

/** Logarithm of the partial likelihood, its slope and its information (minus the second derivative). By Efron, the m customers tied at an
 * age leave one after another in no known order: the l-th finds the others there with 1 − l/m of their weight. */
export const likelihoodAt = (rows: readonly LeavingRow[], at: Float64Array): Likelihood => {
  const slope = new Float64Array(at.length)
  const information: Symmetric = Array.from({ length: at.length }, () => new Float64Array(at.length))
  let value = 0
  eachAge(rows, at, ({ left, all, tied, score, x }) => {
    value += score
    for (let j = 0; j < at.length; j++) slope[j] = (slope[j] ?? 0) + (x[j] ?? 0)
    for (let l = 0; l < left; l++) {
      const gone = l / left
      const weight = all.w - gone * tied.w
      value -= Math.log(weight)
      for (let j = 0; j < at.length; j++) {
        const mean = ((all.x[j] ?? 0) - gone * (tied.x[j] ?? 0)) / weight
        slope[j] = (slope[j] ?? 0) - mean
        const row = information[j] ?? slope
        for (let k = 0; k <= j; k++) {
          const other = ((all.x[k] ?? 0) - gone * (tied.x[k] ?? 0)) / weight
          const both = ((all.xx[j]?.[k] ?? 0) - gone * (tied.xx[j]?.[k] ?? 0)) / weight
          row[k] = (row[k] ?? 0) + both - mean * other
        }
      }
    }
  })
  return { value, slope, information }
}

/** Accumulated rate of leaving by age for a customer whose columns are all 0, ties as in the likelihood. */
export const hazardOf = (rows: readonly LeavingRow[], at: Float64Array): { time: number; sum: number }[] => {
  const steps: { time: number; step: number }[] = []
  eachAge(rows, at, ({ time, left, all, tied }) => {
    let step = 0
    for (let l = 0; l < left; l++) step += 1 / (all.w - (l / left) * tied.w)
    steps.push({ time, step })
  })
  const centre = Math.exp(-dot(at, rows[0]?.means ?? new Float64Array()))
  let sum = 0
  return steps.toReversed().map(({ time, step }) => ({ time, sum: (sum += step * centre) }))
}
