import type { Playbook, Step } from './definition.ts'
import { standingOf } from './progress.ts'
import { stepsOf } from './run.ts'
import type { RunState } from './state.ts'

/** What a visit is rehearsed by: feature, advantage, benefit, evidence; and what is written once it is over, gained or lacking [S-33][S-39]. */
export const visitTopics = ['feature', 'advantage', 'benefit', 'evidence', 'gained', 'lacking'] as const
export type VisitTopic = (typeof visitTopics)[number]

/** Whether what the visit was for came about. */
export const goalAnswers = ['yes', 'partly', 'no'] as const
export type GoalAnswer = (typeof goalAnswers)[number]

/** The six stages of a visit [S-40]. */
export const visitStages = ['information', 'purpose', 'appointment', 'preparation', 'meeting', 'review'] as const
export type VisitStage = (typeof visitStages)[number]

/** Where a step belongs in a visit: the first one before the door is for knowing, the last one the way there, the last talk the leaving. */
export type VisitPlace = 'know' | 'ready' | 'way' | 'meeting' | 'leave' | 'review'

/** Only what has purposes is a visit of six stages; a round of a shop has steps of its own. */
export const isStaged = ({ purposes }: Playbook): boolean => purposes !== undefined

export const placeInVisit = (playbook: Playbook, state: RunState, { id, kind }: Step): VisitPlace => {
  if (kind === 'after') return 'review'
  const alike = stepsOf(playbook, state).filter((step) => step.kind === kind && !step.aside)
  const isLast = alike.at(-1)?.id === id
  if (kind === 'talk') return isLast ? 'leave' : 'meeting'
  if (alike[0]?.id === id) return 'know'
  return isLast ? 'way' : 'ready'
}

const stageOf: Record<VisitPlace, VisitStage> = {
  know: 'information',
  ready: 'preparation',
  way: 'preparation',
  meeting: 'meeting',
  leave: 'meeting',
  review: 'review',
}

/** How a stage stands; `open` musts of it were passed over. `spent` is what it took so far, in milliseconds, null where nothing was timed. */
export type StageStanding = {
  stage: VisitStage
  is: 'here' | 'done' | 'half' | 'ahead'
  open: number
  spent: number | null
}

/** All six in order. `agreed`: the visit was agreed beforehand; one begun on the spot never was. */
export const stagesOf = (playbook: Playbook, state: RunState, agreed: boolean): StageStanding[] => {
  const whole = (done: boolean): Omit<StageStanding, 'stage'> => ({ is: done ? 'done' : 'half', open: 0, spent: null })
  return visitStages.map((stage) => {
    if (stage === 'purpose') return { stage, ...whole(state.purposes.length > 0) }
    if (stage === 'appointment') return { stage, ...whole(agreed) }
    return { stage, ...walked(playbook, state, stage) }
  })
}

const walked = (playbook: Playbook, state: RunState, stage: VisitStage): Omit<StageStanding, 'stage'> => {
  const steps = stepsOf(playbook, state).filter((step) => stageOf[placeInVisit(playbook, state, step)] === stage)
  const each = steps.map((step) => standingOf(playbook, step, state))
  const open = each.reduce((sum, one) => sum + (one.is === 'half' ? one.open : 0), 0)
  const timed = steps.map(({ id }) => state.spent[id]).filter((time) => time !== undefined)
  const is = each.some((one) => one.is === 'here')
    ? 'here'
    : open > 0
      ? 'half'
      : each.some((one) => one.is === 'done')
        ? 'done'
        : 'ahead'
  return { is, open, spent: timed.length > 0 ? timed.reduce((sum, time) => sum + time, 0) : null }
}
