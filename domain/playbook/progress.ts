import { holds } from './condition.ts'
import type { Check, Playbook, Step } from './definition.ts'
import type { Text } from './field.ts'
import { stepsOf } from './run.ts'
import type { RunState } from './state.ts'

/** The checks of a step that apply to this customer and direction. */
export const checksOf = (step: Step, state: RunState): Check[] => step.checks.filter(({ when }) => holds(when, state))

/** Required checks not done, as `step.check`, over the whole run but for the steps a branch passed over. */
export const missingChecks = (playbook: Playbook, state: RunState): string[] =>
  stepsOf(playbook, state)
    .filter((step) => !state.skipped.includes(step.id) && (wasEntered(step, state) || isOnTheWay(step, state)))
    .flatMap((step) => openMusts(step, state))

/** What was left out, step by step in the playbook's words. */
export const leftOutOf = (playbook: Playbook, state: RunState): { step: Text; checks: Text[] }[] => {
  const missing = missingChecks(playbook, state)
  return playbook.steps.flatMap(({ id, title, checks }) => {
    const open = checks.filter((check) => missing.includes(`${id}.${check.id}`)).map(({ label }) => label)
    return open.length > 0 ? [{ step: title, checks: open }] : []
  })
}

const openMusts = (step: Step, state: RunState): string[] =>
  checksOf(step, state)
    .filter(({ required }) => required)
    .map(({ id }) => `${step.id}.${id}`)
    .filter((name) => !state.checks.includes(name))

/** How a step stands beside the one on the screen. */
export type StepStanding = { is: 'here' | 'ahead' | 'done' } | { is: 'half'; open: number }

/**
 * A step is done once it was gone through and none of its musts is open; gone through with musts open it stands half, with their
 * number, so that nothing looks done that was not. A step a branch passed over owes nothing; once the run is filed none is here. [S-41]
 */
export const standingOf = (playbook: Playbook, step: Step, state: RunState): StepStanding => {
  const here = step.id === state.step
  if (here && !state.finished) return { is: 'here' }
  const ids = stepsOf(playbook, state).map(({ id }) => id)
  const behind = here || (state.spent[step.id] !== undefined && ids.indexOf(step.id) < ids.indexOf(state.step ?? ''))
  if (!behind && !isTouched(step, state)) return { is: 'ahead' }
  const open = state.skipped.includes(step.id) ? 0 : openMusts(step, state).length
  return open > 0 ? { is: 'half', open } : { is: 'done' }
}

/** Something in it was done by hand: what ticked itself does not make a step look begun. */
const isTouched = ({ id, skills, checks }: Step, state: RunState): boolean =>
  skills.some((skill) => state.skills.includes(`${id}.${skill.id}`)) ||
  checks.some((check) => !check.assumed && !check.seen && state.checks.includes(`${id}.${check.id}`))

/** A step aside waits for its branch, and nobody can prepare for a call that comes in. */
const isOnTheWay = ({ aside, kind }: Step, { context }: RunState): boolean =>
  !aside && !(kind === 'prepare' && context?.direction === 'inbound')

const wasEntered = ({ id }: Step, { step, spent }: RunState): boolean => step === id || Object.hasOwn(spent, id)

/** What shows that a step was done: the skills shown and the checks made, in the playbook's words. What was only assumed shows nothing. */
export const evidenceOf = (step: Step, state: RunState): Text[] => [
  ...step.skills.filter(({ id }) => state.skills.includes(`${step.id}.${id}`)).map(({ label }) => label),
  ...checksOf(step, state)
    .filter(({ id, assumed }) => !assumed && state.checks.includes(`${step.id}.${id}`))
    .map(({ label, evidence }) => evidence ?? label),
]

/** The step after the one on the screen; null at the last. */
export const nextStep = (playbook: Playbook, state: RunState): Step | null => neighbour(playbook, state, 1)

export const previousStep = (playbook: Playbook, state: RunState): Step | null => neighbour(playbook, state, -1)

const neighbour = (playbook: Playbook, state: RunState, by: 1 | -1): Step | null => {
  const steps = stepsOf(playbook, state).filter(({ id, aside }) => !aside || id === state.step)
  const here = steps.findIndex(({ id }) => id === state.step)
  return here < 0 ? null : (steps[here + by] ?? null)
}
