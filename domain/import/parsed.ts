import type { Day } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Cell } from './cell.ts'
import type { RowFacts } from './facts.ts'

/** What a parsed field holds. Money is fen; days and months are text; several values are joined by `、`. */
export type FieldValue = string | number | boolean

export type Parsed<T extends FieldValue = FieldValue> = Result<T, Said<RowFacts>>

/** What a parser may know about the import as a whole. */
export type ParseContext = {
  today: Day
  /** The year meant by days and months that name none (`1月5日`); null when nobody said. */
  year: number | null
  /** The most one bill may be before it is taken for a slip of the keyboard. */
  absurdBill: Fen
}

/** Parses a cell that is not empty. */
export type Parse<T extends FieldValue = FieldValue> = (cell: Cell, context: ParseContext) => Parsed<T>

export const wrong = <C extends keyof RowFacts>(
  code: C,
  params: RowFacts[C],
): { ok: false; error: Said<RowFacts> } => ({ ok: false, error: { code, params } as Said<RowFacts> })

const LONGEST_ECHO = 40

/** The text as it is quoted back to the reader. */
export const echo = (text: string): string => (text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text)
