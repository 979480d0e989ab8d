import { type Row, looseCell } from '#domain/import/cell.ts'
import { delimitedParser, detectDelimiter } from './delimited.ts'
import { type Reading, textOf } from './encoding.ts'
import { fail } from './failure.ts'
import type { Limits } from './limits.ts'
import type { Source } from './source.ts'

const isBlank = (fields: readonly string[]): boolean => fields.every((f) => f.trim() === '')

/** Rows of CSV, TSV or semicolon text, in constant memory. Blank rows are counted but not given. */
export async function* delimitedRows(
  source: Source,
  reading: Reading,
  delimiter: string,
  limits: Limits,
): AsyncGenerator<Row> {
  const parser = delimitedParser(delimiter, limits)
  let rowNumber = 0
  const rows = function* (records: string[][], last: boolean): Generator<Row> {
    for (const fields of records) {
      rowNumber += 1
      if (isBlank(fields) || (rowNumber === 1 && /^sep=.$/i.test(fields.join(delimiter)))) continue
      if (rowNumber > limits.rows) throw fail('sheet.too-many-rows', { limit: limits.rows })
      const cells = fields.map(looseCell)
      yield last ? { rowNumber, cells, unended: true } : { rowNumber, cells }
    }
  }
  for await (const text of textOf(source, reading)) yield* rows(parser.push(text), false)
  yield* rows(parser.end(), true)
}

/** The first 64 thousand characters, enough to tell the separator and to look for markup. */
export const headText = async (source: Source, reading: Reading): Promise<string> => {
  const bytes = await source.read(reading.skip, 64 * 1024)
  return new TextDecoder(reading.encoding).decode(bytes, { stream: true })
}

/** Text as Excel and WPS put it on the clipboard: tabs between cells, quotes around cells with line ends. */
export const pastedRows = (text: string, limits: Limits): Row[] => {
  const parser = delimitedParser(text.includes('\t') ? '\t' : detectDelimiter(text, limits), limits)
  return [...parser.push(text), ...parser.end()]
    .map((fields, index): Row => ({ rowNumber: index + 1, cells: fields.map(looseCell) }))
    .filter((row) => row.cells.some((cell) => cell.type !== 'empty'))
}
