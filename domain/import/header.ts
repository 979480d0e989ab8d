import type { Month } from '#domain/kernel/day.ts'
import { type Result, ok, refuse } from '#domain/kernel/result.ts'
import { type Cell, type Row, shown } from './cell.ts'
import type { SheetFacts } from './facts.ts'
import type { Said } from '#domain/kernel/said.ts'
import { monthIn } from './parse-day.ts'
import { halfWidth } from './text.ts'

/**
 * A header as it is compared: half-width, lower case, without spaces, marks and a unit in brackets.
 * `Call  Failure` → `callfailure`, `账单金额（元）` → `账单金额`, `*手机号码` → `手机号码`.
 */
export const normalHeader = (header: string): string =>
  halfWidth(header)
    .toLowerCase()
    .replace(
      /[([【](元|万元|分|条|个|人|户|岁|月|年|mb|gb|m|g|分钟|次|yuan|rmb|cny|必填|选填|可选|yyyy.*|required|optional)[)\]】]/g,
      '',
    )
    .replace(/[\s_\-.*:：、/\\"'“”()[\]【】#]/g, '')

/** `2026-01`, `202601账单`, `2026年1月消费(元)`, `1月`, `M202601`: the month a column is about, and what else the header says. */
export const monthOfHeader = (header: string, year: number | null): { month: Month | null; rest: string } | null => {
  const text = halfWidth(header).replace(/\s/g, '')
  const found =
    /((?:19|20)\d{2}(?:年|[-/.])?(?:1[0-2]|0?[1-9])(?!\d)(?:月份?)?)|((?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?)/.exec(
      text,
    )
  if (!found) return null
  const named = monthIn(found[0], year)
  return named && { month: named.month, rest: normalHeader(text.replace(found[0], '')) }
}

const SEARCHED = 15

const isWord = (cell: Cell): boolean => cell.type === 'text' && !/^[+-]?[\d\s,.:/%-]+$/.test(cell.raw)
const isName = (cell: Cell): boolean => isWord(cell) || monthOfHeader(shown(cell), 2000) !== null
const filled = (row: Row): readonly Cell[] => row.cells.filter((c) => c.type !== 'empty')

/** How many of a row's cells are names known to somebody; given by the caller, so that this file knows no fields. */
type Known = (header: string) => boolean

/**
 * Finds the row that names the columns among the first fifteen; titles and notes above it are skipped. It holds names only, none
 * twice, and stands before the first row of data; of several, the one whose names are known best, then the first as wide as the table.
 * @returns the header row with its names; `sheet.no-header` when the table begins with data, `sheet.empty` without rows.
 */
export const findHeader = (
  sample: readonly Row[],
  known: Known = () => false,
): Result<{ rowNumber: number; headers: string[] }, Said<SheetFacts>> => {
  const rows = sample.slice(0, SEARCHED)
  if (rows.length === 0) return refuse({ code: 'sheet.empty', params: {} })
  const width = Math.max(...rows.map((r) => filled(r).length))
  let best: { row: Row; score: number } | null = null
  for (const row of rows) {
    const cells = filled(row)
    if (cells.length < Math.max(1, width * 0.6)) continue
    const recognised = cells.filter((c) => known(shown(c))).length
    if (!holdsNames(row, rows, recognised)) break
    const score = recognised * 2 + (cells.length === width ? 1 : 0)
    if (best === null || score > best.score) best = { row, score }
  }
  if (best === null) return refuse({ code: 'sheet.no-header', params: {} })
  const { rowNumber, cells } = best.row
  return ok({ rowNumber, headers: cells.map((c) => shown(c).replace(/\s+/g, ' ')) })
}

const holdsNames = (row: Row, rows: readonly Row[], recognised: number): boolean => {
  const cells = filled(row)
  if (recognised >= Math.max(2, cells.length / 2)) return true
  const names = cells.filter(isName).length
  const distinct = new Set(cells.map((c) => normalHeader(shown(c)))).size
  const likely = names / cells.length >= 0.8 && distinct / cells.length >= 0.8
  const followed = recognised > 0 || rows.some((r) => r.rowNumber > row.rowNumber)
  return likely && followed && !looksLikeItsNeighbours(row, rows, recognised)
}

/** A row of data says in some column what the rows below say too (Yes, 男, a phone number's shape); a header never does. */
const looksLikeItsNeighbours = (row: Row, rows: readonly Row[], recognised: number): boolean => {
  if (recognised > 0) return false
  const below = rows.filter((r) => r.rowNumber > row.rowNumber)
  return row.cells.some((c, i) => c.type === 'text' && below.some((r) => shown(r.cells[i]) === c.raw))
}
