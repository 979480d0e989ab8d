import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { MatterFact } from './facts.ts'
import type { NeedDegree } from './need-degree.ts'
import type { GoalAnswer, VisitTopic } from './visit.ts'
import type { CaptureKind, CustomerKind, Direction, MissedOutcome, SkillLevel, Stage } from './definition.ts'

/** Who is on the line: the holder (at a group or outlet: the person we deal with), someone they have authorised, or another. */
export type CallerRole = 'holder' | 'authorised' | 'other'

/** How we made sure who is speaking. What was said to prove it is never kept. */
export type IdentityMethod = 'servicePassword' | 'idTail' | 'callBack' | 'knownVoice' | 'faceToFace'

/** What is decided when a run starts and stays: conditions are judged against it. */
export type RunContext = {
  playbook: { id: string; version: number; hash: string }
  customerId: Id
  direction: Direction
  customerKind: CustomerKind
  stage: Stage | null
  skill: SkillLevel
  /** How the attempt before this one ended. */
  lastOutcome: MissedOutcome | null
  /** The last digits, four at most, of the number that rang us: it is the one this contact is about. */
  numberTail?: string
}

/** What the customer hopes for: something factual, something felt, or only to be heard out. There is no sort for "unreasonable". */
export type ExpectationSort = 'factual' | 'emotional' | 'heard'

export type Answer = 'can' | 'partly' | 'cannot'

/**
 * The words stay as spoken. A promise is due on a day of the branch, by an hour if one was named. `joins` says that the customer's file
 * holds the matter already, a need by its words, an expectation by its id: the words are added there instead of standing twice.
 */
export type Content = {
  need: { text: string; joins?: string; degree?: NeedDegree }
  cue: { text: string }
  promise: { what: string; dueDay: Day; dueTime: string | null }
  expectation: {
    text: string
    sort: ExpectationSort
    answer: Answer | null
    offer: string
    acknowledged: boolean
    /** "Cannot" with nothing instead, and told so plainly [H-36]. */
    openly?: boolean
    joins?: Id
  }
}

export type Captured = { [K in CaptureKind]: { kind: K } & Content[K] }[CaptureKind]

/** Only the fields that change, so that two tabs correcting different fields do not undo each other. */
export type CaptureChange = { [K in CaptureKind]: { kind: K } & Partial<Content[K]> }[CaptureKind]

/** Why we ask for somebody's time, and what it gives them: one sentence each [S-25]. */
export type Aim = { why: string; gives: string }

/** A meeting agreed on: `minutes` is how long it takes, `place` where. */
export type Appointment = { day: Day; time: string; minutes: number; place: string }

/** Something within our authority put before the customer, and what they said to it; `key` of the branch's list, where it stands there. */
export type Offer = { what: string; answer: 'accepted' | 'declined'; key?: string }

/** What outlives the talk and needs a clock of its own. */
export type CaseWish = { kind: 'request' | 'complaint'; what: string }

/** Words of the library: the script, the wording in use by its key, and for whom it was put so. */
export type SaidWords = { script: string; wording: string; version: 'first' | 'familiar' | 'difficult' }
/** What lies on the shelf and what is wanted next, in the unit it is ordered in; null where nobody counted. */
export type Count = { stock: number | null; wanted: number | null }

/** Asked not to be rung for such a purpose again, until the end of a day or for good (null); `source`: how it was said. */
export type NoMore = { until: Day | null; source: string }

export type FollowUp = { day: Day; time: string | null; about: string }

/**
 * What can happen in a run. The run is the list of these and nothing else.
 *
 * Notes are written as texts that replace earlier ones by id (none for a new paragraph): two tabs that replace the same
 * text leave both standing, whatever the order in which their events arrive, and a third text may replace the two.
 */
export type Happening =
  | ({ type: 'started' } & RunContext)
  | { type: 'connected' }
  | { type: 'identified'; role: CallerRole; name: string }
  | { type: 'identityChecked'; method: IdentityMethod; passed: boolean }
  /** The line went dead; being connected again goes on where we were [S-28]. */
  | { type: 'dropped' }
  | { type: 'aimSet'; aim: Aim | null }
  | { type: 'purposesSet'; purposes: string[] }
  /** `reason`: why before what should come first. */
  | { type: 'stepEntered'; step: string; branch: string | null; reason?: string }
  | { type: 'checkMarked'; step: string; check: string; done: boolean }
  | { type: 'skillMarked'; step: string; skill: string; used: boolean }
  | { type: 'noted'; text: string; replaces: Id[] }
  | { type: 'captured'; capture: Id; content: Captured }
  | { type: 'captureChanged'; capture: Id; change: CaptureChange }
  | { type: 'captureRemoved'; capture: Id }
  | { type: 'captureRestored'; capture: Id }
  | { type: 'ranked'; expectations: Id[] }
  | { type: 'suggestionShown'; suggestion: string }
  | { type: 'suggestionAccepted'; suggestion: string }
  | { type: 'suggestionDeclined'; suggestion: string }
  | { type: 'offerMade'; offer: Offer }
  /** Noted by mistake; `offer`: the event that noted it. */
  | { type: 'offerTakenBack'; offer: Id }
  | { type: 'appointmentSet'; appointment: Appointment | null }
  | { type: 'followUpSet'; followUp: FollowUp | null }
  /** The customer wants no more such calls; null takes it back. */
  | { type: 'noMoreSet'; noMore: NoMore | null }
  | { type: 'caseSet'; serviceCase: CaseWish | null }
  /** The customer is upset: the difficult wording is shown until it is calm again. */
  | { type: 'tenseMarked'; tense: boolean }
  /** A fact of today's matter looked up during the talk; empty text takes it back. */
  | { type: 'factNoted'; fact: MatterFact; text: string }
  /** Words out of the library were said, in which wording and version; `said: false` takes it back. */
  | ({ type: 'wordsSaid'; said: boolean } & SaidWords)
  /** Counted on the spot, by product; the later count stands. */
  | ({ type: 'counted'; item: string } & Count)
  /** What a visit finds out about the market, one note a topic [K-33]; empty text takes it back. */
  | { type: 'marketNoted'; topic: string; what: string }
  /** The words a visit is rehearsed with, and what it gained and lacked [S-33][S-39]; empty text takes it back. */
  | { type: 'visitNoted'; topic: VisitTopic; what: string }
  /** Whether the visit reached what it was for [S-40]; null takes it back. */
  | { type: 'goalJudged'; reached: GoalAnswer | null }
  /** No outcome takes back a key pressed by mistake. */
  | { type: 'missed'; outcome: MissedOutcome | null; retryAt: Date | null }
  | { type: 'finished'; reason: string }
  | { type: 'reopened'; reason: string }

/** `id` is made by the client, so that a repeated delivery is the same event; `sequence` by the server, null until it has it. */
export type RunEvent = { id: Id; runId: Id; actor: Id; at: Date; sequence: number | null } & Happening
