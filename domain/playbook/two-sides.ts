import { holds } from './condition.ts'
import { type Playbook, type ServiceBasic, serviceBasics, type Step } from './definition.ts'
import type { Text } from './field.ts'
import { checksOf } from './progress.ts'
import { stepsOf } from './run.ts'
import type { RunState } from './state.ts'

/** How many of so many were done. */
type Share = { done: number; of: number }

/** A service as it was given, its two sides apart: never one sum, and no claim on how the customer felt it [S-43]. */
export type TwoSides = {
  /** The procedure: the required checks of the steps gone through. */
  procedural: Share
  /** The person: steps in which willingness, feeling or responsibility was shown, of those that have words for it. */
  personal: Share
  /** In how many of the steps that ask for it the customer's understanding was checked, in these words or as ticked [S-42]. */
  understanding: Share
  /** What shows each of the five basics, in the playbook's words; empty where nothing does [S-45]. */
  basics: { basic: ServiceBasic; evidence: Text[] }[]
}

/** Null for a playbook without skills: it says nothing of the personal side. */
export const twoSidesOf = (playbook: Playbook, state: RunState): TwoSides | null => {
  const steps = stepsOf(playbook, state).filter(({ id, kind }) => kind === 'talk' && wasIn(state, id))
  if (!playbook.steps.some(({ skills }) => skills.length > 0)) return null
  const musts = steps.flatMap((step) =>
    checksOf(step, state)
      .filter(({ required }) => required)
      .map(({ id }) => state.checks.includes(`${step.id}.${id}`)),
  )
  const emotional = ({ skills }: Step) => skills.filter(({ side }) => side === 'emotional')
  const confirming = ({ skills }: Step) => skills.filter(({ confirms }) => confirms)
  const checked = (step: Step): boolean =>
    checksOf(step, state).some(({ id, confirms }) => confirms && state.checks.includes(`${step.id}.${id}`))
  const shareOf = (skillsOf: (step: Step) => Step['skills'], also: (step: Step) => boolean = () => false): Share => {
    const asked = steps.filter((step) => skillsOf(step).length > 0)
    const done = asked.filter((step) => skillsOf(step).some(({ id }) => used(state, step, id)) || also(step))
    return { done: done.length, of: asked.length }
  }
  return {
    procedural: { done: musts.filter(Boolean).length, of: musts.length },
    personal: shareOf(emotional),
    understanding: shareOf(confirming, checked),
    basics: serviceBasics.map((basic) => ({ basic, evidence: steps.flatMap((step) => evidence(step, state, basic)) })),
  }
}

const wasIn = ({ step, spent, skipped }: RunState, id: string): boolean =>
  !skipped.includes(id) && (step === id || Object.hasOwn(spent, id))

const used = ({ skills }: RunState, step: Step, skill: string): boolean => skills.includes(`${step.id}.${skill}`)

const evidence = (step: Step, state: RunState, basic: ServiceBasic): Text[] => [
  ...step.skills.filter(({ id, shows }) => shows === basic && used(state, step, id)).map(({ label }) => label),
  ...step.checks
    .filter(({ id, shows, when }) => shows === basic && holds(when, state) && state.checks.includes(`${step.id}.${id}`))
    .map(({ label, evidence: said }) => said ?? label),
]
