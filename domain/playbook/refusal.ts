import type { Said } from '#domain/kernel/said.ts'

/** Why an event may not be added to a run now. */
export type RefusalFacts = {
  'run.notStarted': Record<never, never>
  'run.alreadyStarted': Record<never, never>
  'run.another': Record<never, never>
  'run.finished': Record<never, never>
  'run.notFinished': Record<never, never>
  'direction.notHere': { direction: 'inbound' | 'outbound' }
  'connect.first': Record<never, never>
  'step.unknown': { step: string }
  'step.notHere': { step: string }
  'branch.unknown': { branch: string }
  'check.unknown': { check: string }
  'skill.unknown': { skill: string }
  'person.first': Record<never, never>
  'person.notEntitled': Record<never, never>
  'identity.first': Record<never, never>
  'identity.failed': Record<never, never>
  'capture.known': Record<never, never>
  'capture.unknown': Record<never, never>
  'capture.empty': { kind: string }
  'capture.otherKind': Record<never, never>
  'promise.dayMissing': Record<never, never>
  'expectation.onlyHeard': Record<never, never>
  'suggestion.none': Record<never, never>
  'suggestion.beforeSolved': Record<never, never>
  'suggestion.notShown': Record<never, never>
  'missed.inbound': Record<never, never>
  'missed.unknown': { outcome: string }
  'finish.nobodyReached': Record<never, never>
  'finish.reasonNeeded': { missing: number }
  'reason.empty': Record<never, never>
}

export type Refusal = Said<RefusalFacts>

/** The refusals that need no facts. */
export type PlainRefusal = {
  [C in keyof RefusalFacts]: keyof RefusalFacts[C] extends never ? C : never
}[keyof RefusalFacts]
