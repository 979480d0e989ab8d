import { type Interval, shareInterval, Z95 } from '#domain/statistics/interval.ts'

/** Row indexes from the lowest to the highest score. */
const ascending = (scores: ArrayLike<number>): Uint32Array =>
  Uint32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))

/** Ranks from 1; rows with equal scores share the mean of their ranks. */
const midranks = (scores: ArrayLike<number>): Float64Array => {
  const order = ascending(scores)
  const ranks = new Float64Array(scores.length)
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to++
    for (let k = from; k < to; k++) ranks[order[k] ?? 0] = (from + to + 1) / 2
    from = to
  }
  return ranks
}

const split = (labels: ArrayLike<number>, wanted: number): number[] =>
  Array.from({ length: labels.length }, (_, i) => i).filter((i) => (labels[i] === 1 ? 1 : 0) === wanted)

/** Chance that a random leaver scores above a random stayer, ties half; NaN when there is only one class. */
export const aucOf = (labels: ArrayLike<number>, scores: ArrayLike<number>): number => {
  const ranks = midranks(scores)
  let positives = 0
  let sum = 0
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 1) continue
    positives++
    sum += ranks[i] ?? 0
  }
  return (sum - (positives * (positives + 1)) / 2) / (positives * (labels.length - positives))
}

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return values.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, values.length - 1)
}

/** AUC with its 95 % interval by DeLong, DeLong & Clarke-Pearson (1988), fast form of Sun & Xu (2014); the interval is taken
 * on the logit scale so that it stays within 0…1. */
export const aucInterval = (labels: ArrayLike<number>, scores: ArrayLike<number>): Interval => {
  const value = aucOf(labels, scores)
  const all = midranks(scores)
  const placed = (own: number[], others: number): number[] => {
    const within = midranks(own.map((i) => scores[i] ?? 0))
    return own.map((i, k) => ((all[i] ?? 0) - (within[k] ?? 0)) / others)
  }
  const leavers = split(labels, 1)
  const stayers = split(labels, 0)
  const error = Math.sqrt(
    variance(placed(leavers, stayers.length)) / leavers.length +
      variance(placed(stayers, leavers.length)) / stayers.length,
  )
  if (!(value > 0 && value < 1)) return { value, low: value, high: value }
  const logit = Math.log(value / (1 - value))
  const half = (Z95 * error) / (value * (1 - value))
  const back = (x: number): number => 1 / (1 + Math.exp(-x))
  return { value, low: back(logit - half), high: back(logit + half) }
}

const meanOver = (labels: ArrayLike<number>, loss: (i: number) => number): number => {
  let sum = 0
  for (let i = 0; i < labels.length; i++) sum += loss(i)
  return sum / labels.length
}

/** Mean squared error of the probabilities, 0 is perfect. */
export const brierOf = (labels: ArrayLike<number>, probabilities: ArrayLike<number>): number =>
  meanOver(labels, (i) => ((probabilities[i] ?? 0) - (labels[i] ?? 0)) ** 2)

/** Mean logarithmic loss in nats; probabilities are held within 1e-12 of 0 and 1. */
export const logLossOf = (labels: ArrayLike<number>, probabilities: ArrayLike<number>): number =>
  meanOver(labels, (i) => {
    const p = Math.min(1 - 1e-12, Math.max(1e-12, probabilities[i] ?? 0))
    return labels[i] === 1 ? -Math.log(p) : -Math.log(1 - p)
  })

/** `share` of customers called from the top, `caught` share of all leavers among them, `lift` = caught ÷ share. */
export type LiftPoint = { share: number; caught: number; lift: number }

/** How many leavers are found by calling the top 10 %, 20 % … first. Rows tied at the border count by their mean, so that
 * the order of rows never shows. */
export const liftCurve = (labels: ArrayLike<number>, scores: ArrayLike<number>, points = 10): LiftPoint[] => {
  const order = ascending(scores).reverse()
  const n = order.length
  const taken = new Float64Array(n + 1)
  for (let from = 0; from < n;) {
    let to = from
    let leavers = 0
    while (to < n && scores[order[to] ?? 0] === scores[order[from] ?? 0])
      leavers += labels[order[to++] ?? 0] === 1 ? 1 : 0
    for (let k = from; k < to; k++) taken[k + 1] = (taken[k] ?? 0) + leavers / (to - from)
    from = to
  }
  const total = taken[n] ?? 0
  return Array.from({ length: points }, (_, p) => {
    const rows = Math.max(1, Math.floor((n * (p + 1)) / points))
    const caught = (taken[rows] ?? 0) / total
    return { share: rows / n, caught, lift: (caught * n) / rows }
  })
}

/** How much denser leavers are among the top tenth than among all; 1 is no better than chance. */
export const topDecileLift = (labels: ArrayLike<number>, scores: ArrayLike<number>): number =>
  liftCurve(labels, scores)[0]?.lift ?? Number.NaN

/** One group of customers with like predictions: what was predicted and what came true. */
export type CalibrationBin = { rows: number; predicted: number; observed: number }

/** Groups of equal size by predicted probability; rows with equal predictions stay together. */
export const calibrationBins = (
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  groups = 10,
): CalibrationBin[] => {
  const order = ascending(probabilities)
  const bins: CalibrationBin[] = []
  for (let from = 0; from < order.length;) {
    let to = Math.max(from + 1, Math.round(((bins.length + 1) * order.length) / groups))
    while (to < order.length && probabilities[order[to] ?? 0] === probabilities[order[to - 1] ?? 0]) to++
    const own = order.subarray(from, to)
    const mean = (values: ArrayLike<number>): number => own.reduce((sum, i) => sum + (values[i] ?? 0), 0) / own.length
    bins.push({ rows: own.length, predicted: mean(probabilities), observed: mean(labels) })
    from = to
  }
  return bins
}

/** 95 % interval of the share that came true in a group. */
export const observedInterval = ({ rows, observed }: Pick<CalibrationBin, 'rows' | 'observed'>): Interval =>
  shareInterval(observed, rows)
