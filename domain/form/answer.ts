import { isDay } from '#domain/kernel/day.ts'
import type { Column, Field, Layout } from './layout.ts'
import { writtenFields } from './layout.ts'

/** One row of a table, by column. Money in fen, days `YYYY-MM-DD`, a colleague by id. */
export type AnswerRow = Readonly<Record<string, string | number>>

/** What stands in a field. Money in fen, days `YYYY-MM-DD`, times `HH:MM`, a choice by its id. */
export type Answer = string | number | boolean | readonly string[] | readonly AnswerRow[]
export type Answers = Readonly<Record<string, Answer>>

/** More than these in one table is a list for another program. */
export const MOST_ROWS = 60
const MOST_LONG = 4000
const MOST_TEXT = 200
const MOST_MONEY = 10_000_000_000
const MOST_COUNT = 1_000_000

/** Nothing written: also a table whose rows are all empty. A no is an answer. */
export const isBlank = (answer: Answer | undefined): boolean => {
  if (answer === undefined) return true
  if (typeof answer === 'string') return answer.trim() === ''
  if (!Array.isArray(answer)) return false
  return (answer as readonly (string | AnswerRow)[]).every((one) => typeof one !== 'string' && isBlankRow(one))
}

export const isBlankRow = (row: AnswerRow): boolean =>
  Object.values(row).every((cell) => typeof cell === 'string' && cell.trim() === '')

/** Whether an answer is of the shape its field asks for. What a page of ours sends always is. */
export const fitsField = (field: Field, answer: unknown): answer is Answer => {
  switch (field.kind) {
    case 'text':
      return isText(answer, MOST_TEXT)
    case 'long':
      return isText(answer, MOST_LONG)
    case 'day':
      return answer === '' || isDayText(answer)
    case 'time':
      return answer === '' || isTime(answer)
    case 'money':
      return isWhole(answer, MOST_MONEY)
    case 'count':
      return isWhole(answer, MOST_COUNT)
    case 'choice':
      return answer === '' || isChoice(field, answer)
    case 'choices':
      return (
        Array.isArray(answer) && answer.every((one) => isChoice(field, one)) && new Set(answer).size === answer.length
      )
    case 'yesno':
      return typeof answer === 'boolean'
    case 'rows':
      return Array.isArray(answer) && answer.length <= MOST_ROWS && answer.every((row) => isRow(field, row))
    case 'sign':
    case 'seal':
      return false
  }
}

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most
const isDayText = (value: unknown): boolean => typeof value === 'string' && isDay(value)
const isTime = (value: unknown): boolean => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
const isWhole = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= most
const isChoice = ({ choices = [] }: Field, value: unknown): boolean => choices.some(({ id }) => id === value)

const isRow = ({ columns = [] }: Field, row: unknown): boolean =>
  typeof row === 'object' &&
  row !== null &&
  Object.entries(row).every(([id, cell]) => {
    const column = columns.find((one) => one.id === id)
    return column !== undefined && fitsColumn(column, cell)
  })

const fitsColumn = ({ kind }: Column, cell: unknown): boolean => {
  if (cell === '') return true
  if (kind === 'day') return isDayText(cell)
  if (kind === 'time') return isTime(cell)
  if (kind === 'money') return isWhole(cell, MOST_MONEY)
  if (kind === 'count') return isWhole(cell, MOST_COUNT)
  return isText(cell, kind === 'colleague' ? 60 : MOST_TEXT)
}

/** What must still be written before it can be signed or filed, in the order of the form. */
export const missingIn = (layout: Layout, answers: Answers): Field[] =>
  writtenFields(layout).filter((field) => {
    const answer = answers[field.id]
    return (field.required && isBlank(answer)) || hasHalfRow(field, answer)
  })

/** A row that makes something must say all of it: a gift its count, an opinion who answers by when. */
const hasHalfRow = ({ makes, columns = [] }: Field, answer: Answer | undefined): boolean => {
  if (makes === undefined || !Array.isArray(answer)) return false
  const wanted = makes === 'gifts' ? ['gift', 'count'] : ['what', 'owner', 'by']
  return (answer as readonly AnswerRow[])
    .filter((row) => !isBlankRow(row))
    .some((row) => wanted.some((id) => columns.some((column) => column.id === id) && (row[id] ?? '') === ''))
}

/** One field as it was when the page opened, and as it is to be. */
export type Change = { field: string; from: Answer | null; to: Answer | null }

export type Changed = { answers: Answers; conflicts: { field: string; theirs: Answer | null; yours: Answer | null }[] }

/** Writes changes over what stands: other fields stay as they are; the same field changed by somebody else is a conflict. */
export const changedAnswers = (stands: Answers, changes: readonly Change[]): Changed => {
  const answers: Record<string, Answer> = { ...stands }
  const conflicts: Changed['conflicts'] = []
  for (const { field, from, to } of changes) {
    const now = stands[field] ?? null
    if (same(now, to)) continue
    if (!same(now, from)) conflicts.push({ field, theirs: now, yours: to })
    else if (to === null) delete answers[field]
    else answers[field] = to
  }
  return { answers, conflicts }
}

/** By content: the order of keys in a row says nothing. */
export const same = (a: Answer | null, b: Answer | null): boolean => plain(a) === plain(b)

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
