import type { Language } from '#domain/kernel/said.ts'
import type { Text } from '#domain/playbook/field.ts'
import { type Answer, type AnswerRow, type Answers, fitsField } from './answer.ts'
import type { FormFact, RowFact } from './facts.ts'
import { type Column, type Field, type Layout, writtenFields } from './layout.ts'

/** One fact; said in both languages where it is a word of ours. Money in fen, days and times as in answers. */
export type FactValue = string | number | Text
export type FactRow = Readonly<Record<string, FactValue>>

/** What is known when a form is opened. A fact that is not known is not there. */
export type KnownFormFacts = {
  readonly single: Readonly<Partial<Record<FormFact, FactValue>>>
  readonly rows: Readonly<Partial<Record<RowFact, readonly FactRow[]>>>
}

export const nothingKnown: KnownFormFacts = { single: {}, rows: {} }

/**
 * What a form opens with: what the form before it says in fields of the same name, else what is known. The writer goes over it;
 * nothing is filled behind anybody's back once it is there.
 */
export const prefilled = (
  layout: Layout,
  facts: KnownFormFacts,
  language: Language,
  before: Answers = {},
): Record<string, Answer> => {
  const answers: Record<string, Answer> = {}
  for (const field of writtenFields(layout)) {
    const carried = before[field.id]
    const answer = carried !== undefined && fitsField(field, carried) ? carried : known(field, facts, language)
    if (answer !== undefined && fitsField(field, answer)) answers[field.id] = answer
  }
  return answers
}

const known = (field: Field, facts: KnownFormFacts, language: Language): Answer | undefined => {
  if (field.fill === undefined) return undefined
  if (field.kind === 'rows') return filledRows(field, facts.rows[field.fill as RowFact] ?? [], language)
  const value = facts.single[field.fill as FormFact]
  return value === undefined ? undefined : asText(field, said(value, language))
}

/** A day or a figure fills a text as it is written. */
const asText = ({ kind }: Field, value: string | number): string | number =>
  kind === 'text' || kind === 'long' ? String(value).slice(0, kind === 'text' ? 200 : 4000) : value

const said = (value: FactValue, language: Language): string | number =>
  typeof value === 'object' ? value[language] : value

const filledRows = ({ columns = [] }: Field, rows: readonly FactRow[], language: Language): AnswerRow[] | undefined =>
  rows.length === 0
    ? undefined
    : rows.slice(0, 40).map((row) =>
        Object.fromEntries(
          columns.flatMap((column) => {
            const value = row[column.fill ?? '']
            return value === undefined ? [] : [[column.id, cellOf(column, said(value, language))]]
          }),
        ),
      )

const cellOf = ({ kind }: Column, value: string | number): string | number =>
  kind === 'text' ? String(value).slice(0, 200) : value
