import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import { normalBeyond } from '#domain/statistics/gamma.ts'
import type { Interval } from '#domain/statistics/interval.ts'
import { invertSymmetric, type Symmetric } from '#domain/statistics/symmetric.ts'
import { concordanceOf } from './concordance.ts'
import { hazardOf, type LeavingRow, likelihoodAt, rowsInOrder } from './cox-likelihood.ts'
import type { SurvivalRefusal } from './facts.ts'
import type { Stay } from './survival.ts'

export type CoxTerm = {
  name: string
  /** Logarithm of how many times the rate of leaving is multiplied by one unit more of the column. */
  coefficient: number
  error: number
  z: number
  p: number
}

/** A fitted proportional-hazards model; plain JSON. */
export type CoxModel = {
  terms: CoxTerm[]
  customers: number
  leavers: number
  logLikelihood: { without: number; with: number }
  concordance: Interval & { error: number }
  /** Accumulated rate of leaving by age for a customer whose columns are all 0. */
  hazard: { time: number; sum: number }[]
}

/** Columns of numbers, one value a customer in the order of the stays. */
export type CoxColumns = Readonly<Record<string, ArrayLike<number>>>

const refusalOf = (
  rows: readonly LeavingRow[],
  stays: readonly Stay[],
  columns: CoxColumns,
): SurvivalRefusal | null => {
  const customers = stays.length
  for (const [column, values] of Object.entries(columns)) {
    if (values.length !== customers)
      return { code: 'survival.rows_differ', params: { column, customers, values: values.length } }
    const strange = Array.from(values).findIndex((value) => !Number.isFinite(value))
    if (strange >= 0) return { code: 'survival.not_number', params: { column, row: strange + 1 } }
  }
  const leavers = rows.filter(({ left }) => left).length
  const least = 5 * Object.keys(columns).length
  if (leavers < Math.max(1, least)) return { code: 'survival.too_few_leavers', params: { leavers, least } }
  return null
}

/** Cox (1972) regression: the rate of leaving at every age is a common one times exp(Σ coefficient · column). Many leave in the same month,
 * so ties are shared by Efron's way (1977). Newton's method with halved steps; agrees with R `coxph`. Refuses (coded) columns that do not
 * fit, fewer than five leavers a column, and columns of which one follows from the others. Ages at which watching began are not used. */
export const fitCox = (stays: readonly Stay[], columns: CoxColumns): Result<CoxModel, SurvivalRefusal> => {
  const names = Object.keys(columns)
  const values = Object.values(columns)
  const rows = rowsInOrder(stays, values)
  const wrong = refusalOf(rows, stays, columns)
  if (wrong) return refuse(wrong)

  let at: Float64Array = new Float64Array(names.length)
  let here = likelihoodAt(rows, at)
  const without = here.value
  for (let round = 0; round < 40; round++) {
    const { inverse, flat } = invertSymmetric(here.information)
    if (flat > 0) return refuse({ code: 'survival.columns_depend', params: { columns: names.join(', ') } })
    let step = product(inverse, here.slope)
    let next = likelihoodAt(rows, plus(at, step))
    for (let halved = 0; !(next.value >= here.value) && halved < 30; halved++) {
      step = step.map((value) => value / 2)
      next = likelihoodAt(rows, plus(at, step))
    }
    const gained = next.value - here.value
    at = plus(at, step)
    here = next
    if (Math.abs(gained) < 1e-11 * Math.abs(here.value)) break
  }
  const { inverse } = invertSymmetric(here.information)
  const terms = names.map((name, j): CoxTerm => {
    const coefficient = at[j] ?? 0
    const error = Math.sqrt(inverse[j]?.[j] ?? 0)
    const z = coefficient / error
    return { name, coefficient, error, z, p: normalBeyond(z) }
  })
  const risks = stays.map((_, i) => values.reduce((sum, column, j) => sum + (at[j] ?? 0) * (column[i] ?? 0), 0))
  return ok({
    terms,
    customers: stays.length,
    leavers: rows.filter(({ left }) => left).length,
    logLikelihood: { without, with: here.value },
    concordance: concordanceOf(stays, risks) ?? { value: 0.5, low: 0, high: 1, error: 0 },
    hazard: hazardOf(rows, at),
  })
}

const plus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, j) => value + (b[j] ?? 0))

const product = (matrix: Symmetric, b: Float64Array): Float64Array =>
  Float64Array.from(matrix, (row) => row.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0))

/** Share of customers with these columns who stay longer than `time`. A column the row lacks counts as 0. */
export const coxStayAt = (model: CoxModel, row: Readonly<Record<string, number>>, time: number): number => {
  const risk = model.terms.reduce((sum, { name, coefficient }) => sum + coefficient * (row[name] ?? 0), 0)
  const sum = model.hazard.findLast((step) => step.time <= time)?.sum ?? 0
  return Math.exp(-sum * Math.exp(risk))
}
