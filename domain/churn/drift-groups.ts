import type { Day } from '#domain/kernel/day.ts'
import type { Feature } from './spec.ts'
import { ageOf, numberOf, type Raw, textOf } from './table.ts'

/** The part of a column's values that a customer falls into. `from` belongs to it, `to` does not; null: open at that end. */
export type Group =
  | { kind: 'unknown' }
  | { kind: 'between'; from: number | null; to: number | null }
  | { kind: 'value'; value: string }
  | { kind: 'other' }

/** Values of a category that are looked at one by one; the rarer ones together. */
const MOST_VALUES = 9

const distinct = (sorted: readonly number[]): number[] =>
  sorted.filter((value, i) => i === 0 || value !== sorted[i - 1])

/** Index of the last cut at or below a value, from 1; 0 below all. */
export const placeAmong = (cuts: readonly number[], value: number): number => {
  let place = 0
  while (place < cuts.length && value >= (cuts[place] ?? 0)) place++
  return place
}

/** Coarse parts of a column, about a tenth of the training rows each: fine enough to see a column move, coarse enough that chance does not.
 * The first is "not known". */
export const groupsOf = (feature: Feature): Group[] => {
  if (feature.kind === 'category')
    return [
      { kind: 'unknown' },
      ...feature.values.slice(0, MOST_VALUES).map((value): Group => ({ kind: 'value', value })),
      { kind: 'other' },
    ]
  const cuts = distinct(feature.tenths)
  return [
    { kind: 'unknown' },
    ...[null, ...cuts].map((from, i): Group => ({ kind: 'between', from, to: cuts[i] ?? null })),
  ]
}

/** Which of `groupsOf` a cell falls into, prepared once a column. */
export const placer = (feature: Feature): ((raw: Raw, asOf: Day) => number) => {
  if (feature.kind === 'category') {
    const values = feature.values.slice(0, MOST_VALUES)
    const places = new Map(values.map((value, i) => [value, i + 1]))
    return (raw) => {
      const text = textOf(raw)
      return text === '' ? 0 : (places.get(text) ?? values.length + 1)
    }
  }
  const cuts = distinct(feature.tenths)
  const read = feature.kind === 'day' ? ageOf : numberOf
  return (raw, asOf) => {
    const value = read(raw, asOf)
    return Number.isNaN(value) ? 0 : placeAmong(cuts, value) + 1
  }
}
