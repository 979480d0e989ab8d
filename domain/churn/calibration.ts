import { fitLogistic } from './logistic.ts'
import { sigmoid } from './fit-state.ts'

/** From the model's logit to an honest probability; plain JSON, never decreasing. */
export type Calibration =
  | { kind: 'none' }
  | { kind: 'platt'; slope: number; offset: number }
  | { kind: 'isotonic'; logits: number[]; probabilities: number[] }

export type CalibrationKind = Calibration['kind']

/** Platt (1999): a straight line on the logit scale, nearly unpenalised. A line that falls is held at a slight rise, so that
 * calibration can never turn a ranking around. */
const fitPlatt = (logits: Float64Array, labels: Uint8Array): Calibration => {
  const { weights, intercept, means, scales } = fitLogistic([logits], labels, 1e-6)
  const slope = Math.max(1e-6, (weights[0] ?? 0) / (scales[0] ?? 1))
  return { kind: 'platt', slope, offset: intercept - slope * (means[0] ?? 0) }
}

type Block = { rows: number; leavers: number; logits: number }

/** Pool-adjacent-violators. Blocks stand at their mean logit; between blocks the map is a straight line, so that close
 * customers do not fall on one step. Probabilities are held half a row away from 0 and 1. */
const fitIsotonic = (logits: Float64Array, labels: Uint8Array): Calibration => {
  const order = Uint32Array.from(logits.keys()).sort((a, b) => (logits[a] ?? 0) - (logits[b] ?? 0))
  const blocks: Block[] = []
  let last = Number.NaN
  for (const i of order) {
    const tied = blocks.at(-1)
    const logit = logits[i] ?? 0
    if (tied && logit === last) {
      tied.rows++
      tied.leavers += labels[i] ?? 0
      tied.logits += logit
    } else blocks.push({ rows: 1, leavers: labels[i] ?? 0, logits: logit })
    last = logit
  }
  const stack: Block[] = []
  for (const block of blocks) {
    let top = { ...block }
    for (
      let below = stack.at(-1);
      below && below.leavers * top.rows >= top.leavers * below.rows;
      below = stack.at(-1)
    ) {
      stack.pop()
      top = { rows: top.rows + below.rows, leavers: top.leavers + below.leavers, logits: top.logits + below.logits }
    }
    stack.push(top)
  }
  const border = 0.5 / Math.max(1, labels.length)
  return {
    kind: 'isotonic',
    logits: stack.map((block) => block.logits / block.rows),
    probabilities: stack.map((block) => Math.min(1 - border, Math.max(border, block.leavers / block.rows))),
  }
}

/** Learns a map from logits that the model did *not* train on (out-of-fold). */
export const fitCalibration = (kind: CalibrationKind, logits: Float64Array, labels: Uint8Array): Calibration => {
  if (kind === 'platt') return fitPlatt(logits, labels)
  if (kind === 'isotonic') return fitIsotonic(logits, labels)
  return { kind: 'none' }
}

const interpolate = (x: readonly number[], y: readonly number[], at: number): number => {
  let low = 0
  let high = x.length - 1
  if (at <= (x[0] ?? 0)) return y[0] ?? 0
  if (at >= (x[high] ?? 0)) return y[high] ?? 0
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((x[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  const [x0, x1, y0, y1] = [x[low] ?? 0, x[high] ?? 0, y[low] ?? 0, y[high] ?? 0]
  return Math.min(y1, y0 + ((y1 - y0) * (at - x0)) / (x1 - x0))
}

/** Probability 0…1 of a logit; never decreasing in the logit. */
export const calibrated = (calibration: Calibration, logit: number): number => {
  if (calibration.kind === 'none') return sigmoid(logit)
  if (calibration.kind === 'platt') return sigmoid(calibration.slope * logit + calibration.offset)
  return interpolate(calibration.logits, calibration.probabilities, logit)
}

/** Probabilities of rows whose calibration map was learnt on the *other* folds: the only honest way to say how well it fits. */
export const calibratedAcross = (
  kind: CalibrationKind,
  logits: Float64Array,
  labels: Uint8Array,
  folds: ArrayLike<number>,
): Float64Array => {
  const answer = new Float64Array(logits.length)
  for (const fold of new Set(Array.from(folds))) {
    const others = logits.map((_, i) => i).filter((i) => folds[i] !== fold)
    const map = fitCalibration(
      kind,
      others.map((i) => logits[i] ?? 0),
      Uint8Array.from(others, (i) => labels[i] ?? 0),
    )
    for (let i = 0; i < answer.length; i++) if (folds[i] === fold) answer[i] = calibrated(map, logits[i] ?? 0)
  }
  return answer
}
