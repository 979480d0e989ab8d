import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { CaseSignal, GivenOffer, LetGoReason, Outcome } from './case-event.ts'
import type { NotedReason, ReasonId } from './case-reason.ts'

export type OfferingStanding = 'asked' | 'approved' | 'refused' | 'made' | 'accepted' | 'declined' | 'thinking'

/** One offer in a case, from the question whether we may to the customer's answer. */
export type Offering = {
  id: Id
  offer: GivenOffer
  standing: OfferingStanding
  round: number
  askedBy: Id
  /** Who let it pass: null while it needed nobody. */
  approvedBy: Id | null
  approvalAskedAt: Date | null
  madeAt: Date | null
  madeBy: Id | null
  /** The one line afterwards; null while it is owed or where an approval says why. */
  line: string | null
  /** Why an approval was refused, or what the customer answered. */
  words: string
}

export type Talk = {
  at: Date
  by: Id
  /** The contact it was; null for one noted on the case. */
  touch: Id | null
  direction: 'inbound' | 'outbound'
  reached: boolean
  about: 'staying' | 'helping'
  round: number
}

/** Where a retention case stands. Nothing in it is stored: it is what the list of events says. */
export type CaseState = {
  caseId: Id | null
  customerId: Id | null
  openedAt: Date | null
  signal: CaseSignal | null
  /** Chance of leaving, 0…1, and the money that goes with it, as they stood when the case was opened. */
  chance: number | null
  atRisk: Fen | null
  ownerId: Id | null
  /** Everyone who had it before, oldest first. */
  hadBy: readonly Id[]
  dueAt: Date | null
  provisional: boolean
  round: number
  talks: readonly Talk[]
  reasons: readonly NotedReason[]
  expectations: readonly Id[]
  leave: { askedAt: Date | null; shownAt: Date | null; requestedAt: Date | null; requestedOn: Day | null }
  offerings: readonly Offering[]
  declinedAt: Date | null
  letGoAt: Date | null
  settled: { how: 'agreed' | 'letGo'; at: Date; by: Id; wording: string; why: LetGoReason | null } | null
  /** `event`: the one that noted it; a loss is kept under the same id. */
  ended: { event: Id; outcome: Outcome; on: Day; at: Date } | null
  followUp: { holds: boolean; words: string; at: Date } | null
  lesson: { text: string; reason: ReasonId; propose: boolean; at: Date } | null
  calledOff: { why: string; at: Date } | null
  /** The first talk since the case was opened or reopened. */
  reachedAt: Date | null
}

export const stages = [
  'signalled',
  'dispatched',
  'understanding',
  'offering',
  'settled',
  'following',
  'learning',
  'closed',
] as const
/** A column of the board, in order. */
export type CaseStage = (typeof stages)[number]

/** The column a case stands in: what has to happen next decides, not what has been clicked. */
export const stageOf = (state: CaseState): CaseStage => {
  if (isClosed(state)) return 'closed'
  if (state.followUp) return 'learning'
  if (state.ended) return 'following'
  if (state.settled) return 'settled'
  if (state.reachedAt) return isUnderstood(state) ? 'offering' : 'understanding'
  return state.ownerId === null ? 'signalled' : 'dispatched'
}

/** Somebody asked: a reason that only the model supposes is not an understanding. */
export const isUnderstood = ({ reasons }: CaseState): boolean => reasons.some(({ voice }) => voice !== 'model')

export const isClosed = ({ lesson, calledOff }: CaseState): boolean => lesson !== null || calledOff !== null

/** A closed case, or one let go to which the customer comes back before it is closed. */
export const isReopenable = (state: CaseState, by: 'customer' | 'signal'): boolean =>
  isClosed(state) || (by === 'customer' && state.settled?.how === 'letGo')

export const offeringOf = ({ offerings }: CaseState, id: Id): Offering | undefined =>
  offerings.find((offering) => offering.id === id)
