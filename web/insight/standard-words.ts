import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { auditQuestionsEn, standardNamesEn, standardWordsEn } from '#domain/insight/standard-words.en.ts'
import { auditQuestionsZh, standardNamesZh, standardWordsZh } from '#domain/insight/standard-words.zh.ts'

export type Standards = Reply<Contract['GET /api/standards']>
export type StandardFigure = Standards['figures'][number]

export const standardNames = { zh: standardNamesZh, en: standardNamesEn }
export const standardWords = { zh: standardWordsZh, en: standardWordsEn }
export const auditQuestions = { zh: auditQuestionsZh, en: auditQuestionsEn }

/** The lists of complaints in the order they are shown. */
export const complaintLists = [
  'opened',
  'open',
  'late',
  'onWord',
  'unconfirmed',
  'reopened',
  'escalated',
  'handedLate',
] as const
export type ComplaintList = (typeof complaintLists)[number]

/** The page with one standard or one list open. */
export const standardsHref = (shown: string, { month, unit }: Pick<Standards, 'month' | 'unit'>): string =>
  `/standards?${new URLSearchParams({ show: shown, month, ...(unit ? { unit: unit.id } : {}) })}`
