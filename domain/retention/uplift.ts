import { contentOrder, outOfFold, stratifiedFolds } from '#domain/churn/folds.ts'
import { fitLogistic, linearColumns, type LogisticModel, logisticLogit } from '#domain/churn/logistic.ts'
import { contentKeys } from '#domain/churn/prepare.ts'
import { BINNING, type FeatureSpec, learnSpec } from '#domain/churn/spec.ts'
import { type Column, columnNames, kindOf, type RawRow, readColumn } from '#domain/churn/table.ts'
import type { Day } from '#domain/kernel/day.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Interval } from '#domain/statistics/interval.ts'
import { qiniOf, type QiniPoint, type Trial, upliftAmongTop } from './qini.ts'
import { type LowestUplift, lowestUplift } from './undisturbed.ts'
import type { UpliftRefusal } from './uplift-facts.ts'

/** Two logistic regressions, one of the contacted and one of the held out; plain JSON. */
type TwoModels = { spec: FeatureSpec; contacted: LogisticModel; heldOut: LogisticModel }

/** How well the order finds those whom contact helps, each figure from customers neither model had seen. */
export type UpliftQuality = {
  contacted: number
  heldOut: number
  /** What contact caused over all customers of the trial. */
  effect: Interval
  /** What it caused among the shares with the highest uplift. */
  top: { share: number; uplift: Interval }[]
  /** What it caused among the shares with the lowest: whom to leave in peace (`undisturbedBelow`). */
  lowest: LowestUplift[]
  qini: number
  curve: QiniPoint[]
}

export type UpliftModel = TwoModels & { version: 1; kind: 'two-model'; seed: number; quality: UpliftQuality }

export type UpliftOptions = {
  /** Same seed, rows and trial → the same model, in whatever order the rows come. */
  seed?: number
  folds?: number
  /** The day the rows describe, where a column holds days. */
  asOf?: Day
}

/** Below these two models differ by luck alone: an effect of a few points needs hundreds on either side to be seen at all. */
const LEAST = { side: 200, outcome: 30 }

const SHARES = [0.1, 0.2, 0.3, 0.5]

const refusalOf = (customers: number, { contacted, well }: Trial): UpliftRefusal | null => {
  if (contacted.length !== customers || well.length !== customers)
    return { code: 'uplift.rows_differ', params: { customers, contacted: contacted.length, outcomes: well.length } }
  const sides = [0, 1].map((side) => Array.from(contacted).flatMap((mark, i) => (mark === side ? [well[i] ?? 0] : [])))
  const [heldOut = [], reached = []] = sides
  if (Math.min(heldOut.length, reached.length) < LEAST.side)
    return {
      code: 'uplift.side_too_small',
      params: { contacted: reached.length, heldOut: heldOut.length, least: LEAST.side },
    }
  const counts = [heldOut, reached].map((side) => {
    const good = side.reduce((sum, mark) => sum + mark, 0)
    return { well: good, notWell: side.length - good }
  })
  const rare = counts.find(({ well: good, notWell }) => Math.min(good, notWell) < LEAST.outcome)
  return rare ? { code: 'uplift.outcome_too_rare', params: { ...rare, least: LEAST.outcome } } : null
}

const fitBoth = (columns: readonly Column[], { contacted, well }: Trial, picked: Uint32Array): TwoModels => {
  const spec = learnSpec(columns, picked, BINNING)
  const side = (mark: number): LogisticModel => {
    const own = picked.filter((i) => contacted[i] === mark)
    return fitLogistic(
      linearColumns(spec, columns, own),
      Uint8Array.from(own, (i) => well[i] ?? 0),
    )
  }
  return { spec, contacted: side(1), heldOut: side(0) }
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit))

const scoreBoth = ({ spec, contacted, heldOut }: TwoModels, columns: readonly Column[], picked: Uint32Array) => {
  const wide = linearColumns(spec, columns, picked)
  const row = new Float64Array(wide.length)
  return Float64Array.from(picked, (_, i) => {
    wide.forEach((column, f) => (row[f] = column[i] ?? 0))
    return chance(logisticLogit(contacted, row)) - chance(logisticLogit(heldOut, row))
  })
}

/** Folds that keep copies of a row together, whatever the order of rows. */
const foldsOf = (columns: readonly Column[], { well }: Trial, folds: number, seed: number): Uint8Array => {
  const keys = contentKeys(columns, well.length)
  const order = contentOrder(keys, well)
  const inOrder = stratifiedFolds(
    Array.from(order, (i) => keys[i] ?? ''),
    Array.from(order, (i) => well[i] ?? 0),
    folds,
    seededRandom(seed),
  )
  const answer = new Uint8Array(well.length)
  order.forEach((i, k) => (answer[i] = inOrder[k] ?? 0))
  return answer
}

const tellsApart = (column: Column): boolean =>
  new Set<string | number>(column.kind === 'category' ? column.texts : column.numbers).size > 1

/** Learns from a random trial whom contact helps: the chance that it ends well with contact less the chance without, by two models (Radcliffe &
 * Surry 1999; Hansotia & Rukstales 2002). Only a trial whose held-out customers were drawn at random can teach this; a risk of leaving is not
 * an effect. Refuses (coded) a trial that is too small. `quality` is out of fold. */
export const trainUplift = (
  rows: readonly RawRow[],
  trial: Trial,
  options: UpliftOptions = {},
): Result<UpliftModel, UpliftRefusal> => {
  const wrong = refusalOf(rows.length, trial)
  if (wrong) return refuse(wrong)
  const columns = columnNames(rows)
    .map((name) => readColumn(name, kindOf(rows.map((row) => row[name])), rows, options.asOf ?? '1970-01-01'))
    .filter(tellsApart)
  if (columns.length === 0) return refuse({ code: 'uplift.no_columns', params: { customers: rows.length } })
  const seed = options.seed ?? 1
  const folds = foldsOf(columns, trial, options.folds ?? 5, seed)
  const uplift = outOfFold(folds, (train, test) => scoreBoth(fitBoth(columns, trial, train), columns, test))
  const { coefficient, curve } = qiniOf(trial, uplift)
  const contacted = Array.from(trial.contacted).filter((mark) => mark === 1).length
  return ok({
    version: 1,
    kind: 'two-model',
    seed,
    ...fitBoth(columns, trial, Uint32Array.from(rows.keys())),
    quality: {
      contacted,
      heldOut: rows.length - contacted,
      effect: upliftAmongTop(trial, uplift, 1),
      top: SHARES.map((share) => ({ share, uplift: upliftAmongTop(trial, uplift, share) })),
      lowest: lowestUplift(trial, uplift),
      qini: coefficient,
      curve,
    },
  })
}

/** What contact is expected to change for each customer, −1…1: below 0 it is expected to harm. */
export const upliftOf = (model: UpliftModel, rows: readonly RawRow[], asOf: Day = '1970-01-01'): Float64Array => {
  const columns = model.spec.features.map(({ name, kind }) => readColumn(name, kind, rows, asOf))
  return scoreBoth(model, columns, Uint32Array.from(rows.keys()))
}
