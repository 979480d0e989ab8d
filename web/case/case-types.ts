import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import * as complaintEn from '#domain/case/complaint-words.en.ts'
import * as complaintZh from '#domain/case/complaint-words.zh.ts'
import * as caseEn from '#domain/case/words.en.ts'
import * as caseZh from '#domain/case/words.zh.ts'

export type CaseLine = Reply<Contract['GET /api/cases']>['rows'][number]
export type CaseShow = Reply<Contract['GET /api/cases/:id']>
export type ComplaintShow = NonNullable<CaseShow['shown']>
export type ComplaintWish = Request<Contract['POST /api/cases/:id/complaint']>['body']

export const caseWords = { zh: caseZh, en: caseEn }
export const complaintWords = { zh: complaintZh, en: complaintEn }
export const caseRefusals = {
  zh: { ...caseZh.caseRefusals, ...complaintZh.complaintRefusals },
  en: { ...caseEn.caseRefusals, ...complaintEn.complaintRefusals },
}

/** Starts a contact about a case; which screen that opens is the page's business. */
export type OnTalk = (item: CaseLine) => void
