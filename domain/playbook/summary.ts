import type { Id } from '#domain/kernel/id.ts'
import { type Capture, standing } from './capture.ts'
import type { Direction, MissedOutcome, Playbook } from './definition.ts'
import type { CaseWish, FollowUp } from './event.ts'
import { missingChecks } from './progress.ts'
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
  serviceCase: CaseWish | null
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
  serviceCase: state.serviceCase,
  leftOut: {
    checks: state.missed ? [] : missingChecks(playbook, state),
    reason: state.finished?.reason ?? '',
  },
})

const touchOf = (state: RunState): RunSummary['touch'] =>
  state.context && state.connectedAt && !state.missed
    ? {
        direction: state.context.direction,
        from: state.connectedAt,
        to: state.finished?.at ?? null,
        notes: state.notes.map(({ text }) => text).join('\n'),
      }
    : null
