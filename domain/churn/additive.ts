import type { Random } from '#domain/kernel/random.ts'
import type { AdditiveOptions } from './boost-options.ts'
import { advance, countCells, derive, type FitState, fitState, lossOf, tally } from './fit-state.ts'
import { growLine } from './line-tree.ts'
import { type PairFrame, pairCells, planeOf, strongestPairs } from './pairs.ts'
import { fillPlane, growPlane } from './plane-tree.ts'
import { type Parts, purify } from './purify.ts'
import type { Design } from './spec.ts'

/** A pair's table, row-major: the addition for bins (i, j) is `table[rowOf[i] · wide + colOf[j]]`. */
type PairTable = { a: number; b: number; rowOf: number[]; colOf: number[]; wide: number; table: number[] }

/** logit = intercept + one shape value a column + one table value a pair. Plain JSON. */
export type AdditiveModel = { intercept: number; shapes: number[][]; pairs: PairTable[] }

type Part = { train: FitState; held: FitState; picked: Uint32Array; out: Uint32Array }

/** The cells of one term (a column or a pair) for the rows of a bag. */
type Term = { size: number; train: Uint8Array | Uint16Array; held: Uint8Array | Uint16Array; grow: Grow }
type Grow = (state: FitState, step: Float64Array) => boolean

const pick = <A extends Uint8Array | Uint16Array>(cells: A, rows: Uint32Array): A => {
  const own = cells.slice(0, rows.length) as A
  rows.forEach((row, i) => (own[i] = cells[row] ?? 0))
  return own
}

const columnTerm = (codes: Uint8Array, size: number, part: Part, options: AdditiveOptions): Term => {
  const train = pick(codes, part.picked)
  const line = { g: new Float64Array(size), h: new Float64Array(size), counts: countCells(train, size) }
  const grow: Grow = (state, step) => {
    tally(state, train, line.g, line.h)
    return growLine(line, size, options.minLeaf, options.l2, options.rate, step)
  }
  return { size, train, held: pick(codes, part.out), grow }
}

const pairTerm = (frame: PairFrame, cells: Uint16Array, part: Part, options: AdditiveOptions): Term => {
  const train = pick(cells, part.picked)
  const plane = planeOf(part.train, frame, train)
  const grow: Grow = (state, step) => {
    tally(state, train, plane.g, plane.h)
    const grown = growPlane(plane, options.minLeaf, options.l2)
    if (grown.tree.at < 0) return false
    fillPlane(plane, grown, options.rate, options.l2, step)
    return true
  }
  return { size: frame.high * frame.wide, train, held: pick(cells, part.out), grow }
}

/** Adds steps term by term until the held-out rows stop improving; leaves the bag's scores where they were best. */
const boost = (terms: readonly Term[], part: Part, options: AdditiveOptions): Float64Array[] => {
  const values = terms.map((term) => new Float64Array(term.size))
  const steps = terms.map((term) => new Float64Array(term.size))
  let best = { loss: lossOf(part.held), sweep: 0, values: values.map((v) => v.slice()) }
  let at = { train: part.train.scores.slice(), held: part.held.scores.slice() }
  for (let sweep = 1; sweep <= options.sweeps && sweep - best.sweep <= options.patience; sweep++) {
    derive(part.train)
    let grown = false
    terms.forEach((term, t) => {
      const step = steps[t] ?? new Float64Array()
      if (!term.grow(part.train, step)) return
      grown = true
      advance(part.train, term.train, step)
      advance(part.held, term.held, step)
      const value = values[t] ?? new Float64Array()
      for (let k = 0; k < term.size; k++) value[k] = (value[k] ?? 0) + (step[k] ?? 0)
    })
    if (!grown) break
    const loss = lossOf(part.held)
    if (loss >= best.loss - 1e-7) continue
    best = { loss, sweep, values: values.map((v) => v.slice()) }
    at = { train: part.train.scores.slice(), held: part.held.scores.slice() }
  }
  part.train.scores.set(at.train)
  part.held.scores.set(at.held)
  return best.values
}

/** Splits the rows of one bag, leavers and stayers alike, into grown and held-out rows. */
const splitBag = (labels: Uint8Array, intercept: number, heldOut: number, random: Random): Part => {
  const out: number[] = []
  const picked: number[] = []
  for (const label of [0, 1]) {
    const own = [...labels.keys()].filter((i) => labels[i] === label)
    for (let i = own.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const swap = own[i] ?? 0
      own[i] = own[j] ?? 0
      own[j] = swap
    }
    const held = Math.max(1, Math.round(own.length * heldOut))
    out.push(...own.slice(0, held))
    picked.push(...own.slice(held))
  }
  const state = (rows: number[]): [Uint32Array, FitState] => {
    const sorted = Uint32Array.from(rows).sort()
    return [sorted, fitState(pick(labels, sorted), new Float64Array(sorted.length).fill(intercept))]
  }
  const [pickedRows, train] = state(picked)
  const [outRows, held] = state(out)
  return { train, held, picked: pickedRows, out: outRows }
}

const meanOf = (bags: readonly Float64Array[][], term: number): Float64Array => {
  const first = bags[0]?.[term] ?? new Float64Array()
  return first.map((_, k) => bags.reduce((sum, bag) => sum + (bag[term]?.[k] ?? 0), 0) / bags.length)
}

/** Bins of category columns in the order of their leaving rate (drawn towards the mean as 10 rows would be), so that a cut
 * separates likes from unlikes; number columns keep their order. */
const cuttingOrder = (design: Design, labels: Uint8Array, f: number): number[] => {
  const bins = design.bins[f] ?? 1
  const identity = Array.from({ length: bins }, (_, bin) => bin)
  if (!design.unordered[f]) return identity
  const codes = design.codes[f] ?? new Uint8Array()
  const rows = countCells(codes, bins)
  const leavers = new Float64Array(bins)
  labels.forEach((label, i) => (leavers[codes[i] ?? 0] = (leavers[codes[i] ?? 0] ?? 0) + label))
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length
  const rate = identity.map((bin) => ((leavers[bin] ?? 0) + 10 * mean) / ((rows[bin] ?? 0) + 10))
  return identity.sort((p, q) => (rate[p] ?? 0) - (rate[q] ?? 0) || p - q)
}

/** position[bin] in cutting order. */
const positions = (order: readonly number[]): number[] => {
  const position = order.map(() => 0)
  order.forEach((bin, at) => (position[bin] = at))
  return position
}

/** Fits logit(leaving) = intercept + Σ shape(column) + Σ table(pair): cyclic boosting of three-leaf trees a column, then of
 * four-leaf trees on the strongest pairs, averaged over bags (Lou et al., KDD 2013; the family of "explainable boosting
 * machines"). Same design, labels, options and random → the same model. */
export const fitAdditive = (
  design: Design,
  labels: Uint8Array,
  options: AdditiveOptions,
  random: Random,
): AdditiveModel => {
  const position = design.bins.map((_, f) => positions(cuttingOrder(design, labels, f)))
  const codes = design.codes.map((own, f) => own.map((code) => position[f]?.[code] ?? 0))
  const ordered: Design = { ...design, codes }
  const leavers = labels.reduce((sum, label) => sum + label, 0)
  const intercept = Math.log(leavers / (labels.length - leavers))
  const parts = Array.from({ length: options.bags }, () => splitBag(labels, intercept, options.heldOut, random))

  const mains = parts.map((part) =>
    boost(
      codes.map((own, f) => columnTerm(own, design.bins[f] ?? 1, part, options)),
      part,
      options,
    ),
  )
  const shapes = design.bins.map((_, f) => meanOf(mains, f))
  const frames = pairFrames(ordered, labels, { intercept, shapes, pairs: [] }, options)
  const cells = frames.map((frame) =>
    pairCells(frame, codes[frame.a] ?? new Uint8Array(), codes[frame.b] ?? new Uint8Array()),
  )
  const tables = parts.map((part) =>
    boost(
      frames.map((frame, p) => pairTerm(frame, cells[p] ?? new Uint16Array(), part, options)),
      part,
      options,
    ),
  )
  const pure = purify(
    { intercept, shapes, pairs: frames.map((frame, p) => ({ frame, table: meanOf(tables, p) })) },
    {
      shapes: codes.map((own, f) => countCells(own, design.bins[f] ?? 1)),
      pairs: frames.map((frame, p) => countCells(cells[p] ?? new Uint16Array(), frame.high * frame.wide)),
    },
  )
  return inSpecOrder(pure, position, codes)
}

const pairFrames = (ordered: Design, labels: Uint8Array, parts: Parts, options: AdditiveOptions): PairFrame[] => {
  if (options.pairs === 0) return []
  const state = fitState(labels, new Float64Array(labels.length).fill(parts.intercept))
  ordered.codes.forEach((own, f) => advance(state, own, parts.shapes[f] ?? new Float64Array()))
  derive(state)
  return strongestPairs(ordered, state, options.pairs, options.pairBins, options.minLeaf, options.l2)
}

/** Six decimals: more than any data can say, and half the size when stored. The sum keeps -0 out, which JSON does not know. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

/** Back from cutting order to the bins of the spec. A bin no training row was in adds nothing, alone or in a pair (it is sent to
 * an empty last row or column of the table): what was never seen must not raise or lower anybody's risk. */
const inSpecOrder = (parts: Parts, position: readonly number[][], codes: readonly Uint8Array[]): AdditiveModel => {
  const seen = parts.shapes.map((shape, f) => countCells(codes[f] ?? new Uint8Array(), shape.length))
  const bins = <T>(f: number, of: (at: number) => T, unseen: T): T[] =>
    (position[f] ?? []).map((at) => ((seen[f]?.[at] ?? 0) > 0 ? of(at) : unseen))
  return {
    intercept: rounded(parts.intercept),
    shapes: parts.shapes.map((shape, f) => bins(f, (at) => rounded(shape[at] ?? 0), 0)),
    pairs: parts.pairs.map(({ frame, table }) => ({
      a: frame.a,
      b: frame.b,
      rowOf: bins(frame.a, (at) => frame.rowOf[at] ?? 0, frame.high),
      colOf: bins(frame.b, (at) => frame.colOf[at] ?? 0, frame.wide),
      wide: frame.wide + 1,
      table: withEmptyEnds(table, frame),
    })),
  }
}

const withEmptyEnds = (table: Float64Array, { high, wide }: PairFrame): number[] => {
  const lines = Array.from({ length: high }, (_, a) => [
    ...Array.from(table.subarray(a * wide, (a + 1) * wide), rounded),
    0,
  ])
  return [...lines.flat(), ...Array.from({ length: wide + 1 }, () => 0)]
}

/** The logit of one row of bins. */
export const logitOf = (model: AdditiveModel, bins: ArrayLike<number>): number => {
  let logit = model.intercept
  for (let f = 0; f < model.shapes.length; f++) logit += model.shapes[f]?.[bins[f] ?? 0] ?? 0
  for (const pair of model.pairs)
    logit += pair.table[(pair.rowOf[bins[pair.a] ?? 0] ?? 0) * pair.wide + (pair.colOf[bins[pair.b] ?? 0] ?? 0)] ?? 0
  return logit
}
