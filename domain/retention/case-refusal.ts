import type { Said } from '#domain/kernel/said.ts'
import type { AuthorityFacts } from './authority.ts'
import type { GuardFacts } from './guard.ts'
import type { LawFacts } from './law.ts'

type None = Readonly<Record<string, never>>

/** Why an event may not be added to a retention case now. */
type CaseRefusalFacts = {
  'case.notOpened': None
  'case.alreadyOpened': None
  'case.another': None
  'case.closed': None
  'case.notClosed': None
  'case.noOwner': None
  'case.sameOwner': None
  'case.wordsMissing': { what: string }
  'case.reachFirst': None
  'case.reasonsFirst': None
  'case.reasonsMissing': None
  'case.expectationsOpen': { open: number }
  'case.settleFirst': None
  'case.settled': None
  'case.offeringKnown': None
  'case.offeringUnknown': None
  'case.offeringNotMade': None
  'case.offeringRefused': None
  'case.offeringOpen': None
  'case.offerNotAsApproved': None
  'case.approvalNotAsked': None
  'case.approvalDecided': None
  'case.ownApproval': None
  'case.overApprover': None
  'case.lineFirst': { lines: number }
  'case.noRequest': None
  'case.outcomeFirst': None
  'case.wayMissing': None
  'case.followedUp': None
  'case.followUpFirst': None
  'case.talkedAlready': None
  'case.badAmount': None
}

export type CaseFacts = CaseRefusalFacts &
  Pick<AuthorityFacts, 'authority.overCase' | 'authority.overMonth'> &
  GuardFacts &
  LawFacts

export type CaseRefusal = Said<CaseFacts>

/** The refusals that need no facts. */
export type PlainCaseRefusal = {
  [C in keyof CaseRefusalFacts]: CaseRefusalFacts[C] extends None ? C : never
}[keyof CaseRefusalFacts]
