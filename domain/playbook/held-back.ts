import { standing } from './capture.ts'
import type { Playbook, Step } from './definition.ts'
import { stepsOf } from './run.ts'
import type { RunState } from './state.ts'

/** Why nothing is offered in this contact for now: it is tense, or the customer said that they only want to be heard. */
export type HeldBack = 'tense' | 'heard'

/** While it holds, nothing is put to the customer, and the closing says that they were understood. */
export const heldBack = ({ tense, captures }: RunState): HeldBack | null => {
  if (tense) return 'tense'
  return standing(captures, 'expectation').some(({ sort }) => sort === 'heard') ? 'heard' : null
}

/** Whether this step is the last of the talk and says nothing but that they were understood; what was promised is still read back. */
export const understandsOnly = (playbook: Playbook, state: RunState, step: Step): boolean => {
  const last = stepsOf(playbook, state).findLast(({ kind, aside }) => kind === 'talk' && !aside)
  return heldBack(state) !== null && last?.id === step.id && standing(state.captures, 'promise').length === 0
}
