import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import type { CaseEvent } from '#domain/retention/case-event.ts'
import { type ReasonId, type ReasonSide, reasons, reasonSides } from '#domain/retention/case-reason.ts'
import * as caseEn from '#domain/retention/case-words.en.ts'
import * as caseZh from '#domain/retention/case-words.zh.ts'
import { effectEn } from '#domain/retention/effect-words.en.ts'
import { effectZh } from '#domain/retention/effect-words.zh.ts'
import * as lossEn from '#domain/retention/loss-words.en.ts'
import * as lossZh from '#domain/retention/loss-words.zh.ts'
import * as offerEn from '#domain/retention/offer-words.en.ts'
import * as offerZh from '#domain/retention/offer-words.zh.ts'

export type RetentionCard = Reply<Contract['GET /api/retention']>['rows'][number]
export type RetentionShown = Reply<Contract['GET /api/retention/:id']>
export type Offering = RetentionShown['offerings'][number]
export type RankedOffer = Reply<Contract['GET /api/retention/:id/offers']>['rows'][number]
export type RetentionWish = Request<Contract['POST /api/retention/:id/events']>['body']['wish']
export type RetentionRules = Reply<Contract['GET /api/retention-rules']>
export type CatalogueOffer = Reply<Contract['GET /api/offers']>['rows'][number]
export type StoryType = CaseEvent['type']

/** The domain's words of both languages. */
export const keepWords = {
  zh: { ...caseZh, ...offerZh, leavingWayNames: lossZh.leavingWayNames },
  en: { ...caseEn, ...offerEn, leavingWayNames: lossEn.leavingWayNames },
}

/** What guard, law, limits and dispatch may refuse. */
export const refusals = {
  zh: { ...caseZh.caseZh, ...effectZh, ...lossZh.lossZh },
  en: { ...caseEn.caseEn, ...effectEn, ...lossEn.lossEn },
}

/** What an offer's place is told by. */
export const offerReasons = {
  zh: { ...offerZh.offerZh, ...offerZh.authorityZh },
  en: { ...offerEn.offerEn, ...offerEn.authorityEn },
}

/** The tree of reasons, branch by branch. */
export const reasonTree: readonly { side: ReasonSide; ids: ReasonId[] }[] = reasonSides.map((side) => ({
  side,
  ids: (Object.keys(reasons) as ReasonId[]).filter((id) => reasons[id].side === side),
}))

/** What comes next in a case: the part of the page that stands open. */
export type Part = 'talk' | 'reasons' | 'offers' | 'settle' | 'end' | 'followUp' | 'learn'

export const partNow = (shown: RetentionShown): Part | null => {
  if (shown.stage === 'closed') return null
  if (shown.followUp) return 'learn'
  if (shown.ended) return 'followUp'
  if (shown.settled) return 'end'
  if (!shown.reached) return 'talk'
  if (!shown.reasons.some(({ voice }) => voice !== 'model')) return 'reasons'
  const { offerings } = shown
  if (offerings.some(({ standing }) => standing === 'accepted')) return 'settle'
  return shown.guard.applied || (shown.guard.left === 0 && offerings.length > 0) ? 'settle' : 'offers'
}
