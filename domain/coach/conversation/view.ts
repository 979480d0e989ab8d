import type { Said } from '#domain/kernel/said.ts'
import { findExpectations, type SpokenExpectation } from '#domain/touch/find-expectations.ts'
import { findPromises } from '#domain/touch/find-promises.ts'
import type { SpokenPromise } from '#domain/touch/promise.ts'
import { type Hit, lookAt, type Turn } from '../look.ts'
import type { Coach } from '../ready.ts'
import { type MissedFacts, missedIn } from './missed.ts'
import { escalations, type MoodPoint, moodOverTime } from './mood.ts'
import { type NeedQuestions, needQuestions } from './need-questions.ts'
import { type ProcessScore, processScore } from './process.ts'
import { type QuestionsAsked, questionsAsked } from './questions.ts'
import { type OutcomeRisk, outcomeRisk } from './risk.ts'
import { type SaidBack, saidBack } from './said-back.ts'
import { type StepsSeen, stepsSeen } from './steps.ts'

/** What a conversation did, turn by turn; turns are counted from 0, places are offsets into the raw text of the turn. */
export type ConversationView = {
  hits: Hit[][]
  steps: StepsSeen
  questions: QuestionsAsked
  /** Questions on the way to a need, and what was said back. */
  needs: NeedQuestions
  saidBack: SaidBack[]
  missed: Said<MissedFacts>[]
  mood: MoodPoint[]
  /** Turns at which it got worse. */
  escalations: number[]
  /** Dated words of ours and wishes of theirs, as suggestions for the ledgers [P-10][R-23]. */
  promises: (SpokenPromise & { turn: number })[]
  expectations: (SpokenExpectation & { turn: number })[]
  process: ProcessScore
  /** Null where it cannot be told: nobody answered, or the talk is not in Chinese. */
  risk: OutcomeRisk | null
}

/** Looks back at a conversation [S-46][H-26][H-31]. `now` is when it took place: "tomorrow" is counted from there. */
export const conversationView = (
  coach: Coach,
  turns: readonly Turn[],
  when: { now: Date; timeZone: string },
): ConversationView => {
  const hits = lookAt(coach, turns)
  const seen = stepsSeen(turns, hits, coach.fold)
  const mood = moodOverTime(turns, hits)
  return {
    hits,
    steps: seen,
    questions: questionsAsked(turns, hits),
    needs: needQuestions(turns, hits),
    saidBack: saidBack(turns, hits, coach.fold),
    missed: missedIn(turns, hits, seen, mood),
    mood,
    escalations: escalations(mood),
    promises: turns.flatMap(({ by, text }, turn) =>
      by === 'staff' ? findPromises(text, when.now, when.timeZone).map((promise) => ({ ...promise, turn })) : [],
    ),
    expectations: turns.flatMap(({ by, text }, turn) =>
      by === 'customer' ? findExpectations(text).map((expectation) => ({ ...expectation, turn })) : [],
    ),
    process: processScore(turns, hits, seen, mood),
    risk: outcomeRisk(coach, turns, hits),
  }
}
