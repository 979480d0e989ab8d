import { ok } from '#domain/kernel/result.ts'
import { shown } from './cell.ts'
import { echo, type Parse, wrong } from './parsed.ts'
import { isScientific, squeezed } from './text.ts'

const LONGEST_TEXT = 2000
const LONGEST_CODE = 64

/** Fifteen digits is all that a spreadsheet's number keeps; beyond that the tail is zeros or wrong. */
const BIGGEST_EXACT = 999_999_999_999_999

/** A program run from a cell (`=cmd|'/c calc'!A1`, `@SUM(…)`), as against a plain dash or an @name. */
const runsSomething = (text: string): boolean => /^[=＝]/.test(text) || /^[+\-@＋－＠].*[|(!]/.test(text)

/** Free text up to 2,000 characters; text that a spreadsheet would run is refused. */
export const parseText: Parse<string> = (cell) => {
  const text = shown(cell)
  if (cell.type === 'text' && cell.risky && runsSomething(text)) return wrong('cell.formula', { text: echo(text) })
  return text.length > LONGEST_TEXT ? wrong('text.too-long', { length: text.length, limit: LONGEST_TEXT }) : ok(text)
}

/** A code keeps its leading zeros and its case; a code that a spreadsheet rounded or wrote with an exponent is refused. */
export const parseCode: Parse<string> = (cell) => {
  const text = squeezed(shown(cell)).replace(/^(\d+)\.0+$/, '$1')
  if (cell.type === 'text' && cell.risky) return wrong('cell.formula', { text: echo(cell.raw) })
  if (cell.type === 'text' && isScientific(text) && /\+/.test(text)) return wrong('code.scientific', { text })
  if (cell.type === 'number' && Math.abs(cell.value) > BIGGEST_EXACT) return wrong('code.rounded', { text: echo(text) })
  return text.length > LONGEST_CODE ? wrong('text.too-long', { length: text.length, limit: LONGEST_CODE }) : ok(text)
}
