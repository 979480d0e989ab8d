import type { Words } from '#domain/kernel/said.ts'
import { authorityEn } from './offer-words.en.ts'
import type { ClockKind } from './case-clock.ts'
import type { LetGoReason, Outcome } from './case-event.ts'
import type { ReasonId, ReasonSide } from './case-reason.ts'
import type { CaseFacts } from './case-refusal.ts'
import type { CaseStage, OfferingStanding } from './case-state.ts'
import { guardEn, lawEn } from './guard-words.en.ts'

export const stageNames: Record<CaseStage, string> = {
  signalled: 'Signalled',
  dispatched: 'Dispatched, to be reached',
  understanding: 'Understanding',
  offering: 'Talking it over',
  settled: 'Settled, outcome to come',
  following: 'To be followed up',
  learning: 'To be learnt from',
  closed: 'Closed',
}

export const offeringNames: Record<OfferingStanding, string> = {
  asked: 'Waiting for approval',
  approved: 'Approved',
  refused: 'Not approved',
  made: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined',
  thinking: 'Being thought over',
}

export const letGoNames: Record<LetGoReason, string> = {
  decided: 'The customer has decided',
  attemptsUsed: 'Everything has been talked over',
  nothingFits: 'Nothing we have fits',
  better: 'Elsewhere suits the customer better',
  circumstances: 'Circumstances changed (moved, closed down …)',
}

export const outcomeNames: Record<Outcome, string> = { stayed: 'Stayed', smaller: 'Stayed with less', left: 'Left' }

export const clockNames: Record<ClockKind, string> = {
  dispatch: 'Give it to somebody',
  reach: 'Reach the customer',
  showWayOut: 'Explain how to leave',
  approve: 'Decide on the offer',
  line: 'Write the one line',
  settle: 'Come to a result',
  end: 'Record the outcome',
  followUp: 'Follow up',
  learn: 'Write what was learnt',
}

export const sideNames: Record<ReasonSide, string> = {
  operator: 'On our side',
  competitor: 'Another provider',
  customer: 'The customer’s own',
}

export const reasonNames: Record<ReasonId, string> = {
  quality: 'Coverage or product quality',
  service: 'Service fell short',
  price: 'The price does not fit',
  outdated: 'The product is out of date',
  promise: 'A promise was not kept',
  rivalPrice: 'A better price elsewhere',
  rivalProduct: 'A better product elsewhere',
  rivalService: 'Better service elsewhere',
  unmetNeed: 'Something needed was not there',
  cheaper: 'Wants to spend less',
  contactLeft: 'The person in charge changed',
  trial: 'Wants to try another',
  others: 'People around have changed',
  moved: 'Moved away',
  ended: 'Closed down, or no longer needed',
  forgotten: 'Forgot to renew',
  unpaid: 'Stopped over an unpaid bill',
  unverified: 'Details were not verified',
  unsaid: 'The customer did not say',
}

const missing: Record<string, string> = {
  why: 'Say why in one line.',
  wording: 'Write what was said.',
  words: 'Write what the customer said.',
  line: 'Write one line: what it was for and what the customer said.',
  lesson: 'Write in one line what was learnt.',
}

const { 'authority.own': _own, ...overAuthority } = authorityEn

export const caseEn: Words<CaseFacts> = {
  ...guardEn,
  ...lawEn,
  ...overAuthority,
  'case.notOpened': () => 'This retention case has not been opened.',
  'case.alreadyOpened': () => 'This retention case is open already.',
  'case.another': () => 'This entry belongs to another retention case.',
  'case.closed': () => 'This case is closed; reopen it to go on.',
  'case.notClosed': () => 'This case is still under way; there is nothing to reopen.',
  'case.noOwner': () => 'Nobody has this case yet; dispatch it first.',
  'case.sameOwner': () => 'This colleague has the case already.',
  'case.wordsMissing': ({ what }) => missing[what] ?? 'Write a line.',
  'case.reachFirst': () => 'First reach the customer.',
  'case.reasonsFirst': () => 'First ask why, then offer.',
  'case.reasonsMissing': () => 'Choose at least one reason; “The customer did not say” is one.',
  'case.expectationsOpen': ({ open }) =>
    `${open} ${open === 1 ? 'expectation has' : 'expectations have'} no answer yet. Answer first, then agree.`,
  'case.settleFirst': () => 'First agree or part, then record this.',
  'case.settled': () => 'This case is settled. To talk again, follow up first, or reopen it.',
  'case.offeringKnown': () => 'This offer has been made already.',
  'case.offeringUnknown': () => 'This offer can no longer be found. Reload and try again.',
  'case.offeringNotMade': () => 'This offer has not been made to the customer, or is answered already.',
  'case.offeringRefused': () => 'This offer was not approved; choose another.',
  'case.offeringOpen': () => 'An offer still waits for the customer’s answer; record the answer first.',
  'case.offerNotAsApproved': () => 'This differs from what was approved. Offer that, or ask again.',
  'case.approvalNotAsked': () => 'No approval was asked for this offer.',
  'case.approvalDecided': () => 'This offer has been decided on already.',
  'case.ownApproval': () => 'Nobody approves their own request; ask somebody else.',
  'case.overApprover': () => 'This is beyond the approver’s limit; ask one level up.',
  'case.lineFirst': ({ lines }) =>
    `${lines} ${lines === 1 ? 'spending has' : 'spendings have'} no line yet. Write it, then close.`,
  'case.noRequest': () => 'The customer has not applied to leave; there is nothing to withdraw.',
  'case.outcomeFirst': () => 'First record the outcome: stayed or left.',
  'case.wayMissing': () => 'Record how the customer left.',
  'case.followedUp': () => 'The follow-up is done, so the outcome stands. If the customer comes back, reopen the case.',
  'case.followUpFirst': () => 'First follow up once, then write what was learnt.',
  'case.talkedAlready': () => 'The customer has been spoken with; settle the case instead of calling it off.',
  'case.badAmount': () => 'Amounts are whole fen, not below 0.',
}
