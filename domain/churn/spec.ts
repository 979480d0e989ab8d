import type { Day } from '#domain/kernel/day.ts'
import { ageOf, type Column, numberOf, type Raw, type RawRow, textOf } from './table.ts'

/** How one number or day column becomes bins. Bin 0 = not known; bin k holds `edges[k-2] <= value < edges[k-1]`. */
export type NumberFeature = {
  name: string
  kind: 'number' | 'day'
  edges: number[]
  /** The nine deciles of the known values, to say "more than nine in ten". */
  tenths: number[]
}

/** How one category column becomes bins. Bin 0 = not known, 1…n = `values`, the last = any other value. */
export type CategoryFeature = {
  name: string
  kind: 'category'
  values: string[]
  /** Share of the known rows that hold each value, in the order of `values`. */
  shares: number[]
}

export type Feature = NumberFeature | CategoryFeature

/** Everything needed to turn a raw row into bins again years later; plain JSON. Day columns need the row's own `asOf`. */
export type FeatureSpec = { version: 1; features: Feature[] }

/** Rows as bins: one code per row and feature. `bins[f]` codes exist for feature f (at most 256). */
export type Design = { rows: number; codes: Uint8Array[]; bins: number[]; unordered: boolean[] }

export type BinningOptions = {
  /** Most bins of known values for a number column, 2…254. */
  maxBins: number
  /** A category value held by fewer rows than this falls into "other", and no bin of numbers holds fewer. */
  minRows: number
}

export const BINNING: BinningOptions = { maxBins: 128, minRows: 10 }

export const binsOf = (feature: Feature): number =>
  feature.kind === 'category' ? feature.values.length + 2 : feature.edges.length + 2

/** Few enough digits that a border is nobody's own telephone number, birthday or bill. */
const DIGITS = 4

/** The shortest number above `low` and not above `high`; where that takes more than four digits, `high` brought to four. */
const shortBetween = (low: number, high: number): number => {
  const middle = (low + high) / 2
  for (let digits = 1; digits < DIGITS; digits++) {
    const short = Number(middle.toPrecision(digits))
    if (short > low && short <= high) return short
  }
  return Number(middle.toPrecision(DIGITS))
}

/** Cuts between distinct values, or at quantiles when there are more than `maxBins`, each of few digits and with at least `least`
 * rows on either side of it before the next. */
export const edgesOf = (sorted: Float64Array, maxBins: number, least = 1): number[] => {
  const starts = [...sorted.keys()].filter((i) => i > 0 && sorted[i] !== sorted[i - 1])
  const wanted =
    starts.length < maxBins
      ? starts
      : Array.from({ length: maxBins - 1 }, (_, k) => Math.floor(((k + 1) * sorted.length) / maxBins))
  const edges: number[] = []
  let from = 0
  for (const at of wanted) {
    const start = startOf(sorted, sorted[at] ?? 0)
    if (start === 0) continue
    const edge = shortBetween(sorted[start - 1] ?? 0, sorted[start] ?? 0)
    const cut = startOf(sorted, edge)
    if (cut - from < least || sorted.length - cut < least) continue
    edges.push(edge)
    from = cut
  }
  return edges
}

/** Where values of at least `value` begin. */
const startOf = (sorted: Float64Array, value: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

const numberFeature = (
  column: Column & { kind: 'number' | 'day' },
  picked: Uint32Array,
  { maxBins, minRows }: BinningOptions,
): Feature => {
  const known = Float64Array.from(picked, (i) => column.numbers[i] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort()
  const tenth = (k: number): number => known[Math.min(known.length - 1, Math.floor((k * known.length) / 10))] ?? 0
  const tenths =
    known.length < 10 * minRows ? [] : Array.from({ length: 9 }, (_, k) => Number(tenth(k + 1).toPrecision(DIGITS)))
  return { name: column.name, kind: column.kind, edges: edgesOf(known, maxBins, minRows), tenths }
}

const categoryFeature = (column: Column & { kind: 'category' }, picked: Uint32Array, least: number): Feature => {
  const counts = new Map<string, number>()
  let known = 0
  for (const i of picked) {
    const text = column.texts[i] ?? ''
    if (text === '') continue
    known++
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  // by size, then by text, so that the order of rows never shows in the model
  const kept = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const values = kept.slice(0, 254)
  return {
    name: column.name,
    kind: 'category',
    values: values.map(([text]) => text),
    shares: values.map(([, count]) => count / known),
  }
}

/** Learns the bins of the picked rows. */
export const learnSpec = (columns: readonly Column[], picked: Uint32Array, options: BinningOptions): FeatureSpec => ({
  version: 1,
  features: columns.map((column) =>
    column.kind === 'category'
      ? categoryFeature(column, picked, options.minRows)
      : numberFeature(column, picked, options),
  ),
})

const binOfNumber = (edges: readonly number[] | Float64Array, value: number): number => {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value < (edges[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low + 1
}

const binsOfValues = (feature: CategoryFeature): ((text: string) => number) => {
  const bins = new Map(feature.values.map((text, i) => [text, i + 1]))
  const other = feature.values.length + 1
  return (text) => (text === '' ? 0 : (bins.get(text) ?? other))
}

/** Bins of columns already read, for training. */
export const encode = (spec: FeatureSpec, columns: readonly Column[], picked: Uint32Array): Design => ({
  rows: picked.length,
  bins: spec.features.map(binsOf),
  unordered: spec.features.map((feature) => feature.kind === 'category'),
  codes: spec.features.map((feature, f) => {
    const column = columns[f]
    if (column?.kind === 'category' && feature.kind === 'category') {
      const bin = binsOfValues(feature)
      return Uint8Array.from(picked, (i) => bin(column.texts[i] ?? ''))
    }
    if (column && column.kind !== 'category' && feature.kind !== 'category')
      return Uint8Array.from(picked, (i) => binOfNumber(feature.edges, column.numbers[i] ?? Number.NaN))
    return new Uint8Array(picked.length)
  }),
})

/** The bin of one raw cell, prepared once a feature because scoring asks it a million times. */
export const cellBinner = (feature: Feature): ((raw: Raw, asOf: Day) => number) => {
  if (feature.kind === 'category') {
    const bin = binsOfValues(feature)
    const seen = new Map<string, number>()
    return (raw) => {
      // cells repeat: remember the folded text's bin for the few values a column has
      const known = typeof raw === 'string' ? seen.get(raw) : undefined
      if (known !== undefined) return known
      const answer = bin(textOf(raw))
      if (typeof raw === 'string' && seen.size < 512) seen.set(raw, answer)
      return answer
    }
  }
  const edges = Float64Array.from(feature.edges)
  if (feature.kind === 'day') return (raw, asOf) => binOfNumber(edges, ageOf(raw, asOf))
  return (raw) => binOfNumber(edges, numberOf(raw))
}

/** Bins of one raw row in the order of the features; a column the row lacks is "not known". */
export const binRow = (spec: FeatureSpec, row: RawRow, asOf: Day): number[] =>
  spec.features.map((feature) => cellBinner(feature)(row[feature.name], asOf))
