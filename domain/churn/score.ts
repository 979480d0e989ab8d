import type { Day } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import { calibrated } from './calibration.ts'
import type { Refusal } from './facts.ts'
import type { ChurnModel } from './model.ts'
import { cellBinner } from './spec.ts'
import type { RawRow } from './table.ts'

/** One column's part of the logit, against the average customer of the training rows: above 0 raises the risk. */
export type Contribution = { column: string; value: number }

/** `intercept + Σ contributions = logit` exactly; `probability` is the calibrated logit. */
export type Score = { probability: number; logit: number; intercept: number; contributions: Contribution[] }

/** The part of a model that scores. */
type Scoring = Pick<ChurnModel, 'version' | 'spec' | 'additive' | 'calibration'>

/** Prepares a model once and scores many rows. What two columns say only together is given half to each of them; the pair
 * tables themselves stand in the model. Refuses a model of a later version, and a missing `asOf` where a column holds days. */
export const scorerOf = (model: Scoring, asOf?: Day): Result<(row: RawRow) => Score, Refusal> => {
  if (model.version !== 1) return refuse({ code: 'score.model_unknown', params: { version: Number(model.version) } })
  const { features } = model.spec
  const dated = features.find((feature) => feature.kind === 'day')
  if (dated && asOf === undefined) return refuse({ code: 'score.as_of_missing', params: { column: dated.name } })
  const { intercept } = model.additive
  const names = features.map((feature) => feature.name)
  const binners = features.map(cellBinner)
  const shapes = model.additive.shapes.map((shape) => Float64Array.from(shape))
  const pairs = model.additive.pairs.map((pair) => ({
    ...pair,
    rowOf: Uint8Array.from(pair.rowOf),
    colOf: Uint8Array.from(pair.colOf),
    table: Float64Array.from(pair.table, (value) => value / 2),
  }))
  const bins = new Uint8Array(features.length)
  const parts = new Float64Array(features.length)
  return ok((row) => {
    for (let f = 0; f < names.length; f++) {
      bins[f] = binners[f]?.(row[names[f] ?? ''], asOf ?? '') ?? 0
      parts[f] = shapes[f]?.[bins[f] ?? 0] ?? 0
    }
    for (const { a, b, rowOf, colOf, wide, table } of pairs) {
      const half = table[(rowOf[bins[a] ?? 0] ?? 0) * wide + (colOf[bins[b] ?? 0] ?? 0)] ?? 0
      parts[a] = (parts[a] ?? 0) + half
      parts[b] = (parts[b] ?? 0) + half
    }
    let logit = intercept
    const contributions: Contribution[] = []
    for (let f = 0; f < names.length; f++) {
      const value = parts[f] ?? 0
      logit += value
      contributions.push({ column: names[f] ?? '', value })
    }
    return { probability: calibrated(model.calibration, logit), logit, intercept, contributions }
  })
}

/** Scores one row; for many rows prepare the model once with `scorerOf`. */
export const scoreCustomer = (model: ChurnModel, row: RawRow, asOf?: Day): Result<Score, Refusal> => {
  const scorer = scorerOf(model, asOf)
  return scorer.ok ? ok(scorer.value(row)) : scorer
}

/** What may be lost with the customer: probability × yearly value, in whole fen. */
export const moneyAtRisk = (probability: number, yearly: Fen): Fen => Math.round(probability * Math.max(0, yearly))
