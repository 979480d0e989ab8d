import type { Day } from '#domain/kernel/day.ts'
import { refuse, ok, type Result } from '#domain/kernel/result.ts'
import type { ColumnNotice, Refusal } from './facts.ts'
import { looksLikeNumbers, namesSomebody } from './personal.ts'
import {
  type Column,
  type ColumnKind,
  columnNames,
  kindOf,
  type Raw,
  type RawRow,
  readColumn,
  textOf,
} from './table.ts'

/** Below these a model would be luck: 30 leavers leave 6 a test fold of five. */
export const LEAST = { rows: 200, leavers: 30, stayers: 30 }

export type ReadOptions = {
  /** The day the rows describe; needed when a column holds days. */
  asOf?: Day
  /** Columns not to use: the customer's number, the label itself, a column that leaked. */
  exclude?: readonly string[]
  /** What a column is, where its cells alone would mislead (a code of digits is a category). */
  kinds?: Readonly<Record<string, ColumnKind>>
  /** Day columns that may lie after `asOf`, like the end of a contract. */
  futureColumns?: readonly string[]
}

export type Prepared = { columns: Column[]; labels: Uint8Array; notices: ColumnNotice[] }

const LEFT = new Set(['1', 'yes', 'y', 'true', 'left', 'churned', '是', '已离网', '离网', '流失', '已流失'])
const STAYED = new Set(['0', 'no', 'n', 'false', 'stayed', 'active', '否', '在网', '未离网', '未流失', '留存'])

/** Reads labels as files hold them (1/0, yes/no, 是/否, 离网/在网 …). Anything else is refused with its row (from 1). */
export const readLabels = (cells: readonly Raw[]): Result<Uint8Array, Refusal> => {
  const labels = new Uint8Array(cells.length)
  for (const [i, cell] of cells.entries()) {
    const text = textOf(cell).toLowerCase()
    if (!LEFT.has(text) && !STAYED.has(text))
      return refuse({ code: 'train.label_unreadable', params: { row: i + 1, value: textOf(cell) } })
    labels[i] = LEFT.has(text) ? 1 : 0
  }
  return ok(labels)
}

const refusalOfSize = (rows: number, labels: Uint8Array): Refusal | undefined => {
  const leavers = labels.reduce((a, b) => a + b, 0)
  const stayers = labels.length - leavers
  if (rows !== labels.length) return { code: 'train.rows_labels_differ', params: { rows, labels: labels.length } }
  if (rows < LEAST.rows) return { code: 'train.too_few_rows', params: { rows, least: LEAST.rows } }
  if (leavers === 0 || stayers === 0) return { code: 'train.one_class', params: { rows, leavers } }
  if (leavers < LEAST.leavers) return { code: 'train.too_few_leavers', params: { leavers, least: LEAST.leavers } }
  if (stayers < LEAST.stayers) return { code: 'train.too_few_stayers', params: { stayers, least: LEAST.stayers } }
  return undefined
}

const refusalOfDays = (column: Column, rows: readonly RawRow[], options: ReadOptions): Refusal | undefined => {
  if (column.kind !== 'day') return undefined
  const { name } = column
  if (options.asOf === undefined) return { code: 'train.as_of_missing', params: { column: name } }
  if (options.futureColumns?.includes(name)) return undefined
  const future = column.numbers.findIndex((age) => age < 0)
  if (future < 0) return undefined
  const params = { row: future + 1, column: name, day: textOf(rows[future]?.[name]), asOf: options.asOf }
  return { code: 'train.future_day', params }
}

/** Texts of which most customers have one of their own: names, addresses, notes. */
const looksLikeNames = (counts: ReadonlyMap<string | number, number>): boolean => {
  let [rows, own] = [0, 0]
  for (const [value, count] of counts) {
    if (value === '') continue
    rows += count
    if (count < 10) own += count
  }
  return own * 2 > rows && counts.size > 20
}

const distinctOf = (column: Column): Map<string | number, number> => {
  const counts = new Map<string | number, number>()
  for (const value of column.kind === 'category' ? column.texts : column.numbers)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const noticeOf = (column: Column): ColumnNotice | undefined => {
  const { name } = column
  const counts = distinctOf(column)
  if (counts.size < 2) return { code: 'column.constant', params: { column: name } }
  const known = [...counts].filter(([value]) => value !== '')
  if ((column.kind === 'category' && looksLikeNames(counts)) || looksLikeNumbers(column))
    return { code: 'column.identifier', params: { column: name, distinct: known.length } }
  return undefined
}

/** Reads and checks rows and labels for training. Columns that cannot help are left out and named. */
export const prepare = (
  rows: readonly RawRow[],
  labels: readonly (boolean | number)[],
  options: ReadOptions,
): Result<Prepared, Refusal> => {
  const strange = labels.findIndex((label) => label !== true && label !== false && label !== 0 && label !== 1)
  if (strange >= 0)
    return refuse({ code: 'train.label_unreadable', params: { row: strange + 1, value: String(labels[strange]) } })
  const marks = Uint8Array.from(labels, Number)
  const size = refusalOfSize(rows.length, marks)
  if (size) return refuse(size)
  const columns: Column[] = []
  const notices: ColumnNotice[] = []
  for (const name of columnNames(rows)) {
    if (options.exclude?.includes(name)) {
      notices.push({ code: 'column.excluded', params: { column: name } })
      continue
    }
    const cells = rows.map((row) => row[name])
    if (namesSomebody(name, cells)) {
      notices.push({ code: 'column.personal', params: { column: name } })
      continue
    }
    const kind = options.kinds?.[name] ?? kindOf(cells)
    const column = readColumn(name, kind, rows, options.asOf ?? '1970-01-01')
    const days = refusalOfDays(column, rows, options)
    if (days) return refuse(days)
    const useless = noticeOf(column)
    if (useless) notices.push(useless)
    else columns.push(column)
    if (!useless && column.kind !== 'category' && column.strays > 0)
      notices.push({ code: 'column.stray_text', params: { column: name, cells: column.strays, example: column.stray } })
  }
  if (columns.length === 0) return refuse({ code: 'train.no_columns', params: { rows: rows.length } })
  return ok({ columns, labels: marks, notices })
}

/** What is in each row, as one text: equal for copies, whatever the order of rows. */
export const contentKeys = (columns: readonly Column[], rows: number): string[] =>
  Array.from({ length: rows }, (_, i) =>
    columns.map((column) => (column.kind === 'category' ? column.texts[i] : column.numbers[i])).join('\u0001'),
  )
