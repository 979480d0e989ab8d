import { type Day, daysBetween, isDay } from '#domain/kernel/day.ts'

/** One cell as a file or a query gives it. Blank text, `NA` and the like mean "not known". */
export type Raw = string | number | boolean | null | undefined

/** One customer at one moment: column name → raw cell. */
export type RawRow = Readonly<Record<string, Raw>>

export type ColumnKind = 'number' | 'day' | 'category'

/** A column read once: numbers (NaN = not known), days as days before `asOf`, or trimmed texts ('' = not known). */
export type Column =
  | { name: string; kind: 'number' | 'day'; numbers: Float64Array; strays: number; stray: string }
  | { name: string; kind: 'category'; texts: string[] }

const UNKNOWN = new Set(['na', 'n/a', '#n/a', 'nan', 'null', '\\n', '-', '--', '—'])

/** The text of a cell, trimmed; '' when not known. Full-width forms are folded so that `Ａ１` and `A1` are one value. */
export const textOf = (raw: Raw): string => {
  if (raw === null || raw === undefined) return ''
  const text = String(raw).normalize('NFKC').trim()
  return UNKNOWN.has(text.toLowerCase()) ? '' : text
}

/** Nothing but digits, at most one point and a leading minus: nearly every cell, read without the slow folding. */
const isPlain = (text: string): boolean => {
  let points = 0
  const from = text.charCodeAt(0) === 45 ? 1 : 0
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 46) points++
    else if (code < 48 || code > 57) return false
  }
  return text.length > from + points && points < 2 && text.length < 300
}

/** The number in a cell, NaN when there is none. A blank is *not known*, never 0: `Number(' ')` is 0, which turned the blank
 * TotalCharges of brand-new customers into "pays nothing". */
export const numberOf = (raw: Raw): number => {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : Number.NaN
  if (typeof raw === 'boolean') return raw ? 1 : 0
  if (typeof raw === 'string' && isPlain(raw)) return Number(raw)
  const text = textOf(raw)
  if (!/^[+-]?(\d[\d,]*\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number.NaN
  const value = Number(text.replaceAll(',', ''))
  return Number.isFinite(value) ? value : Number.NaN
}

/** Days from the day in the cell to `asOf`: positive when it lies in the past, NaN when the cell holds no day. */
export const ageOf = (raw: Raw, asOf: Day): number => {
  const text = textOf(raw)
  return isDay(text) ? daysBetween(text, asOf) : Number.NaN
}

/** A column is a number column although a few cells hold stray text ("see note") when at most this share does. */
const STRAY_SHARE = 0.05

/** What a column is, from its cells: all days → day; numbers but for a few strays → number; else category. */
export const kindOf = (cells: readonly Raw[]): ColumnKind => {
  const texts = cells.map(textOf).filter((text) => text !== '')
  if (texts.length === 0) return 'category'
  if (texts.every(isDay)) return 'day'
  const numbers = texts.map(numberOf).filter((value) => !Number.isNaN(value))
  if (numbers.length === texts.length) return 'number'
  const few = texts.length - numbers.length <= texts.length * STRAY_SHARE
  return few && new Set(numbers).size > 10 ? 'number' : 'category'
}

/** Reads one column. `asOf` is the day the rows describe; only day columns use it. */
export const readColumn = (name: string, kind: ColumnKind, rows: readonly RawRow[], asOf: Day): Column => {
  if (kind === 'category') return { name, kind, texts: rows.map((row) => textOf(row[name])) }
  const read = kind === 'day' ? (raw: Raw) => ageOf(raw, asOf) : numberOf
  const numbers = Float64Array.from(rows, (row) => read(row[name]))
  const strays = rows.filter((row, i) => Number.isNaN(numbers[i]) && textOf(row[name]) !== '')
  return { name, kind, numbers, strays: strays.length, stray: textOf(strays[0]?.[name]) }
}

/** Every column name in order of first appearance, over all rows, so that ragged rows lose nothing. */
export const columnNames = (rows: readonly RawRow[]): string[] => {
  const names = new Set<string>()
  for (const row of rows) for (const name of Object.keys(row)) names.add(name)
  return [...names]
}
