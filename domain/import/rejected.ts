import { type Language, sentence } from '#domain/kernel/said.ts'
import { type Row, shown } from './cell.ts'
import type { Problem } from './facts.ts'
import { isReturnColumn, originalRowColumn, returnColumns } from './mapping.ts'
import { problemWords as problemsEn, remedyWords as remediesEn } from './words.en.ts'
import { problemWords as problemsZh, remedyWords as remediesZh } from './words.zh.ts'

const words = { zh: { problems: problemsZh, remedies: remediesZh }, en: { problems: problemsEn, remedies: remediesEn } }

/** One fault as three texts: where, what, what to do. */
export const explained = (
  problem: Problem,
  language: Language,
): { field: string; problem: string; remedy: string } => ({
  field: problem.field ?? (language === 'zh' ? '整行' : 'whole row'),
  problem: sentence(words[language].problems, problem.said),
  remedy: sentence(words[language].remedies, problem.said),
})

export const rejectedHeader = (headers: readonly string[], language: Language): string[] => [
  ...headers.filter((h) => !isReturnColumn(h)),
  ...returnColumns[language],
]

/**
 * One row of the file that goes back: the original cells as they were, then row, columns at fault, problems, remedies. The added
 * columns are ignored when the file comes in again, but for the row number, which keeps made codes the same.
 */
export const rejectedRow = (
  headers: readonly string[],
  row: Row,
  problems: readonly Problem[],
  language: Language,
): string[] => {
  const told = problems.map((p) => explained(p, language))
  const kept = headers.flatMap((h, i) => (isReturnColumn(h) ? [] : [shown(row.cells[i])]))
  const original = originalRowColumn(headers.map((header, position) => ({ header, position })))
  const number = original === null ? '' : shown(row.cells[original])
  const list = (texts: string[]): string => [...new Set(texts)].join(language === 'zh' ? '；' : '; ')
  return [
    ...kept,
    number === '' ? String(row.rowNumber) : number,
    list(told.map((t) => t.field)),
    list(told.map((t) => t.problem)),
    list(told.map((t) => t.remedy)),
  ]
}
