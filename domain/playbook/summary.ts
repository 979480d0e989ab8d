import type { Id } from '#domain/kernel/id.ts'
import { type Capture, standing } from './capture.ts'
import type { Direction, MissedOutcome, Playbook, PlaybookTask } from './definition.ts'
import type { Appointment, CaseWish, FollowUp } from './event.ts'
import { checksOf, missingChecks } from './progress.ts'
import { holds } from './condition.ts'
import { stepsOf } from './run.ts'
import type { RunState } from './state.ts'

/** What finishing writes: the screen counts it beforehand, the server files it. Ids make filing twice the same as once. */
export type RunSummary = {
  customerId: Id | null
  /** Null when nobody was reached: an attempt is not a contact. */
  touch: { direction: Direction; from: Date; to: Date | null; notes: string } | null
  attempt: { outcome: MissedOutcome; at: Date; retryAt: Date | null } | null
  promises: Capture<'promise'>[]
  /** In the customer's own order, first is rank 1. */
  expectations: Capture<'expectation'>[]
  needs: Capture<'need'>[]
  cues: Capture<'cue'>[]
  suggestions: { suggestion: string; answer: 'shown' | 'accepted' | 'declined' }[]
  followUp: FollowUp | null
  appointment: Appointment | null
  offers: RunState['offers']
  /** What the visit was for, by id. */
  purposes: readonly string[]
  /** Forms to fill from this run, by their layout [P-19]. */
  forms: { form: string; signed: boolean }[]
  /** What is to be done another day because of how this went. */
  tasks: PlaybookTask[]
  /** Checks taken as in order and unticked: the exceptions of a round. */
  exceptions: string[]
  /** What was found out about the market, by topic [K-33]. */
  market: RunState['market']
  /** Whether the visit reached what it was for, and what it gained and lacked [S-39][S-40]. */
  goal: RunState['goal']
  visit: RunState['visit']
  early: RunState['early']
  serviceCase: CaseWish | null
  /** Such calls are not wanted any more. */
  noMore: RunState['noMore']
  /** Required checks left out, as `step.check`, with the one-line reason given for it. */
  leftOut: { checks: string[]; reason: string }
}

export const summaryOf = (playbook: Playbook, state: RunState): RunSummary => ({
  customerId: state.context?.customerId ?? null,
  touch: touchOf(state),
  attempt: state.missed,
  promises: standing(state.captures, 'promise'),
  expectations: standing(state.captures, 'expectation'),
  needs: standing(state.captures, 'need'),
  cues: standing(state.captures, 'cue'),
  suggestions: Object.entries(state.suggestions).map(([suggestion, answer]) => ({ suggestion, answer })),
  followUp: state.followUp,
  appointment: state.appointment,
  offers: state.offers,
  purposes: state.purposes,
  forms: state.connectedAt === null || state.missed ? [] : formsOf(playbook, state),
  tasks: state.connectedAt === null || state.missed ? [] : tasksOf(playbook, state),
  exceptions: exceptionsOf(playbook, state),
  market: state.market,
  goal: state.goal,
  visit: state.visit,
  early: state.early,
  serviceCase: state.serviceCase,
  noMore: state.noMore,
  leftOut: {
    checks: state.missed ? [] : missingChecks(playbook, state),
    reason: state.finished?.reason ?? '',
  },
})

/** The forms this run calls for. */
const formsOf = ({ forms = [] }: Playbook, state: RunState): RunSummary['forms'] =>
  forms.filter(({ when }) => holds(when, state)).map(({ form, signed }) => ({ form, signed: signed ?? false }))

const tasksOf = ({ tasks = [] }: Playbook, state: RunState): PlaybookTask[] =>
  tasks.filter(({ when }) => holds(when, state))

/** Checks taken as in order and unticked, as `step.check`. */
export const exceptionsOf = (playbook: Playbook, state: RunState): string[] =>
  stepsOf(playbook, state).flatMap((step) =>
    checksOf(step, state)
      .filter(({ id, assumed }) => assumed && !state.checks.includes(`${step.id}.${id}`))
      .map(({ id }) => `${step.id}.${id}`),
  )

const touchOf = (state: RunState): RunSummary['touch'] =>
  state.context && state.connectedAt && !state.missed
    ? {
        direction: state.context.direction,
        from: state.connectedAt,
        to: state.finished?.at ?? null,
        notes: state.notes.map(({ text }) => text).join('\n'),
      }
    : null
