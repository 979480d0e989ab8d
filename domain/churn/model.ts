import type { Day } from '#domain/kernel/day.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Interval } from '#domain/statistics/interval.ts'
import { type AdditiveModel, fitAdditive, logitOf } from './additive.ts'
import { type Beside, besideOf, rivals } from './beside.ts'
import { ADDITIVE, type AdditiveOptions } from './boost-options.ts'
import { type Calibration, calibratedAcross, type CalibrationKind, fitCalibration } from './calibration.ts'
import { type Baseline, baselineOf } from './drift.ts'
import type { ColumnNotice, LeakAlarm, Refusal } from './facts.ts'
import { contentOrder, foldRows, outOfFold, stratifiedFolds } from './folds.ts'
import { leakAlarms } from './leak.ts'
import { aucInterval, aucOf, brierOf, calibrationBins, liftCurve, logLossOf } from './metrics.ts'
import type { CalibrationBin, LiftPoint } from './metrics.ts'
import { type CampaignProfit, type CampaignReach, campaignReach, profitOf } from './profit.ts'
import { contentKeys, prepare, type ReadOptions } from './prepare.ts'
import { BINNING, type BinningOptions, encode, type FeatureSpec, learnSpec } from './spec.ts'
import type { Column, RawRow } from './table.ts'

/** How good the model is, each figure from rows whose fold neither the model nor its calibration had seen. */
export type ModelQuality = {
  /** Over all out-of-fold scores together, 95 % interval. */
  auc: Interval
  /** Mean and standard deviation of the AUC within each fold. */
  foldAuc: { mean: number; sd: number }
  brier: number
  logLoss: number
  topDecileLift: number
  lift: LiftPoint[]
  calibration: CalibrationBin[]
  /** What the published campaign would earn a customer; absent from models trained before it was worked out. */
  profit?: CampaignProfit | null
  /** Of which that is reckoned, and any other campaign. */
  reach?: CampaignReach | null
  folds: number
  /** Other learners on the same folds; absent where they were not asked for. */
  beside?: Beside[]
}

/** A trained warning model. Plain JSON: stored as it is, and with the raw row it gives the same score for ever. */
export type ChurnModel = {
  version: 1
  kind: 'additive'
  spec: FeatureSpec
  additive: AdditiveModel
  calibration: Calibration
  quality: ModelQuality
  rows: number
  leavers: number
  asOf: Day | null
  seed: number
  notices: ColumnNotice[]
  alarms: LeakAlarm[]
  /** How the training rows lay, to tell later whether customers still do; absent from models trained before it was kept. */
  baseline?: Baseline
}

export type TrainOptions = ReadOptions & {
  /** Same seed, rows and labels → the same model, in whatever order the rows come. */
  seed?: number
  folds?: number
  /** A fold number a row, in the order of the rows, instead of seeded folds. */
  foldOf?: readonly number[]
  calibration?: CalibrationKind | 'best'
  additive?: Partial<AdditiveOptions>
  binning?: Partial<BinningOptions>
  /** Also measure boosted trees and logistic regression on the same folds. */
  beside?: boolean
  /** Told after each fit: training takes one fit a fold and one over all, seconds in all; with `beside` two more a fold. */
  onFit?: (done: number, of: number) => void
}

/** What a fit is: how cells are read and what they are worth. */
export type Fit = { spec: FeatureSpec; additive: AdditiveModel }

/** A model, its copies that each did not see one fold, and the fold of every row in the order of the rows. A row the model
 * learnt from is honestly scored by the copy of its fold, calibrated alike: `{ ...model, ...crossFits[foldOf[row]] }`. */
export type CrossFitted = { model: ChurnModel; crossFits: Fit[]; foldOf: number[] }

type Ground = { columns: readonly Column[]; labels: Uint8Array; options: TrainOptions; seed: number }

const fitOn = ({ columns, labels, options, seed }: Ground, picked: Uint32Array, salt: number): Fit => {
  const spec = learnSpec(columns, picked, { ...BINNING, ...options.binning })
  const own = Uint8Array.from(picked, (i) => labels[i] ?? 0)
  const random = seededRandom(seed + salt)
  return {
    spec,
    additive: fitAdditive(encode(spec, columns, picked), own, { ...ADDITIVE, ...options.additive }, random),
  }
}

const logitsOf = ({ spec, additive }: Fit, columns: readonly Column[], picked: Uint32Array): Float64Array => {
  const { codes } = encode(spec, columns, picked)
  const bins = new Uint8Array(codes.length)
  return Float64Array.from(picked, (_, i) => {
    codes.forEach((own, f) => (bins[f] = own[i] ?? 0))
    return logitOf(additive, bins)
  })
}

const reorder = (column: Column, order: Uint32Array): Column =>
  column.kind === 'category'
    ? { ...column, texts: Array.from(order, (i) => column.texts[i] ?? '') }
    : { ...column, numbers: Float64Array.from(order, (i) => column.numbers[i] ?? Number.NaN) }

const usableFolds = (folds: ArrayLike<number>, labels: Uint8Array): Refusal | undefined => {
  const numbers = [...new Set(Array.from(folds))]
  if (folds.length !== labels.length || numbers.length < 2)
    return { code: 'train.folds_unusable', params: { rows: folds.length, folds: numbers.length } }
  for (const fold of numbers) {
    const { train, test } = foldRows(folds, fold)
    const mixed = (rows: Uint32Array): boolean => new Set(Array.from(rows, (i) => labels[i])).size === 2
    if (!mixed(train) || !mixed(test)) return { code: 'train.fold_one_class', params: { fold, rows: test.length } }
  }
  return undefined
}

const KINDS: CalibrationKind[] = ['none', 'platt', 'isotonic']

/** The kind with the least out-of-fold log-loss; a more flexible one must earn its place by 1 %. */
const bestKind = (logits: Float64Array, labels: Uint8Array, folds: ArrayLike<number>): CalibrationKind => {
  const losses = KINDS.map((kind) => logLossOf(labels, calibratedAcross(kind, logits, labels, folds)))
  let best = 0
  losses.forEach((loss, k) => {
    if (loss < (losses[best] ?? 0) * 0.99) best = k
  })
  return KINDS[best] ?? 'none'
}

const qualityOf = (
  logits: Float64Array,
  labels: Uint8Array,
  folds: ArrayLike<number>,
  kind: CalibrationKind,
): ModelQuality => {
  const probabilities = calibratedAcross(kind, logits, labels, folds)
  const numbers = [...new Set(Array.from(folds))]
  const aucs = numbers.map((fold) => {
    const rows = foldRows(folds, fold).test
    return aucOf(
      Array.from(rows, (i) => labels[i] ?? 0),
      Array.from(rows, (i) => logits[i] ?? 0),
    )
  })
  const mean = aucs.reduce((a, b) => a + b, 0) / aucs.length
  const lift = liftCurve(labels, logits)
  const reach = campaignReach(labels, logits)
  return {
    auc: aucInterval(labels, logits),
    foldAuc: { mean, sd: Math.sqrt(aucs.reduce((a, b) => a + (b - mean) ** 2, 0) / (aucs.length - 1)) },
    brier: brierOf(labels, probabilities),
    logLoss: logLossOf(labels, probabilities),
    topDecileLift: lift[0]?.lift ?? 1,
    lift,
    calibration: calibrationBins(labels, probabilities),
    profit: reach && profitOf(reach),
    reach,
    folds: numbers.length,
  }
}

/** Trains the warning model from raw rows and who left (true or 1). Columns that cannot help are left out and named, columns
 * that know the answer raise an alarm but stay until the caller excludes them. Refuses (coded) rows that cannot carry a model:
 * see `RefusalFacts`. Nothing depends on the order of rows, and copies of a row never stand in both training and test.
 * [R-13] */
export const trainChurnModel = (
  rows: readonly RawRow[],
  labels: readonly (boolean | number)[],
  options: TrainOptions = {},
): Result<ChurnModel, Refusal> => {
  const trained = trainCrossFitted(rows, labels, options)
  return trained.ok ? ok(trained.value.model) : trained
}

/** The same, keeping the copies that were fitted to test it. */
export const trainCrossFitted = (
  rows: readonly RawRow[],
  labels: readonly (boolean | number)[],
  options: TrainOptions = {},
): Result<CrossFitted, Refusal> => {
  const read = prepare(rows, labels, options)
  if (!read.ok) return read
  const keys = contentKeys(read.value.columns, rows.length)
  const order = contentOrder(keys, read.value.labels)
  const columns = read.value.columns.map((column) => reorder(column, order))
  const marks = Uint8Array.from(order, (i) => read.value.labels[i] ?? 0)
  const seed = options.seed ?? 1
  const given = options.foldOf
  const folds = given
    ? Array.from(order, (i) => given[i] ?? 0)
    : stratifiedFolds(
        Array.from(order, (i) => keys[i] ?? ''),
        marks,
        options.folds ?? 5,
        seededRandom(seed),
      )
  const unusable = given && given.length !== rows.length ? foldsDiffer(given) : usableFolds(folds, marks)
  if (unusable) return refuse(unusable)

  const ground: Ground = { columns, labels: marks, options, seed }
  const learners = options.beside ? (['trees', 'logistic'] as const) : []
  const fits = new Set(folds).size * (1 + learners.length) + 1
  let done = 0
  const fit = (picked: Uint32Array, salt: number): Fit => {
    const own = fitOn(ground, picked, salt)
    options.onFit?.(++done, fits)
    return own
  }
  const crossFits: Fit[] = []
  const logits = outOfFold(folds, (train, test, fold) =>
    logitsOf((crossFits[fold] = fit(train, fold + 1)), columns, test),
  )
  const wanted = options.calibration ?? 'best'
  const kind = wanted === 'best' ? bestKind(logits, marks, folds) : wanted
  const beside = learners.map((learner): Beside => {
    const own = outOfFold(folds, (train, test, fold) => {
      const answer = rivals[learner](crossFits[fold]?.spec ?? { version: 1, features: [] }, columns, marks, train, test)
      options.onFit?.(++done, fits)
      return answer
    })
    return besideOf(learner, own, marks, folds, kind)
  })
  const whole = fit(Uint32Array.from(marks.keys()), 0)
  const model: ChurnModel = {
    version: 1,
    kind: 'additive',
    ...whole,
    calibration: fitCalibration(kind, logits, marks),
    quality: { ...qualityOf(logits, marks, folds, kind), ...(options.beside ? { beside } : {}) },
    rows: rows.length,
    leavers: marks.reduce((a, b) => a + b, 0),
    asOf: options.asOf ?? null,
    seed,
    notices: read.value.notices,
    alarms: leakAlarms(columns, marks),
    baseline: baselineOf(
      whole.spec,
      Array.from(order, (i) => rows[i] ?? {}),
      options.asOf ?? '1970-01-01',
      calibratedAcross(kind, logits, marks, folds),
    ),
  }
  const foldOf: number[] = []
  order.forEach((row, i) => (foldOf[row] = folds[i] ?? 0))
  return ok({ model, crossFits, foldOf })
}

const foldsDiffer = (given: readonly number[]): Refusal => ({
  code: 'train.folds_unusable',
  params: { rows: given.length, folds: new Set(given).size },
})
