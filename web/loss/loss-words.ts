import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { type ReasonId, reasons, reasonSides } from '#domain/retention/case-reason.ts'
import * as caseEn from '#domain/retention/case-words.en.ts'
import * as caseZh from '#domain/retention/case-words.zh.ts'
import { leavingEn } from '#domain/retention/leaving-words.en.ts'
import { leavingZh } from '#domain/retention/leaving-words.zh.ts'
import * as lossEn from '#domain/retention/loss-words.en.ts'
import * as lossZh from '#domain/retention/loss-words.zh.ts'
import { customerWords as customerEn } from '#domain/customer/words.en.ts'
import { customerWords as customerZh } from '#domain/customer/words.zh.ts'

export type Loss = Reply<Contract['GET /api/losses']>['rows'][number]
export type LossFilter = { month?: string | undefined; show?: 'all' | undefined }

export const lossWords = {
  zh: {
    refusals: { ...customerZh, ...lossZh.lossZh },
    ways: lossZh.leavingWayNames,
    results: lossZh.returnNames,
    reasons: caseZh.reasonNames,
    next: leavingZh,
  },
  en: {
    refusals: { ...customerEn, ...lossEn.lossEn },
    ways: lossEn.leavingWayNames,
    results: lossEn.returnNames,
    reasons: caseEn.reasonNames,
    next: leavingEn,
  },
}

/** The tree of reasons in its order: ours first, then others', then the customer's own [R-11]. */
export const reasonsInOrder = reasonSides.flatMap((side) =>
  (Object.keys(reasons) as ReasonId[]).filter((id) => reasons[id].side === side),
)
