import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Placed } from '#domain/kernel/ordered.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { NotedReason, ReasonId } from './case-reason.ts'
import type { LeavingWay } from './loss.ts'
import type { OfferWay } from './way.ts'

/** What made us look: the model, a rule over what is known, a colleague, or the customer's own words. */
export type CaseSignal = { from: 'model' | 'rule' | 'colleague' | 'customer'; said: readonly Said[]; words: string }

/** An offer as it was when it was made, so that a changed catalogue changes no old case. Money over all its months. One made only in
 * words, in a talk, has neither a place in the list nor a way, and no money of ours goes with it. */
export type GivenOffer = {
  offerId: string | null
  name: { zh: string; en: string }
  way: OfferWay | null
  cost: Fen
  benefit: Fen
  /** Months by which a fixed term would grow; the customer must have agreed to a term in so many words. */
  addsTermMonths: number
  termAgreed: boolean
  /** Whether a customer alike who never spoke of leaving can have it too. */
  openTo: 'alike' | 'leaversOnly'
}

export const letGoReasons = ['decided', 'attemptsUsed', 'nothingFits', 'better', 'circumstances'] as const
/** Why we stopped: the customer has decided, our attempts are used, nothing we have fits, elsewhere is better for them, or life. */
export type LetGoReason = (typeof letGoReasons)[number]

export const outcomes = ['stayed', 'smaller', 'left'] as const
/** `smaller`: still a customer, with less. */
export type Outcome = (typeof outcomes)[number]

/** What can happen in a retention case. The case is the list of these and nothing else. */
export type CaseHappening =
  | { type: 'opened'; customerId: Id; signal: CaseSignal; chance: number | null; atRisk: Fen | null }
  | { type: 'dispatched'; to: Id; dueAt: Date; provisional: boolean }
  /** A hand-over buys no time: the customer has been waiting all along. */
  | { type: 'handedOver'; to: Id; why: string }
  /** `about` helping is anything the customer needs, leaving included; only talk about staying counts against the guard. */
  | {
      type: 'talked'
      touch: Id | null
      direction: 'inbound' | 'outbound'
      reached: boolean
      about: 'staying' | 'helping'
    }
  | { type: 'reasonsNoted'; reasons: readonly NotedReason[] }
  | { type: 'expectationTaken'; expectation: Id }
  | { type: 'wayOutAsked' }
  | { type: 'wayOutShown'; how: 'said' | 'sent' | 'page' }
  /** The customer has applied to leave: from here on nobody persuades. */
  | { type: 'leaveRequested'; on: Day }
  | { type: 'leaveWithdrawn'; words: string }
  | { type: 'approvalAsked'; offering: Id; offer: GivenOffer; why: string }
  | { type: 'approvalGiven'; offering: Id }
  | { type: 'approvalRefused'; offering: Id; why: string }
  | { type: 'offered'; offering: Id; offer: GivenOffer }
  /** The one line that follows what was spent within one's own limit [S-06, P-30]. */
  | { type: 'spendNoted'; offering: Id; line: string }
  | { type: 'replied'; offering: Id; reply: 'accepted' | 'declined' | 'thinking'; words: string }
  | { type: 'agreed'; wording: string; promises: readonly Id[] }
  /** No agreement yet: what cannot be is said, and the next round begins. */
  | { type: 'reset'; wording: string }
  | { type: 'letGo'; why: LetGoReason; words: string }
  /** `way`: how they left, of who did. */
  | { type: 'ended'; outcome: Outcome; on: Day; way?: LeavingWay | undefined }
  /** The outcome was noted by mistake, or too early. */
  | { type: 'endTakenBack' }
  | { type: 'followedUp'; holds: boolean; words: string }
  | { type: 'learnt'; lesson: string; reason: ReasonId; propose: boolean }
  /** A contact was corrected: what it had told the case no longer stands. */
  | { type: 'toldTakenBack'; events: readonly Id[] }
  | { type: 'calledOff'; why: string }
  | { type: 'reopened'; by: 'customer' | 'signal'; why: string }

export type CaseEvent = Placed & { caseId: Id; actor: Id } & CaseHappening
