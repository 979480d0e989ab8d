import type { Day } from '#domain/kernel/day.ts'

/**
 * One cell as a file holds it. Formulas are never evaluated: `formula` says that the value is the one the file had cached.
 * `risky` marks text that a spreadsheet would run as a formula (`=cmd|…`); it stays text here and is neutralised on the way out.
 */
export type Cell =
  | { type: 'empty'; raw: '' }
  | { type: 'text'; raw: string; risky?: true; formula?: true }
  | { type: 'number'; raw: string; value: number; formula?: true }
  | { type: 'date'; raw: string; day: Day; formula?: true }
  | { type: 'boolean'; raw: string; value: boolean; formula?: true }
  | { type: 'error'; raw: string; formula?: true }

/** A row and its number as a spreadsheet shows it, counted from 1, blank rows included in the count. */
export type Row = {
  rowNumber: number
  cells: readonly Cell[]
  /** The last row of a text file without a line end after it: perhaps the upload broke off here. */
  unended?: true
}

export const EMPTY: Cell = { type: 'empty', raw: '' }

const NUMBER_LIKE = /^[+-]?[\d\s,.()-]*\d%?$/

/** Text that a spreadsheet would take for a formula: it begins with = + - @ (or a tab or return before them) and is no number. */
export const looksLikeFormula = (text: string): boolean =>
  /^[\t\r\n]*[=+\-@＝＋－＠]/.test(text) && !NUMBER_LIKE.test(text.trim())

/** A digit, Latin letter or Chinese character cannot begin a formula or a wrapped code: most cells of a big file. */
const isHarmless = (code: number): boolean => (code > 0x40 && code < 0xff00) || (code >= 0x30 && code <= 0x39)

/** A text cell: trimmed, formula-like text marked. */
export const textCell = (text: string): Cell => {
  const raw = text.trim()
  if (isHarmless(raw.charCodeAt(0))) return { type: 'text', raw }
  if (raw === '') return EMPTY
  return looksLikeFormula(raw) ? { type: 'text', raw, risky: true } : { type: 'text', raw }
}

/** Text that begins like a formula behind apostrophes, of which the first keeps a spreadsheet's hands off. */
export const isKept = (text: string): boolean => /^'+[=+\-@＝＋－＠]/.test(text)

/** A text cell from CSV, web page or clipboard, where `="0012"` and `'=…` are wrappings that keep a spreadsheet's hands off. */
export const looseCell = (text: string): Cell => {
  if (isHarmless(text.charCodeAt(0))) return textCell(text)
  const raw = text.trim()
  const wrapped = /^="([^"]*)"$/.exec(raw)?.[1]
  return textCell(wrapped ?? (isKept(raw) ? raw.slice(1) : raw))
}

/** What a reader sees in the cell; a number without exponent, so that a phone number kept as a number shows its digits. */
export const shown = (cell: Cell | undefined): string => {
  if (!cell) return ''
  if (cell.type !== 'number') return cell.raw
  return Number.isInteger(cell.value) && Math.abs(cell.value) < 1e21 ? String(cell.value) : cell.raw
}
