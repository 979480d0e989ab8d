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

/** A text cell as CSV, HTML and shared strings give it: trimmed, `="0012"` and `'=…` unwrapped, formula-like text marked. */
export const textCell = (text: string): Cell => {
  const first = text.charCodeAt(0)
  // The common case first: a digit, Latin letter or Chinese character cannot be a formula or a wrapped code.
  if (first > 0x40 || (first >= 0x30 && first <= 0x39)) {
    const raw = text.trim()
    if (first < 0xff00) return { type: 'text', raw }
  }
  const raw = text.trim()
  if (raw === '') return EMPTY
  const wrapped = /^="([^"]*)"$/.exec(raw)
  if (wrapped) return textCell(wrapped[1] ?? '')
  const bare = /^'[=+\-@]/.test(raw) ? raw.slice(1) : raw
  return looksLikeFormula(bare) ? { type: 'text', raw: bare, risky: true } : { type: 'text', raw: bare }
}

/** What a reader sees in the cell; a number without exponent, so that a phone number kept as a number shows its digits. */
export const shown = (cell: Cell | undefined): string => {
  if (!cell) return ''
  if (cell.type !== 'number') return cell.raw
  return Number.isInteger(cell.value) && Math.abs(cell.value) < 1e21 ? String(cell.value) : cell.raw
}
