import type { Fen } from '#domain/kernel/money.ts'
import type { Month } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'

type None = Record<string, never>

/** Why a whole file cannot be read; the sentence holds the remedy. */
export type SheetFacts = {
  /** Zero bytes, or nothing but blank rows. */
  'sheet.empty': None
  /** A picture, a PDF, a Word file, a web page without a table. */
  'sheet.not-a-table': { found: string }
  /** The file ends in the middle: a broken zip, an open quotation mark, fewer bytes than announced. */
  'sheet.cut-off': { row: number | null }
  'sheet.locked': None
  /** A workbook to be filled must be XLSX: other formats cannot be written back as they were. */
  'sheet.not-xlsx': None
  /** Excel 95 and older. */
  'sheet.too-old': None
  /** Bytes that are neither UTF-8 nor GB18030 nor UTF-16; `offset` counts bytes from 0. */
  'sheet.undecodable': { offset: number; row: number }
  'sheet.too-many-columns': { row: number; found: number; limit: number }
  'sheet.too-many-rows': { limit: number }
  'sheet.cell-too-long': { row: number; column: number; limit: number }
  /** A zip that swells beyond its bounds. */
  'sheet.too-big': { limitMb: number }
  'sheet.no-header': None
  'sheet.no-such-sheet': { name: string }
}

/** What is wrong with one cell or row. `problem` words say what, `remedy` words say what to do. */
export type RowFacts = {
  required: None
  'text.too-long': { length: number; limit: number }
  'cell.formula': { text: string }
  'cell.error': { text: string }
  'code.scientific': { text: string }
  'code.rounded': { text: string }
  'code.repeated': { code: string; firstRow: number }
  'bill.repeated': { code: string; month: Month; firstRow: number }
  'phone.scientific': { text: string }
  'phone.not-mobile': { text: string; digits: number }
  'phone.invalid': { text: string }
  'identity.scientific': { text: string }
  'identity.rounded': { text: string }
  'identity.length': { text: string; length: number }
  'identity.checksum': { text: string }
  'identity.birthday': { text: string }
  'money.invalid': { text: string }
  'money.negative': { amount: Fen }
  'money.absurd': { amount: Fen; limit: Fen }
  'number.invalid': { text: string }
  'number.negative': { text: string }
  'day.invalid': { text: string }
  'day.no-year': { text: string }
  'day.ambiguous': { text: string }
  'month.invalid': { text: string }
  'month.no-year': { text: string }
  'weekday.invalid': { text: string }
  'market.invalid': { text: string }
  'flag.invalid': { text: string }
  /** `allowed`: the values' keys with commas between. */
  'choice.unknown': { text: string; allowed: string }
  'label.unknown': { text: string }
  'row.short': { found: number; expected: number }
  'row.unreachable': { code: string }
  'row.exists': { code: string }
  /** The customer has been merged into another, whose code is `into`. */
  'row.merged': { code: string; into: string }
  /** The number stands under another customer already; `tail` its last digits. */
  'number.elsewhere': { tail: string }
  /** Nobody by that name or number, or nobody this import may give customers to. */
  'staff.unknown': { text: string }
  'staff.ambiguous': { text: string }
  /** A field that customers of this kind do not have. */
  'field.other-kind': { kind: string }
  'number.range': { text: string; min: number; max: number }
}

/** One fault in one row; `field` is the header of the column as the file has it, or null for the row as a whole. */
export type Problem = { row: number; field: string | null; said: Said<RowFacts> }

/** Why a column was suggested for a role. */
export type WhyFacts = {
  'why.name': { header: string }
  'why.part': { word: string }
  'why.shape': { shape: string; share: number }
  'why.month': { month: Month }
  'why.template': None
  'why.values': { distinct: number }
  'why.nothing': None
}

/** What keeps a mapping from being run. */
export type MappingFacts = {
  'mapping.missing': { field: string }
  'mapping.twice': { field: string; first: string; second: string }
  'mapping.no-amount': None
}

/** Why a whole run ended without its work done. */
export type RunFacts = {
  /** Whoever asked for it may no longer import, or has left. */
  'import.not-allowed': None
  /** It is at another point just now: `state` says which. */
  'import.not-now': { state: string }
  /** Whoever is to keep the new customers is not among those the import may give them to. */
  'import.keeper-elsewhere': None
  /** A failed import could not be taken back by itself: that comes first. */
  'import.undo-first': None
  /** The uploaded file has been cleared away. */
  'import.file-gone': None
  /** The bytes sent are not those that came for this upload before. */
  'import.other-content': None
  /** A fault of the program; what was written has been taken back. */
  'job.failed': None
  /** A fault of the program, and another when what was written was to be taken back. */
  'import.not-taken-back': None
}
