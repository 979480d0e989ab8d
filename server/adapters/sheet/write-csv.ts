import iconv from 'iconv-lite'
import { isKept, looksLikeFormula } from '#domain/import/cell.ts'
import { type OutCell, outText } from './out-cell.ts'

export type CsvOptions = {
  /** `utf-8` begins with its byte-order mark, without which Excel takes it for GBK; `gb18030` is for old systems. */
  encoding?: 'utf-8' | 'gb18030'
  delimiter?: ',' | '\t' | ';'
}

const ROWS_A_CHUNK = 500

/** Text a spreadsheet would run gets an apostrophe before it; our reader takes it off again. */
const harmless = (cell: OutCell): string => {
  const text = outText(cell)
  return typeof cell === 'string' && (looksLikeFormula(text) || isKept(text)) ? `'${text}` : text
}

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** Rows to CSV bytes, piece by piece, with formula injection neutralised. */
export async function* writeCsv(
  rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>,
  { encoding = 'utf-8', delimiter = ',' }: CsvOptions = {},
): AsyncGenerator<Uint8Array> {
  const bytes = (text: string): Uint8Array => (encoding === 'utf-8' ? Buffer.from(text) : iconv.encode(text, 'gb18030'))
  if (encoding === 'utf-8') yield Uint8Array.of(0xef, 0xbb, 0xbf)
  let lines: string[] = []
  for await (const row of rows) {
    lines.push(row.map((cell) => quoted(harmless(cell), delimiter)).join(delimiter))
    if (lines.length < ROWS_A_CHUNK) continue
    yield bytes(`${lines.join('\r\n')}\r\n`)
    lines = []
  }
  if (lines.length > 0) yield bytes(`${lines.join('\r\n')}\r\n`)
}
