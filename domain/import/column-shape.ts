import { type Cell, type Row, shown } from './cell.ts'
import { flagIn } from './parse-choice.ts'
import { parseDay } from './parse-day.ts'
import { parseIdentity } from './parse-identity.ts'
import { parseNumber } from './parse-number.ts'
import { parsePhone } from './parse-phone.ts'
import type { ParseContext } from './parsed.ts'
import { squeezed } from './text.ts'

/** What the values of one column look like in the sample: shares of the filled cells, 0 to 1. */
export type ColumnShape = {
  filled: number
  distinct: number
  phone: number
  identity: number
  day: number
  number: number
  flag: number
  /** Every value differs: a code or a name. */
  unique: boolean
  whole: boolean
}

const isDated = (cell: Cell, context: ParseContext): boolean =>
  cell.type === 'date' || (shown(cell).length >= 6 && cell.type === 'text' && parseDay(cell, context).ok)

export const shapeOf = (sample: readonly Row[], position: number, context: ParseContext): ColumnShape => {
  const cells = sample.map((r) => r.cells[position]).filter((c): c is Cell => c !== undefined && c.type !== 'empty')
  const share = (is: (cell: Cell) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  const distinct = new Set(cells.map(shown)).size
  return {
    filled: cells.length,
    distinct,
    // Five-digit service numbers would make a phone of any count, eight digits one of any day.
    phone: share((c) => squeezed(shown(c)).length >= 10 && !isDated(c, context) && parsePhone(c, context).ok),
    identity: share((c) => squeezed(shown(c)).length === 18 && parseIdentity(c, context).ok),
    day: share((c) => isDated(c, context)),
    number: share((c) => parseNumber(c, context).ok),
    flag: share((c) => flagIn(shown(c)) !== null),
    unique: cells.length > 1 && distinct === cells.length,
    whole: cells.every((c) => Number.isInteger(Number(shown(c)))),
  }
}
