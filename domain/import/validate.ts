import type { Day, Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type Cell, EMPTY, type Row, shown } from './cell.ts'
import type { Problem, RowFacts } from './facts.ts'
import type { FieldDefinition, TargetKind } from './field.ts'
import { fieldOf, fieldsOf } from './fields.ts'
import { type Mapping, type MappedColumn, originalRowColumn } from './mapping.ts'
import { flagIn, parseFlag } from './parse-choice.ts'
import { parseBill, parseMoney, parseNumber } from './parse-number.ts'
import { namesMobile, parseMobile, parsePhone } from './parse-phone.ts'
import { parseText } from './parse-text.ts'
import { type FieldValue, type Parse, type ParseContext, wrong } from './parsed.ts'

export type BillRecord = { month: Month; billKind: string; amount: Fen }

/** A row that may be written. */
export type AcceptedRow = {
  row: number
  target: TargetKind
  code: string
  /** The file had no code for it: the code is made of the mapping's prefix and the row's number, so that identical rows stay apart. */
  codeMade: boolean
  /** Only cells that held something: an empty cell never erases. */
  fields: Record<string, FieldValue>
  bills: BillRecord[]
  /** Everything paid so far, in fen. */
  cumulative: Fen | null
  attributes: Record<string, FieldValue>
  /** True when the customer left. */
  left: boolean | null
}

export type Verdict = { ok: true; record: AcceptedRow } | { ok: false; problems: Problem[] }

/** Reads what one cell says into the record, or says what is wrong with it. */
type Step = { column: MappedColumn; take: (cell: Cell, into: AcceptedRow) => Said<RowFacts> | null }

const taking =
  <T extends FieldValue>(parse: Parse<T>, context: ParseContext, put: (into: AcceptedRow, value: T) => void) =>
  (cell: Cell, into: AcceptedRow): Said<RowFacts> | null => {
    if (cell.type === 'error') return { code: 'cell.error', params: { text: cell.raw } }
    const parsed = parse(cell, context)
    if (!parsed.ok) return parsed.error
    put(into, parsed.value)
    return null
  }

const LEFT = new Set(['left', 'churned', 'churn', 'exited', '流失', '已流失', '离网', '已离网', '离开'])
const STAYED = new Set(['stayed', 'stay', 'active', 'retained', '在网', '未流失', '留存', '正常', '保有'])

/** Left or stayed: Yes/No, 1/0, 是/否, 流失/在网. */
const parseLabel: Parse<boolean> = (cell) => {
  const text = shown(cell).trim().toLowerCase().replace(/\.$/, '')
  const left = LEFT.has(text) ? true : STAYED.has(text) ? false : flagIn(text)
  return left === null ? wrong('label.unknown', { text }) : ok(left)
}

const attributeParse = { number: parseNumber, flag: parseFlag, category: parseText }

const stepOf = (column: MappedColumn, mapping: Mapping, context: ParseContext): Step | null => {
  const { role } = column
  switch (role.role) {
    case 'field': {
      const field = fieldOf(mapping.target, role.field)
      if (!field) return null
      const put = (into: AcceptedRow, value: FieldValue): void => {
        if (field.key === 'code') into.code = String(value)
        else into.fields[field.key] = value
      }
      const parse = field.parse === parsePhone && namesMobile(column.header) ? parseMobile : field.parse
      return { column, take: taking(parse, context, put) }
    }
    case 'bill': {
      // A month's column holds totals: below zero only where the kind says that money was given back.
      const parse = parseBill(role.billKind === 'refund')
      const put = (into: AcceptedRow, amount: Fen): void => {
        into.bills.push({ month: role.month, billKind: role.billKind, amount })
      }
      return { column, take: taking(parse, context, put) }
    }
    case 'cumulative':
      return { column, take: taking(parseMoney, context, (into, sum) => (into.cumulative = sum)) }
    case 'attribute':
      return {
        column,
        take: taking<FieldValue>(
          attributeParse[role.as],
          context,
          (into, value) => (into.attributes[role.key] = value),
        ),
      }
    case 'label':
      return { column, take: taking(parseLabel, context, (into, left) => (into.left = left)) }
    case 'ignore':
    default:
      return null
  }
}

/**
 * Makes the rule that accepts a row or says all that is wrong with it. Made once per file, then called for each row.
 * The last row of a text file is refused as half-written when neither its columns nor its line are complete.
 */
export const rowRule = (mapping: Mapping, today: Day): ((row: Row) => Verdict) => {
  const context: ParseContext = { today, year: mapping.year, absurdBill: mapping.absurdBill }
  const steps = mapping.columns.map((c) => stepOf(c, mapping, context)).filter((s) => s !== null)
  const required = fieldsOf(mapping.target, mapping.customerKind).filter((f) => f.required)
  const hasCode = mapping.columns.some((c) => c.role.role === 'field' && c.role.field === 'code')
  const originalRow = originalRowColumn(mapping.columns)

  return (row) => {
    if (row.unended && row.cells.length < mapping.columns.length) {
      const said: Said<RowFacts> = {
        code: 'row.short',
        params: { found: row.cells.length, expected: mapping.columns.length },
      }
      return { ok: false, problems: [{ row: row.rowNumber, field: null, said }] }
    }
    const record = emptyRecord(row.rowNumber, mapping.target)
    const problems: Problem[] = []
    for (const { column, take } of steps) {
      const cell = row.cells[column.position] ?? EMPTY
      if (cell.type === 'empty') continue
      const said = take(cell, record)
      if (said) problems.push({ row: row.rowNumber, field: column.header, said })
    }
    const faulty = new Set(problems.map((p) => p.field))
    if (!hasCode) {
      const from = originalRow === null ? NaN : Number(shown(row.cells[originalRow]))
      record.code = `${mapping.codePrefix}-${Number.isInteger(from) && from > 0 ? from : row.rowNumber}`
      record.codeMade = true
    } else if (record.code === '') {
      pushMissing('code', problems, faulty, row.rowNumber, mapping)
    }
    for (const field of required) {
      if (field.key !== 'code' && record.fields[field.key] === undefined) {
        pushMissing(field.key, problems, faulty, row.rowNumber, mapping)
      }
    }
    if (problems.length === 0) foldBill(record, problems, mapping)
    return problems.length > 0 ? { ok: false, problems } : { ok: true, record }
  }
}

const emptyRecord = (row: number, target: TargetKind): AcceptedRow => ({
  row,
  target,
  code: '',
  codeMade: false,
  fields: {},
  bills: [],
  cumulative: null,
  attributes: {},
  left: null,
})

/** The header of the column a field comes from, as the file has it. */
export const headerOf = (key: string, mapping: Mapping): string | null =>
  mapping.columns.find((c) => c.role.role === 'field' && c.role.field === key)?.header ?? null

/** A cell that is there but wrong has already been named; only an empty one is missing. */
const pushMissing = (
  key: FieldDefinition['key'],
  problems: Problem[],
  faulty: Set<string | null>,
  row: number,
  mapping: Mapping,
): void => {
  const field = headerOf(key, mapping)
  if (!faulty.has(field)) problems.push({ row, field, said: { code: 'required', params: {} } })
}

/** One bill a row: month, amount and kind become a bill like those of the wide layout. A negative amount is a refund. */
const foldBill = (record: AcceptedRow, problems: Problem[], mapping: Mapping): void => {
  if (mapping.target !== 'bill') return
  const { month, amount, billKind, ...others } = record.fields
  const wide = record.bills.length > 0
  for (const [key, value] of [
    ['month', month],
    ['amount', amount],
  ] as const) {
    const field = headerOf(key, mapping)
    if (value === undefined && field !== null)
      problems.push({ row: record.row, field, said: { code: 'required', params: {} } })
  }
  if (typeof month === 'string' && typeof amount === 'number') {
    const said = typeof billKind === 'string' ? billKind : amount < 0 ? 'refund' : 'total'
    record.bills.push({ month, billKind: said, amount })
    record.fields = others
  } else if (!wide && problems.length === 0) {
    problems.push({ row: record.row, field: null, said: { code: 'required', params: {} } })
  }
}
