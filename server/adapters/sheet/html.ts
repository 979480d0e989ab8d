import { type Cell, EMPTY, type Row, looseCell } from '#domain/import/cell.ts'
import { type Reading, textOf } from './encoding.ts'
import { cutOff, fail } from './failure.ts'
import type { Limits } from './limits.ts'
import type { Source } from './source.ts'

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  yen: '¥',
  middot: '·',
  ensp: ' ',
  emsp: ' ',
}

const codePoint = (n: number): string => (n > 0 && n <= 0x10ffff ? String.fromCodePoint(n) : '')

const unescaped = (text: string): string =>
  text.replace(/&(#x?)?([0-9a-z]+);/gi, (whole, mark: string | undefined, name: string) => {
    if (mark) return codePoint(Number.parseInt(name, mark.length === 2 ? 16 : 10)) || whole
    return NAMED[name.toLowerCase()] ?? whole
  })

const plain = (html: string): string =>
  unescaped(
    html
      .replace(/<!--[\s\S]*?-->|<(script|style)[\s\S]*?<\/\1>/gi, '')
      .replace(/<br\s*\/?>|<\/p>/gi, '\n')
      .replace(/<[^>]*>/g, ''),
  ).trim()

const span = (attributes: string, name: string): number => {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1]
  return Math.max(1, Math.min(10_000, Number(found ?? 1)))
}

/** `x:num` holds the full number where the page shows a rounded or scientific one. */
const fullNumber = (attributes: string): string | null =>
  /\bx:num\s*=\s*["']?([\d.eE+-]+)/.exec(attributes)?.[1] ?? null

const cellOf = (attributes: string, html: string): Cell => {
  const full = fullNumber(attributes)
  if (full !== null && Number.isFinite(Number(full))) return { type: 'number', raw: full, value: Number(full) }
  return looseCell(plain(html))
}

/**
 * The rows of the tables in a web page that calls itself `.xls`. Merged cells keep their text in the first place, the others are
 * empty, as a spreadsheet shows them. Closing tags may be missing, as old billing systems leave them out.
 */
export async function* htmlRows(source: Source, reading: Reading, limits: Limits): AsyncGenerator<Row> {
  let buffer = ''
  let rowNumber = 0
  let closed = false
  // Columns still covered from above: how many more rows each.
  let covered: number[] = []

  const rowOf = (html: string): Row | null => {
    rowNumber += 1
    if (rowNumber > limits.rows) throw fail('sheet.too-many-rows', { limit: limits.rows })
    const cells: Cell[] = []
    const below = covered.map((n) => Math.max(0, n - 1))
    for (const [, attributes = '', inner = ''] of html.matchAll(
      /<t[dh]\b([^>]*)>([\s\S]*?)(?=<\/t[dh]\s*>|<t[dh]\b|<\/tr\s*>|$)/gi,
    )) {
      while ((covered[cells.length] ?? 0) > 0) cells.push(EMPTY)
      const columns = span(attributes, 'colspan')
      const rows = span(attributes, 'rowspan')
      const found = cells.length + columns
      if (found > limits.columns) throw fail('sheet.too-many-columns', { row: rowNumber, found, limit: limits.columns })
      for (let i = 0; i < columns; i += 1) {
        below[cells.length] = rows - 1
        cells.push(i === 0 ? cellOf(attributes, inner) : EMPTY)
      }
      const long = cells.findIndex((c) => c.raw.length > limits.cell)
      if (long >= 0) throw fail('sheet.cell-too-long', { row: rowNumber, column: long + 1, limit: limits.cell })
    }
    covered = Array.from(below, (n) => n ?? 0)
    return cells.some((c) => c.type !== 'empty') ? { rowNumber, cells } : null
  }

  for await (const text of textOf(source, reading)) {
    buffer += text
    if (buffer.length > limits.cell * 64)
      throw fail('sheet.cell-too-long', { row: rowNumber + 1, column: 1, limit: limits.cell })
    // A row is whole when the next one has begun or the table has ended.
    const starts = [...buffer.matchAll(/<tr\b[^>]*>|<\/(?:table|body|html)\s*>/gi)]
    for (let i = 0; i + 1 < starts.length; i += 1) {
      const from = starts[i]
      if (!from?.[0].toLowerCase().startsWith('<tr')) continue
      const row = rowOf(buffer.slice(from.index, starts[i + 1]?.index))
      if (row) yield row
    }
    closed = closed || starts.some((s) => s[0].startsWith('</'))
    const last = starts.at(-1)
    if (last) buffer = buffer.slice(last.index)
  }
  if (!closed && rowNumber > 0) throw cutOff(rowNumber)
  if (rowNumber === 0) throw fail('sheet.not-a-table', { found: 'html' })
}
