import type { Language } from '#domain/kernel/said.ts'
import { yuan } from '#domain/kernel/wording.ts'
import { type Answer, type AnswerRow, type Answers, isBlankRow } from './answer.ts'
import type { Column, Field, Layout } from './layout.ts'
import type { Signature, Signatures } from './standing.ts'

export type Cell = { label: string; value: string; wide: boolean }
export type Place = { label: string; seal: boolean; signature: Signature | null }

/** A form as it stands on paper or on a page, in one language; the same pieces are drawn by both. */
export type Block =
  /** Short fields, two in a row unless wide. */
  | { kind: 'cells'; cells: Cell[] }
  /** A long text; as many ruled lines as are left to write on. */
  | { kind: 'text'; label: string; value: string; lines: number }
  | { kind: 'choices'; label: string; options: { label: string; ticked: boolean }[] }
  | {
      kind: 'table'
      label: string
      heads: { label: string; share: number; end: boolean }[]
      rows: string[][]
      empty: number
    }
  | { kind: 'note'; text: string }
  /** Where it is signed and stamped. */
  | { kind: 'places'; places: Place[] }

export type Sheet = { title: string; sections: { title: string | null; blocks: Block[] }[] }

/** What is written; without it the form is blank, for a day without power [P-22]. */
export type Written = {
  answers: Answers
  signatures: Signatures
  names: Readonly<Record<string, string>>
  /** Printed beforehand: what is not known yet leaves room to write. */
  room?: boolean
}

export const sheetOf = (layout: Layout, language: Language, written: Written | null): Sheet => ({
  title: layout.title[language],
  sections: layout.sections.map(({ title, note, fields }) => ({
    title: title?.[language] ?? null,
    blocks: withNote(joined(fields.map((field) => blockOf(field, language, written))), note?.[language] ?? null),
  })),
})

/** What is declared stands before the place where it is signed. */
const withNote = (blocks: readonly Block[], text: string | null): Block[] => {
  if (text === null) return [...blocks]
  const signed = blocks.findIndex(({ kind }) => kind === 'places')
  return blocks.toSpliced(signed < 0 ? blocks.length : signed, 0, { kind: 'note', text })
}

const blockOf = (field: Field, language: Language, written: Written | null): Block => {
  const label = field.label[language]
  const answer = written?.answers[field.id]
  switch (field.kind) {
    case 'long':
      return {
        kind: 'text',
        label,
        value: text(answer),
        lines: leavesRoom(written) && text(answer) === '' ? (field.blank ?? 4) : 0,
      }
    case 'choice':
    case 'choices':
      return { kind: 'choices', label, options: optionsOf(field, answer, language) }
    case 'yesno':
      return { kind: 'choices', label, options: yesNo(answer, language) }
    case 'rows':
      return tableOf(field, answer, language, written)
    case 'sign':
    case 'seal':
      return {
        kind: 'places',
        places: [{ label, seal: field.kind === 'seal', signature: written?.signatures[field.id] ?? null }],
      }
    case 'money':
      return cell(field, label, typeof answer === 'number' ? yuan(answer) : '')
    case 'text':
    case 'day':
    case 'time':
    case 'count':
      return cell(field, label, text(answer))
  }
}

const leavesRoom = (written: Written | null): boolean => written === null || written.room === true

const cell = ({ wide }: Field, label: string, value: string): Block => ({
  kind: 'cells',
  cells: [{ label, value, wide }],
})

const text = (answer: Answer | undefined): string =>
  typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''

const optionsOf = ({ choices = [] }: Field, answer: Answer | undefined, language: Language) =>
  choices.map(({ id, label }) => ({
    label: label[language],
    ticked: answer === id || (Array.isArray(answer) && (answer as readonly unknown[]).includes(id)),
  }))

const yesNo = (answer: Answer | undefined, language: Language) => [
  { label: language === 'zh' ? '是' : 'Yes', ticked: answer === true },
  { label: language === 'zh' ? '否' : 'No', ticked: answer === false },
]

const tableOf = (field: Field, answer: Answer | undefined, language: Language, written: Written | null): Block => {
  const { columns = [] } = field
  const rows = (Array.isArray(answer) ? (answer as readonly AnswerRow[]) : []).filter((row) => !isBlankRow(row))
  return {
    kind: 'table',
    label: field.label[language],
    heads: columns.map(({ label, share, kind }) => ({
      label: label[language],
      share,
      end: kind === 'money' || kind === 'count',
    })),
    rows: rows.map((row) => columns.map((column) => cellText(column, row[column.id], written))),
    empty: leavesRoom(written) ? Math.max(1, (field.blank ?? 5) - rows.length) : 0,
  }
}

const cellText = ({ kind }: Column, value: string | number | undefined, written: Written | null): string => {
  if (value === undefined) return ''
  if (kind === 'money' && typeof value === 'number') return yuan(value)
  if (kind === 'colleague') return written?.names[value] ?? ''
  return String(value)
}

/** Cells that follow each other share a grid, places to sign share a row. */
const joined = (blocks: readonly Block[]): Block[] => {
  const together: Block[] = []
  for (const block of blocks) {
    const last = together.at(-1)
    if (block.kind === 'cells' && last?.kind === 'cells') last.cells.push(...block.cells)
    else if (block.kind === 'places' && last?.kind === 'places') last.places.push(...block.places)
    else together.push(block)
  }
  return together
}
