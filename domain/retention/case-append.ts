import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import { type Authority, spendingOf } from './authority.ts'
import { linesOwed, spentIn } from './case.ts'
import type { CaseEvent, GivenOffer } from './case-event.ts'
import type { CaseRefusal, PlainCaseRefusal } from './case-refusal.ts'
import { type CaseState, isClosed, isReopenable, isUnderstood, offeringOf } from './case-state.ts'
import { mayPersuade, type Persuaded, type RetentionLimits } from './guard.ts'
import { breachesOf, type LawSetting, type RetentionLaw } from './law.ts'

/** What a case is judged by besides its own events. */
export type CaseContext = {
  /** The branch's calendar day of the event. */
  today: Day
  /** The limits of whoever acts, and what they have given on their own word this month in other cases, in fen. */
  authority: Authority
  spentThisMonth: Fen
  /** The expectations taken up in this case as the board has them. */
  board: readonly { id: Id; settled: boolean }[]
  /** What was tried in the customer's earlier cases; `nothingTried` where there were none. */
  earlier: Pick<Persuaded, 'attempts' | 'declinedAt' | 'letGoAt'>
  limits: RetentionLimits
  laws: readonly RetentionLaw[]
  setting: LawSetting
}

export const nothingTried: CaseContext['earlier'] = { attempts: [], declinedAt: null, letGoAt: null }

type Admission = Result<true, readonly CaseRefusal[]>

const may: Admission = ok(true)
// more codes than the compiler spreads over a union by itself
const no = (code: PlainCaseRefusal): Admission => refuse([{ code, params: {} } as CaseRefusal])
const unless = (reasons: readonly CaseRefusal[]): Admission => (reasons.length === 0 ? may : refuse(reasons))

/**
 * Whether an event may be added to a retention case as it stands, or every reason why not. The guard, the law and the
 * limits of who acts [P-30] are asked here, so that no screen and no job can pass them by; whoever stores events writes a refused try into
 * the audit. Words that are owed (a line, an answer) may come late; nothing else is added to a closed case.
 */
export const mayAppend = (state: CaseState, event: CaseEvent, context: CaseContext): Admission => {
  if (event.type === 'opened') return state.caseId ? no('case.alreadyOpened') : may
  if (state.caseId === null) return no('case.notOpened')
  if (event.caseId !== state.caseId) return no('case.another')
  if (event.type === 'reopened') return mayReopen(state, event)
  if (event.type === 'spendNoted') return mayNote(state, event)
  if (isClosed(state)) return no('case.closed')
  return state.settled ? afterSettling(state, event) : beforeSettling(state, event, context)
}

const beforeSettling = (state: CaseState, event: CaseEvent, context: CaseContext): Admission => {
  switch (event.type) {
    case 'dispatched':
      return may
    case 'handedOver':
      if (state.ownerId === null) return no('case.noOwner')
      if (state.ownerId === event.to) return no('case.sameOwner')
      return spoken(event.why, 'why')
    case 'talked':
      return mayTalk(state, event, context)
    case 'reasonsNoted':
      if (event.reasons.length === 0) return no('case.reasonsMissing')
      return event.reasons.some(({ voice }) => voice === 'customer') && !state.reachedAt ? no('case.reachFirst') : may
    case 'approvalAsked':
      return mayAsk(state, event, context)
    case 'approvalGiven':
    case 'approvalRefused':
      return mayDecide(state, event, context)
    case 'offered':
      return mayOffer(state, event, context)
    case 'replied':
      return mayReply(state, event.offering)
    case 'agreed':
      return mayAgree(state, event.wording, context)
    case 'reset':
      if (!state.reachedAt) return no('case.reachFirst')
      return spoken(event.wording, 'wording')
    case 'letGo':
      return mayLetGo(state, event.words)
    case 'leaveWithdrawn':
      return state.leave.requestedAt ? spoken(event.words, 'words') : no('case.noRequest')
    case 'calledOff':
      return state.reachedAt ? no('case.talkedAlready') : spoken(event.why, 'why')
    case 'ended':
    case 'endTakenBack':
    case 'followedUp':
    case 'learnt':
      return no('case.settleFirst')
    default:
      return may
  }
}

const afterSettling = (state: CaseState, event: CaseEvent): Admission => {
  switch (event.type) {
    case 'handedOver':
      return event.to === state.ownerId ? no('case.sameOwner') : spoken(event.why, 'why')
    case 'talked':
      return event.about === 'helping' ? may : no('case.settled')
    case 'reasonsNoted':
      return event.reasons.length === 0 ? no('case.reasonsMissing') : may
    case 'wayOutAsked':
    case 'wayOutShown':
    case 'leaveRequested':
      return may
    case 'leaveWithdrawn':
      return state.leave.requestedAt ? spoken(event.words, 'words') : no('case.noRequest')
    case 'ended':
      return event.outcome === 'left' && !event.way ? no('case.wayMissing') : may
    case 'endTakenBack':
      return mayTakeBack(state)
    case 'followedUp':
      return state.ended ? spoken(event.words, 'words') : no('case.outcomeFirst')
    case 'reset':
      return state.followUp && !state.followUp.holds && state.ended?.outcome !== 'left'
        ? spoken(event.wording, 'wording')
        : no('case.settled')
    case 'learnt':
      return mayLearn(state, event)
    default:
      return no('case.settled')
  }
}

const spoken = (words: string, what: string): Admission =>
  words.trim() === '' ? refuse([{ code: 'case.wordsMissing', params: { what } }]) : may

const mayReopen = (state: CaseState, { by, why }: CaseEvent & { type: 'reopened' }): Admission =>
  isReopenable(state, by) ? spoken(why, 'why') : no('case.notClosed')

/** Everything tried with this customer, here and before. */
const persuadedSoFar = (state: CaseState, { earlier }: CaseContext): Persuaded => ({
  attempts: [
    ...earlier.attempts,
    ...state.talks
      .filter(({ reached, direction, about }) => reached && direction === 'outbound' && about === 'staying')
      .map(({ at }) => at),
  ],
  declinedAt: latest(earlier.declinedAt, state.declinedAt),
  letGoAt: latest(earlier.letGoAt, state.letGoAt),
  leave: state.leave,
})

const latest = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other > one) ? other : one

const mayTalk = (state: CaseState, event: CaseEvent & { type: 'talked' }, context: CaseContext): Admission => {
  if (state.ownerId === null) return no('case.noOwner')
  if (event.about === 'helping') return may
  const begunBy = event.direction === 'inbound' ? 'customer' : 'us'
  const guarded = mayPersuade(persuadedSoFar(state, context), begunBy, context.limits, event.at)
  const leaveRequested = state.leave.requestedAt !== null
  return unless([
    ...(guarded.allowed ? [] : guarded.reasons),
    ...breachesOf({ doing: 'persuade', leaveRequested }, context.laws, context.setting, context.today),
  ])
}

/** What guard and law say about an offer, whoever decides about its money. An offer belongs to a talk and uses up no attempt of its own. */
const wrongWithOffer = (
  state: CaseState,
  { addsTermMonths, termAgreed, openTo }: GivenOffer,
  at: Date,
  context: CaseContext,
): CaseRefusal[] => {
  const { laws, setting, today, limits } = context
  const leaveRequested = state.leave.requestedAt !== null
  const guarded = mayPersuade({ ...persuadedSoFar(state, context), attempts: [] }, 'customer', limits, at)
  return [
    ...(guarded.allowed ? [] : guarded.reasons),
    ...breachesOf({ doing: 'persuade', leaveRequested }, laws, setting, today),
    ...breachesOf({ doing: 'offer', openTo }, laws, setting, today),
    ...breachesOf({ doing: 'bindTerm', months: addsTermMonths, agreed: termAgreed }, laws, setting, today),
  ]
}

/** Reasons and expectations come before offers: what is not understood cannot be fitted. */
const notReady = (state: CaseState, { cost, benefit }: GivenOffer): PlainCaseRefusal | null => {
  if (!state.reachedAt) return 'case.reachFirst'
  if (!isUnderstood(state)) return 'case.reasonsFirst'
  return [cost, benefit].every((fen) => Number.isSafeInteger(fen) && fen >= 0) ? null : 'case.badAmount'
}

const mayAsk = (state: CaseState, event: CaseEvent & { type: 'approvalAsked' }, context: CaseContext): Admission => {
  const early = notReady(state, event.offer)
  if (early) return no(early)
  if (offeringOf(state, event.offering)) return no('case.offeringKnown')
  const wrong = wrongWithOffer(state, event.offer, event.at, context)
  return wrong.length > 0 ? refuse(wrong) : spoken(event.why, 'why')
}

/** Nobody approves their own wish, and nobody more than they may give themselves [P-30]. */
const mayDecide = (
  state: CaseState,
  event: CaseEvent & { type: 'approvalGiven' | 'approvalRefused' },
  { authority, spentThisMonth }: CaseContext,
): Admission => {
  const offering = offeringOf(state, event.offering)
  if (!offering) return no('case.offeringUnknown')
  if (offering.approvalAskedAt === null) return no('case.approvalNotAsked')
  if (offering.standing !== 'asked') return no('case.approvalDecided')
  if (offering.askedBy === event.actor) return no('case.ownApproval')
  if (event.type === 'approvalRefused') return spoken(event.why, 'why')
  const spending = spendingOf(offering.offer.cost, authority, spentBy(state, event.actor, spentThisMonth))
  return spending.by === 'own' ? may : no('case.overApprover')
}

const mayOffer = (state: CaseState, event: CaseEvent & { type: 'offered' }, context: CaseContext): Admission => {
  const early = notReady(state, event.offer)
  if (early) return no(early)
  const known = offeringOf(state, event.offering)
  const wrong = [...wrongWithOffer(state, event.offer, event.at, context), ...tooMany(state, context)]
  if (wrong.length > 0) return refuse(wrong)
  if (known?.standing === 'refused') return no('case.offeringRefused')
  if (known?.standing === 'approved') return sameOffer(known.offer, event.offer) ? may : no('case.offerNotAsApproved')
  if (known && known.standing !== 'asked') return no('case.offeringKnown')
  const spent = spentBy(state, event.actor, context.spentThisMonth)
  const spending = spendingOf(event.offer.cost, context.authority, spent)
  return spending.by === 'own' ? may : refuse([spending.said])
}

const spentBy = (state: CaseState, actor: Id, elsewhere: Fen): { inCase: Fen; inMonth: Fen } => {
  const inCase = spentIn(state, actor)
  return { inCase, inMonth: elsewhere + inCase }
}

/** Offers since the last talk: one more of them in the same talk is haggling. */
const tooMany = ({ talks, offerings }: CaseState, { limits }: CaseContext): CaseRefusal[] => {
  const last = talks.findLast(({ reached }) => reached)?.at
  const made = offerings.filter(({ madeAt }) => madeAt !== null && last !== undefined && madeAt >= last)
  return made.length >= limits.offersPerTalk
    ? [{ code: 'guard.offersPerTalk', params: { most: limits.offersPerTalk } }]
    : []
}

const sameOffer = (one: GivenOffer, other: GivenOffer): boolean =>
  one.offerId === other.offerId && one.cost >= other.cost && one.addsTermMonths >= other.addsTermMonths

const mayReply = (state: CaseState, id: Id): Admission => {
  const offering = offeringOf(state, id)
  if (!offering) return no('case.offeringUnknown')
  return offering.standing === 'made' || offering.standing === 'thinking' ? may : no('case.offeringNotMade')
}

const mayNote = (state: CaseState, event: CaseEvent & { type: 'spendNoted' }): Admission => {
  const offering = offeringOf(state, event.offering)
  if (!offering) return no('case.offeringUnknown')
  return offering.madeAt === null ? no('case.offeringNotMade') : spoken(event.line, 'line')
}

/** An agreement both can live with answers every expectation and leaves no offer in the air. */
const mayAgree = (state: CaseState, wording: string, { board }: CaseContext): Admission => {
  if (!state.reachedAt) return no('case.reachFirst')
  const settled = new Set(board.filter((each) => each.settled).map(({ id }) => id))
  const open = state.expectations.filter((id) => !settled.has(id)).length
  if (open > 0) return refuse([{ code: 'case.expectationsOpen', params: { open } }])
  const waiting = state.offerings.some(({ standing }) => standing === 'made' || standing === 'thinking')
  return waiting ? no('case.offeringOpen') : spoken(wording, 'wording')
}

/** Letting go needs nobody's leave and no attempt before it; only the way out must have been shown to who asked for it. */
const mayLetGo = ({ leave }: CaseState, words: string): Admission => {
  const owed = leave.askedAt !== null && (leave.shownAt === null || leave.shownAt < leave.askedAt)
  return owed ? refuse([{ code: 'guard.showWayOut', params: {} }]) : spoken(words, 'words')
}

const mayTakeBack = ({ ended, followUp }: CaseState): Admission => {
  if (!ended) return no('case.outcomeFirst')
  return followUp ? no('case.followedUp') : may
}

const mayLearn = (state: CaseState, event: CaseEvent & { type: 'learnt' }): Admission => {
  if (!state.ended) return no('case.outcomeFirst')
  if (!state.followUp) return no('case.followUpFirst')
  const lines = linesOwed(state).length
  if (lines > 0) return refuse([{ code: 'case.lineFirst', params: { lines } }])
  return spoken(event.lesson, 'lesson')
}
