import { type Cell, EMPTY, type Row, textCell } from '#domain/import/cell.ts'
import { isDay } from '#domain/kernel/day.ts'
import { fail } from './failure.ts'
import type { Limits } from './limits.ts'
import { serialDay } from './serial.ts'
import type { Source } from './source.ts'
import { readDateStyles, readSharedStrings, readWorkbook } from './xlsx-parts.ts'
import { walkXml } from './xml.ts'
import { unzipped, zipEntries } from './zip.ts'

export type Workbook = { sheetNames: string[]; sheetName: string; rows: () => AsyncGenerator<Row> }

/** Column of a reference such as `AB12`, counted from 0; -1 when there is none. */
const columnOf = (reference: string | undefined): number => {
  let column = 0
  for (const c of reference ?? '') {
    const code = c.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

type Book = { strings: readonly string[]; dateStyles: readonly boolean[]; from1904: boolean }
type Raw = { type: string; style: number; value: string | null; formula: boolean }

const cellOf = (raw: Raw, book: Book): Cell => {
  // A program wrote the formula and never worked it out: not the same as an empty result.
  if (raw.formula && raw.value === null) return { type: 'error', raw: '#CALC!', formula: true }
  const cell = typedCell({ ...raw, value: raw.value ?? '' }, book)
  return raw.formula && cell.type !== 'empty' ? { ...cell, formula: true } : cell
}

const typedCell = ({ type, style, value }: Raw & { value: string }, book: Book): Cell => {
  switch (type) {
    case 's':
      return textCell(book.strings[Number(value)] ?? '')
    case 'inlineStr':
    case 'str':
      return textCell(value)
    case 'b':
      return { type: 'boolean', raw: value === '1' ? 'TRUE' : 'FALSE', value: value === '1' }
    case 'e':
      return { type: 'error', raw: value }
    case 'd':
      return isDay(value.slice(0, 10)) ? { type: 'date', raw: value, day: value.slice(0, 10) } : textCell(value)
    default:
      return numberCell(value, book.dateStyles[style] ?? false, book.from1904)
  }
}

/** A number, or a day when its format says so; also what binary `.xls` uses. */
export const numberCell = (raw: string, asDay: boolean, from1904: boolean): Cell => {
  if (raw === '') return EMPTY
  const value = Number(raw)
  if (!Number.isFinite(value)) return textCell(raw)
  const day = asDay ? serialDay(value, from1904) : null
  return day ? { type: 'date', raw: day, day } : { type: 'number', raw, value }
}

/**
 * A workbook whose chosen sheet (the first visible one, or by name) is read row by row. Shared strings and styles stay in
 * memory, bounded; the sheet itself never does.
 */
export const openXlsx = async (source: Source, wanted: string | null, limits: Limits): Promise<Workbook> => {
  const entries = await zipEntries(source)
  const part = (name: string): AsyncGenerator<Uint8Array> | null => {
    const entry = entries.get(name)
    return entry ? unzipped(source, entry, limits) : null
  }
  if (!entries.has('xl/workbook.xml')) throw fail('sheet.not-a-table', { found: 'zip' })
  const { sheets, from1904 } = await readWorkbook(part)
  const sheet = wanted === null ? (sheets.find((s) => !s.hidden) ?? sheets[0]) : sheets.find((s) => s.name === wanted)
  if (!sheet || !entries.has(sheet.path)) throw fail('sheet.no-such-sheet', { name: wanted ?? '' })
  const dateStyles = await readDateStyles(part('xl/styles.xml'))
  const strings = await readSharedStrings(part('xl/sharedStrings.xml'), limits)
  const book = { strings, dateStyles, from1904 }
  return {
    sheetNames: sheets.map((s) => s.name),
    sheetName: sheet.name,
    rows: () => sheetRows(part(sheet.path) ?? nothing(), book, limits),
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* sheetRows(bytes: AsyncIterable<Uint8Array>, book: Book, limits: Limits): AsyncGenerator<Row> {
  let done: Row[] = []
  let rowNumber = 0
  let cells: Cell[] = []
  let raw: Raw | null = null
  let column = 0
  let reading: 'v' | 't' | null = null

  const place = (cell: Cell): void => {
    if (cell.type === 'empty') return
    if (column >= limits.columns) {
      throw fail('sheet.too-many-columns', { row: rowNumber, found: column + 1, limit: limits.columns })
    }
    if (cell.raw.length > limits.cell) {
      throw fail('sheet.cell-too-long', { row: rowNumber, column: column + 1, limit: limits.cell })
    }
    while (cells.length < column) cells.push(EMPTY)
    cells[column] = cell
  }

  const start = (part: 'v' | 't'): void => {
    reading = part
    if (raw) raw.value ??= ''
  }

  const steps = {
    open: (name: string, a: Record<string, string>): void => {
      if (name === 'c') {
        const at = columnOf(a['r'])
        column = at >= 0 ? at : column + 1
        raw = { type: a['t'] ?? 'n', style: Number(a['s'] ?? 0), value: null, formula: false }
      } else if (name === 'v') start('v')
      else if (name === 't' && raw?.type === 'inlineStr') start('t')
      else if (name === 'f' && raw) raw.formula = true
      else if (name === 'row') {
        rowNumber = a['r'] === undefined ? rowNumber + 1 : Number(a['r'])
        if (rowNumber > limits.rows) throw fail('sheet.too-many-rows', { limit: limits.rows })
        cells = []
        column = -1
      }
    },
    text: (text: string): void => {
      if (!reading || !raw) return
      raw.value = (raw.value ?? '') + text
      if (raw.value.length > limits.cell) {
        throw fail('sheet.cell-too-long', { row: rowNumber, column: column + 1, limit: limits.cell })
      }
    },
    close: (name: string): void => {
      if (name === 'v' || name === 't') reading = null
      else if (name === 'c' && raw) {
        place(cellOf(raw, book))
        raw = null
      } else if (name === 'row' && cells.length > 0) done.push({ rowNumber, cells })
    },
  }
  for await (const _ of walkXml(bytes, steps)) {
    yield* done
    done = []
  }
}
