import { Zip, ZipDeflate } from 'fflate'
import { daysBetween } from '#domain/kernel/day.ts'
import { yuanOf } from '#domain/kernel/money.ts'
import type { OutCell } from './out-cell.ts'

export type XlsxSheet = {
  name: string
  /** The header row; `width` in characters, 14 when not given. */
  columns: readonly { header: string; width?: number }[]
  rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>
}

/** The same rows make the same bytes, whenever they are written. */
const FIXED_TIME = '2000-01-01'

/** The fastest packing: a sheet's XML shrinks to a seventh even so. */
const LEVEL = 1

const ROWS_A_CHUNK = 500
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

// Style numbers of `styles.xml` below.
const STYLE = { plain: 0, header: 1, text: 2, day: 3, money: 4 }

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EFEC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`

const parts = (name: string): [string, string][] => [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', STYLES],
]

/** Excel refuses these marks in a sheet's name, and more than 31 characters. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet1'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML cannot hold control characters at all, but for tab and line ends; they are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c)
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (c) => ('\t\n\r'.includes(c) ? c : ''))

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

const cellXml = (cell: OutCell, reference: string, style = STYLE.text): string => {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') {
    return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('fen' in cell) return `<c r="${reference}" s="${STYLE.money}"><v>${yuanOf(cell.fen)}</v></c>`
  return `<c r="${reference}" s="${STYLE.day}"><v>${daysBetween('1899-12-30', cell.day)}</v></c>`
}

const rowXml = (cells: readonly OutCell[], number: number, style?: number): string =>
  `<row r="${number}">${cells.map((cell, i) => cellXml(cell, `${letters(i)}${number}`, style)).join('')}</row>`

const sheetHead = (columns: XlsxSheet['columns']): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(({ width = 14 }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>${rowXml(
    columns.map((c) => c.header),
    1,
    STYLE.header,
  )}`

async function* sheetXml({ columns, rows }: XlsxSheet): AsyncGenerator<string> {
  yield sheetHead(columns)
  let piece = ''
  let number = 1
  for await (const row of rows) {
    number += 1
    piece += rowXml(row, number)
    if (number % ROWS_A_CHUNK !== 0) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData></worksheet>`
}

/** One styled sheet as XLSX bytes, piece by piece; text is never a formula here, so it needs no neutralising. */
export async function* writeXlsx(sheet: XlsxSheet): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    out.push(bytes)
  })
  const encoder = new TextEncoder()
  for (const [name, text] of parts(sheet.name)) {
    const file = new ZipDeflate(name, { level: LEVEL })
    file.mtime = FIXED_TIME
    zip.add(file)
    file.push(encoder.encode(text), true)
  }
  const file = new ZipDeflate('xl/worksheets/sheet1.xml', { level: LEVEL })
  file.mtime = FIXED_TIME
  zip.add(file)
  for await (const piece of sheetXml(sheet)) {
    file.push(encoder.encode(piece))
    yield* out
    out = []
  }
  file.push(new Uint8Array(0), true)
  zip.end()
  yield* out
}
