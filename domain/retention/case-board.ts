import type { WorkingTime } from '#domain/kernel/working-hours.ts'
import { type CaseClock, type CaseTimes, clocksOf, standingOfClock, usualCaseTimes } from './case-clock.ts'
import { type CaseStage, type CaseState, stageOf, stages } from './case-state.ts'

/** A case as the board shows it: what it waits for first, and how that stands. */
export type CaseCard = {
  state: CaseState
  stage: CaseStage
  next: CaseClock | null
  standing: 'overdue' | 'soon' | 'running' | 'none'
}

export const cardOf = (state: CaseState, now: Date, time: WorkingTime, times: CaseTimes = usualCaseTimes): CaseCard => {
  const next = clocksOf(state, time, times)[0] ?? null
  return { state, stage: stageOf(state), next, standing: next ? standingOfClock(next, now, time.timeZone) : 'none' }
}

/** The board: every column in order, empty ones too; in each what is due first, of equal clocks the one with more money at risk. */
export const boardOf = (cards: readonly CaseCard[]): { stage: CaseStage; cards: CaseCard[] }[] =>
  stages.map((stage) => ({ stage, cards: cards.filter((card) => card.stage === stage).toSorted(byUrgency) }))

const dueOf = ({ next }: CaseCard): number => next?.dueAt.getTime() ?? Number.MAX_SAFE_INTEGER

const byUrgency = (one: CaseCard, other: CaseCard): number =>
  dueOf(one) - dueOf(other) ||
  (other.state.atRisk ?? 0) - (one.state.atRisk ?? 0) ||
  ((one.state.caseId ?? '') < (other.state.caseId ?? '') ? -1 : 1)
