import { type Cell, EMPTY, type Row, textCell } from '#domain/import/cell.ts'
import { sharedStrings, stringAt } from './biff-strings.ts'
import { cutOff, fail } from './failure.ts'
import type { Limits } from './limits.ts'
import { oleStreams } from './ole.ts'
import { isDateFormat } from './serial.ts'
import { numberCell, type Workbook } from './xlsx.ts'

const BOF = 0x809
const EOF = 0x0a
const CONTINUE = 0x3c
const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

type Rec = { id: number; data: DataView; at: number }

function* records(stream: Uint8Array, from: number): Generator<Rec> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = from; at + 4 <= view.byteLength;) {
    const id = view.getUint16(at, true)
    const size = view.getUint16(at + 2, true)
    if (at + 4 + size > view.byteLength) throw cutOff()
    yield { id, data: new DataView(stream.buffer, stream.byteOffset + at + 4, size), at }
    at += 4 + size
  }
}

/** RK: a number squeezed into 30 bits ([MS-XLS] 2.5.217). */
const rk = (bits: number): number => {
  let value: number
  if (bits & 2) value = bits >> 2
  else {
    const view = new DataView(new ArrayBuffer(8))
    view.setUint32(0, bits & 0xfffffffc)
    value = view.getFloat64(0)
  }
  return bits & 1 ? value / 100 : value
}

type Book = {
  strings: string[]
  dateStyles: boolean[]
  from1904: boolean
  sheets: { name: string; at: number; hidden: boolean }[]
}

const readGlobals = (stream: Uint8Array): Book => {
  const formats = new Map<number, string>()
  const styles: number[] = []
  const book: Book = { strings: [], dateStyles: [], from1904: false, sheets: [] }
  let shared: DataView[] | null = null
  for (const { id, data, at } of records(stream, 0)) {
    if (at === 0 && (id !== BOF || data.getUint16(0, true) !== 0x600)) throw fail('sheet.too-old', {})
    if (id === CONTINUE) {
      shared?.push(data)
      continue
    }
    if (shared && book.strings.length === 0) book.strings = sharedStrings(shared)
    shared = null
    if (id === EOF) break
    if (id === 0x2f) throw fail('sheet.locked', {})
    if (id === 0x22) book.from1904 = data.getUint16(0, true) === 1
    if (id === 0x41e) formats.set(data.getUint16(0, true), stringAt(data, 2, 2))
    if (id === 0xe0) styles.push(data.getUint16(2, true))
    if (id === 0xfc) shared = [data]
    // Only worksheets (type 0); charts and macro sheets hold no table.
    if (id === 0x85 && data.getUint8(5) === 0) {
      book.sheets.push({
        name: stringAt(data, 6, 1),
        at: data.getUint32(0, true),
        hidden: (data.getUint8(4) & 3) !== 0,
      })
    }
  }
  book.dateStyles = styles.map((format) => isDateFormat(format, formats.get(format)))
  return book
}

/** A formula's cached value: a number, or a mark in the last two bytes for text, truth, error or nothing. */
const formulaCell = (data: DataView, text: string | null, number: (v: number, xf: number) => Cell): Cell => {
  const cell = ((): Cell => {
    if (data.getUint16(12, true) !== 0xffff) return number(data.getFloat64(6, true), data.getUint16(4, true))
    const kind = data.getUint8(6)
    if (kind === 0) return textCell(text ?? '')
    if (kind === 1) return truth(data.getUint8(8))
    return kind === 2 ? { type: 'error', raw: ERRORS[data.getUint8(8)] ?? '#?' } : EMPTY
  })()
  return cell.type === 'empty' ? cell : { ...cell, formula: true }
}

const truth = (byte: number): Cell => ({ type: 'boolean', raw: byte ? 'TRUE' : 'FALSE', value: byte !== 0 })

function* sheetRows(stream: Uint8Array, from: number, book: Book, limits: Limits): Generator<Row> {
  // Rows usually come in order, but nothing promises it; a sheet ends at 65,536 rows, so they are gathered and sorted.
  const rows = new Map<number, Cell[]>()
  const put = (row: number, column: number, cell: Cell): void => {
    if (cell.type === 'empty') return
    if (column >= limits.columns) {
      throw fail('sheet.too-many-columns', { row: row + 1, found: column + 1, limit: limits.columns })
    }
    const cells = rows.get(row) ?? []
    while (cells.length < column) cells.push(EMPTY)
    cells[column] = cell
    rows.set(row, cells)
  }
  const number = (value: number, xf: number): Cell =>
    numberCell(String(value), book.dateStyles[xf] ?? false, book.from1904)
  let pending: DataView | null = null
  let depth = 0
  let ended = false
  for (const { id, data } of records(stream, from)) {
    if (id === BOF) depth += 1
    // A chart inside the sheet has its own BOF and EOF.
    if (id === EOF && --depth === 0) {
      ended = true
      break
    }
    if (depth !== 1 || data.byteLength < 6) continue
    const row = data.getUint16(0, true)
    const column = data.getUint16(2, true)
    const xf = data.getUint16(4, true)
    if (id === 0x203) put(row, column, number(data.getFloat64(6, true), xf))
    else if (id === 0x27e) put(row, column, number(rk(data.getInt32(6, true)), xf))
    else if (id === 0xbd) {
      for (let i = 0; i * 6 + 10 <= data.byteLength; i += 1) {
        put(row, column + i, number(rk(data.getInt32(6 + i * 6, true)), data.getUint16(4 + i * 6, true)))
      }
    } else if (id === 0xfd) put(row, column, textCell(book.strings[data.getUint32(6, true)] ?? ''))
    else if (id === 0x204) put(row, column, textCell(stringAt(data, 6, 2)))
    else if (id === 0x205) {
      put(
        row,
        column,
        data.getUint8(7) ? { type: 'error', raw: ERRORS[data.getUint8(6)] ?? '#?' } : truth(data.getUint8(6)),
      )
    } else if (id === 0x06) {
      pending = data
      put(row, column, formulaCell(data, null, number))
    }
    if (pending && id === 0x207) {
      put(pending.getUint16(0, true), pending.getUint16(2, true), formulaCell(pending, stringAt(data, 0, 2), number))
    }
  }
  if (!ended) throw cutOff()
  for (const [row, cells] of [...rows].toSorted((a, b) => a[0] - b[0])) yield { rowNumber: row + 1, cells }
}

/** A length or place that points outside the file: it was cut or damaged. */
const broken = (error: unknown): unknown => (error instanceof RangeError ? cutOff() : error)

/** A binary `.xls` of Excel 97–2003. @throws SheetError `sheet.too-old`, `sheet.locked`, `sheet.cut-off`, `sheet.not-a-table`. */
export const openBiff = (bytes: Uint8Array, wanted: string | null, limits: Limits): Workbook => {
  try {
    return opened(bytes, wanted, limits)
  } catch (error) {
    throw broken(error)
  }
}

const opened = (bytes: Uint8Array, wanted: string | null, limits: Limits): Workbook => {
  const streams = oleStreams(bytes)
  if (streams.has('EncryptedPackage')) throw fail('sheet.locked', {})
  if (streams.has('Book') && !streams.has('Workbook')) throw fail('sheet.too-old', {})
  const stream = streams.get('Workbook')?.()
  if (!stream) throw fail('sheet.not-a-table', { found: 'doc' })
  const book = readGlobals(stream)
  const sheet =
    wanted === null
      ? (book.sheets.find((s) => !s.hidden) ?? book.sheets[0])
      : book.sheets.find((s) => s.name === wanted)
  if (!sheet) throw fail('sheet.no-such-sheet', { name: wanted ?? '' })
  return {
    sheetNames: book.sheets.map((s) => s.name),
    sheetName: sheet.name,
    rows: async function* () {
      try {
        yield* sheetRows(stream, sheet.at, book, limits)
      } catch (error) {
        throw broken(error)
      }
    },
  }
}
