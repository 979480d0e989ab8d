import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { inOrder } from '#domain/kernel/ordered.ts'
import type { CaseEvent } from './case-event.ts'
import { type CaseState, isReopenable, type Offering, offeringOf } from './case-state.ts'

const nothing: CaseState = {
  caseId: null,
  customerId: null,
  openedAt: null,
  signal: null,
  chance: null,
  atRisk: null,
  ownerId: null,
  hadBy: [],
  dueAt: null,
  provisional: false,
  round: 1,
  talks: [],
  reasons: [],
  expectations: [],
  leave: { askedAt: null, shownAt: null, requestedAt: null, requestedOn: null },
  offerings: [],
  declinedAt: null,
  letGoAt: null,
  settled: null,
  ended: null,
  followUp: null,
  lesson: null,
  calledOff: null,
  reachedAt: null,
}

/** The state a list of events amounts to. Repeated deliveries and the order of the list make no difference; what comes before the
 * opening or belongs to another case changes nothing, nor does what was taken back. */
export const reduceCase = (events: readonly CaseEvent[]): CaseState => {
  const gone = takenBack(events)
  return inOrder(events)
    .filter(({ id }) => !gone.has(id))
    .reduce(after, nothing)
}

/** The events that a corrected contact took back. */
export const takenBack = (events: readonly CaseEvent[]): Set<Id> =>
  new Set(events.flatMap((event) => (event.type === 'toldTakenBack' ? event.events : [])))

const after = (state: CaseState, event: CaseEvent): CaseState => {
  if (event.type === 'opened') return state.caseId ? state : opened(state, event)
  if (state.caseId !== event.caseId) return state
  switch (event.type) {
    case 'dispatched':
      return { ...state, ownerId: event.to, dueAt: event.dueAt, provisional: event.provisional }
    case 'handedOver':
      return { ...state, ownerId: event.to, hadBy: state.ownerId ? [...state.hadBy, state.ownerId] : state.hadBy }
    case 'talked':
      return talked(state, event)
    case 'reasonsNoted':
      return { ...state, reasons: [...state.reasons, ...event.reasons] }
    case 'expectationTaken':
      return { ...state, expectations: [...new Set([...state.expectations, event.expectation])] }
    case 'wayOutAsked':
      return { ...state, leave: { ...state.leave, askedAt: event.at } }
    case 'wayOutShown':
      return { ...state, leave: { ...state.leave, shownAt: event.at } }
    case 'leaveRequested':
      return { ...state, leave: { ...state.leave, requestedAt: event.at, requestedOn: event.on } }
    case 'leaveWithdrawn':
      return { ...state, leave: { ...state.leave, requestedAt: null, requestedOn: null } }
    case 'approvalAsked':
    case 'approvalGiven':
    case 'approvalRefused':
    case 'offered':
    case 'spendNoted':
    case 'replied':
      return withOffering(state, event)
    case 'agreed':
      return { ...state, settled: { how: 'agreed', at: event.at, by: event.actor, wording: event.wording, why: null } }
    case 'letGo':
      return letGo(state, event)
    case 'reset':
      return { ...state, round: state.round + 1, settled: null, ended: null, followUp: null }
    case 'ended':
      return { ...state, ended: { event: event.id, outcome: event.outcome, on: event.on, at: event.at } }
    case 'endTakenBack':
      return { ...state, ended: null }
    case 'followedUp':
      return { ...state, followUp: { holds: event.holds, words: event.words, at: event.at } }
    case 'learnt':
      return { ...state, lesson: { text: event.lesson, reason: event.reason, propose: event.propose, at: event.at } }
    case 'calledOff':
      return { ...state, calledOff: { why: event.why, at: event.at } }
    case 'toldTakenBack':
      return state
    case 'reopened':
      return isReopenable(state, event.by) ? reopened(state) : state
  }
}

const opened = (state: CaseState, event: CaseEvent & { type: 'opened' }): CaseState => ({
  ...state,
  caseId: event.caseId,
  customerId: event.customerId,
  openedAt: event.at,
  signal: event.signal,
  chance: event.chance,
  atRisk: event.atRisk,
})

const talked = (state: CaseState, event: CaseEvent & { type: 'talked' }): CaseState => {
  const { at, actor: by, touch, direction, reached, about } = event
  const talk = { at, by, touch, direction, reached, about, round: state.round }
  return { ...state, talks: [...state.talks, talk], reachedAt: state.reachedAt ?? (reached ? at : null) }
}

const letGo = (state: CaseState, { at, actor: by, words: wording, why }: CaseEvent & { type: 'letGo' }): CaseState => ({
  ...state,
  letGoAt: at,
  settled: { how: 'letGo', at, by, wording, why },
})

/** The story so far stays; what has to be done again begins again. */
const reopened = (state: CaseState): CaseState => ({
  ...state,
  round: state.round + 1,
  reachedAt: null,
  dueAt: null,
  provisional: false,
  settled: null,
  ended: null,
  followUp: null,
  lesson: null,
  calledOff: null,
})

type AboutOffering = CaseEvent & {
  type: 'approvalAsked' | 'approvalGiven' | 'approvalRefused' | 'offered' | 'spendNoted' | 'replied'
}

const withOffering = (state: CaseState, event: AboutOffering): CaseState => {
  const known = offeringOf(state, event.offering)
  const next = offeringAfter(known ?? newOffering(state, event), event)
  if (!next) return state
  const offerings = known
    ? state.offerings.map((each) => (each.id === next.id ? next : each))
    : [...state.offerings, next]
  return { ...state, offerings, declinedAt: next.standing === 'declined' ? event.at : state.declinedAt }
}

const newOffering = (state: CaseState, event: AboutOffering): Offering | null =>
  event.type === 'approvalAsked' || event.type === 'offered'
    ? {
        id: event.offering,
        offer: event.offer,
        standing: 'asked',
        round: state.round,
        askedBy: event.actor,
        approvedBy: null,
        approvalAskedAt: null,
        madeAt: null,
        madeBy: null,
        line: null,
        words: '',
      }
    : null

const offeringAfter = (offering: Offering | null, event: AboutOffering): Offering | null => {
  if (!offering) return null
  switch (event.type) {
    case 'approvalAsked':
      return { ...offering, approvalAskedAt: event.at, words: event.why }
    case 'approvalGiven':
      return { ...offering, standing: 'approved', approvedBy: event.actor }
    case 'approvalRefused':
      return { ...offering, standing: 'refused', approvedBy: null, words: event.why }
    case 'offered':
      return { ...offering, standing: 'made', madeAt: event.at, madeBy: event.actor }
    case 'spendNoted':
      return { ...offering, line: event.line }
    case 'replied':
      return { ...offering, standing: event.reply, words: event.words }
  }
}

/** What one person has given in a case, in fen: offers not turned down that they made on their own word, or let pass for others. */
export const spentIn = ({ offerings }: CaseState, by: Id): Fen =>
  offerings.filter((each) => givenBy(each) === by).reduce((sum, { offer }) => sum + offer.cost, 0)

/** On whose word an offer is given: what was let pass is spoken for at once, so that nobody says yes to more than they may give [P-30]. */
export const givenBy = (offering: Offering): Id | null =>
  isGiven(offering) || offering.standing === 'approved' ? (offering.approvedBy ?? offering.madeBy) : null

/** Offers made on someone's own limit whose one line is still owed [S-06, P-30]. What was turned down cost nothing and owes nothing. */
export const linesOwed = ({ offerings }: CaseState): Offering[] =>
  offerings.filter((each) => isGiven(each) && each.offer.cost > 0 && each.approvedBy === null && each.line === null)

const isGiven = ({ standing }: Offering): boolean =>
  standing === 'made' || standing === 'thinking' || standing === 'accepted'
