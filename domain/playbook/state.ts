import type { Id } from '#domain/kernel/id.ts'
import type { Capture } from './capture.ts'
import type { MissedOutcome } from './definition.ts'
import type {
  Aim,
  Appointment,
  CallerRole,
  CaseWish,
  Count,
  FollowUp,
  IdentityMethod,
  NoMore,
  Offer,
  RunContext,
  SaidWords,
} from './event.ts'
import type { MatterFact } from './facts.ts'
import type { Note } from './note.ts'
import type { GoalAnswer, VisitTopic } from './visit.ts'

/** Where a run stands. Nothing in it is stored: it is what the list of events says. */
export type RunState = {
  runId: Id | null
  context: RunContext | null
  /** Who started it, and holds it. */
  holder: Id | null
  startedAt: Date | null
  connectedAt: Date | null
  /** The line is down since, and we have not got through again. */
  droppedAt: Date | null
  aim: Aim | null
  /** What this visit is for, by id. */
  purposes: readonly string[]
  caller: { role: CallerRole; name: string; at: Date } | null
  identity: { method: IdentityMethod; passed: boolean; at: Date } | null
  /** The step on the screen. */
  step: string | null
  /** Since when, for the quiet clock. */
  stepSince: Date | null
  /** Milliseconds spent in each step that was left, by step id. */
  spent: Readonly<Record<string, number>>
  /** Steps a branch passed over, and not entered since. */
  skipped: readonly string[]
  /** Checks done, as `step.check`, and skills shown, as `step.skill`. */
  checks: readonly string[]
  skills: readonly string[]
  suggestions: Readonly<Record<string, 'shown' | 'accepted' | 'declined'>>
  /** By the event that noted each. */
  offers: readonly (Offer & { id: Id })[]
  /** Offers noted by mistake, by the same ids. */
  offersTakenBack: readonly Id[]
  appointment: Appointment | null
  /** Steps entered before what should come first, each with the checks passed over and why. */
  early: readonly { step: string; missing: readonly string[]; reason: string; at: Date }[]
  followUp: FollowUp | null
  serviceCase: CaseWish | null
  /** Such calls are not wanted any more. */
  noMore: (NoMore & { at: Date }) | null
  /** The customer is upset: the difficult wording is shown. */
  tense: boolean
  /** What was looked up about today's matter. */
  matter: Readonly<Partial<Record<MatterFact, string>>>
  /** Words out of the library that were said, the latest of each script. */
  words: readonly SaidWords[]
  /** What was counted, by product. */
  counts: Readonly<Record<string, Count>>
  /** What was found out about the market, by topic. */
  market: Readonly<Record<string, string>>
  /** What a visit was rehearsed with, and what it gained and lacked. */
  visit: Readonly<Partial<Record<VisitTopic, string>>>
  goal: GoalAnswer | null
  missed: { outcome: MissedOutcome; retryAt: Date | null; at: Date } | null
  finished: { reason: string; at: Date; by: Id } | null
  notes: readonly Note[]
  captures: readonly Capture[]
  /** Events that reached us after the run was finished: notes and captures count, the others are only shown. */
  late: readonly Id[]
}
