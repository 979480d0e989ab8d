import type { Interval } from '#domain/statistics/interval.ts'
import { calibratedAcross, type CalibrationKind } from './calibration.ts'
import { fitLogistic, linearColumns, logisticLogit } from './logistic.ts'
import { aucInterval, brierOf, liftCurve, logLossOf } from './metrics.ts'
import { type CampaignProfit, campaignProfit } from './profit.ts'
import { encode, type FeatureSpec } from './spec.ts'
import type { Column } from './table.ts'
import { fitTrees, treesLogit } from './trees.ts'

/** Another learner on the very same folds and rows: what the additive model gives up, or does not, for adding up. */
export type Beside = {
  learner: 'trees' | 'logistic'
  auc: Interval
  brier: number
  logLoss: number
  topDecileLift: number
  profit: CampaignProfit | null
}

/** Learns from some rows and answers the logits of others, with the bins learnt from the former. */
export type Rival = (
  spec: FeatureSpec,
  columns: readonly Column[],
  labels: Uint8Array,
  train: Uint32Array,
  test: Uint32Array,
) => Float64Array

export const rivals: Record<Beside['learner'], Rival> = {
  trees: (spec, columns, labels, train, test) => {
    const model = fitTrees(
      encode(spec, columns, train),
      Uint8Array.from(train, (i) => labels[i] ?? 0),
    )
    const { codes } = encode(spec, columns, test)
    const bins = new Uint8Array(codes.length)
    return Float64Array.from(test, (_, i) => {
      codes.forEach((own, f) => (bins[f] = own[i] ?? 0))
      return treesLogit(model, bins)
    })
  },
  logistic: (spec, columns, labels, train, test) => {
    const model = fitLogistic(
      linearColumns(spec, columns, train),
      Uint8Array.from(train, (i) => labels[i] ?? 0),
    )
    const wide = linearColumns(spec, columns, test)
    return Float64Array.from(test, (_, i) =>
      logisticLogit(
        model,
        wide.map((column) => column[i] ?? 0),
      ),
    )
  },
}

/** The figures of a learner's out-of-fold logits, calibrated as the model beside it is. */
export const besideOf = (
  learner: Beside['learner'],
  logits: Float64Array,
  labels: Uint8Array,
  folds: ArrayLike<number>,
  kind: CalibrationKind,
): Beside => {
  const probabilities = calibratedAcross(kind, logits, labels, folds)
  return {
    learner,
    auc: aucInterval(labels, logits),
    brier: brierOf(labels, probabilities),
    logLoss: logLossOf(labels, probabilities),
    topDecileLift: liftCurve(labels, logits)[0]?.lift ?? 1,
    profit: campaignProfit(labels, logits),
  }
}
