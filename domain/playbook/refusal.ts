import type { Said } from '#domain/kernel/said.ts'
import type { None } from './problem.ts'

/** Why an event may not be added to a run now. */
export type RefusalFacts = {
  'run.notStarted': None
  'run.alreadyStarted': None
  'run.another': None
  'run.unreadable': None
  'run.finished': None
  'run.notFinished': None
  'direction.notHere': { direction: 'inbound' | 'outbound' }
  'connect.first': None
  'connect.again': None
  'aim.first': None
  'aim.empty': None
  'purpose.first': None
  'purpose.unknown': { purpose: string }
  'appointment.form': None
  'offer.none': None
  'offer.empty': None
  'offer.unknown': None
  'offer.onCase': None
  'offer.settled': None
  'offer.wayOutFirst': None
  'offer.spent': { most: number }
  'step.early': { step: string; missing: string }
  'step.unknown': { step: string }
  'step.notHere': { step: string }
  'branch.unknown': { branch: string }
  'check.unknown': { check: string }
  'skill.unknown': { skill: string }
  'person.first': None
  'person.notEntitled': None
  'identity.first': None
  'identity.failed': None
  'capture.known': None
  'capture.unknown': None
  'capture.empty': { kind: string }
  'capture.otherKind': None
  'promise.dayMissing': None
  'expectation.onlyHeard': None
  'suggestion.none': None
  'suggestion.beforeSolved': None
  'suggestion.notShown': None
  'missed.inbound': None
  'missed.unknown': { outcome: string }
  'finish.nobodyReached': None
  'finish.reasonNeeded': { missing: number }
  'finish.followUpNeeded': { days: number }
  'reason.empty': None
  'wording.forbidden': { words: string; zh: string; en: string; rewrite: string | null }
  /** Words to a customer who may leave that guard or law forbid, told whole in each language. */
  'wording.unlawful': { zh: string; en: string }
}

export type Refusal = Said<RefusalFacts>

/** The refusals that need no facts. */
export type PlainRefusal = {
  [C in keyof RefusalFacts]: RefusalFacts[C] extends None ? C : never
}[keyof RefusalFacts]
