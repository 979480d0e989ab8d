import type { Words } from '#domain/kernel/said.ts'
import { clockText } from '#domain/kernel/zone.ts'
import type { GateFacts } from './contact-gate.ts'
import type { Outcome } from './outcome.ts'
import type { PromiseRefusalFacts, PromiseStanding, PromiseStep } from './promise-ledger.ts'
import type { TouchPurpose } from './touch.ts'

const purposes: Record<string, string> = {
  service: 'service contact',
  care: 'care contact',
  invitation: 'invitation',
  warning: 'reminder',
  selling: 'product offer',
  survey: 'survey',
}

const channels: Record<string, string> = { call: 'phone', message: 'message', visit: 'visit' }

export const gateWords: Words<GateFacts> = {
  'gate.consent': ({ purpose }) => `No consent has been given yet for a ${purposes[purpose] ?? purpose}.`,
  'gate.refused': ({ purpose }) => `Has asked for no ${purposes[purpose] ?? purpose}.`,
  'gate.channel': ({ channel }) => `Prefers not to be contacted by ${channels[channel] ?? channel}.`,
  'gate.disturb': ({ until }) =>
    until === null ? 'Has asked not to be disturbed.' : `Has asked not to be disturbed until ${until}.`,
  'gate.early': ({ from }) => `Too early; contact after ${clockText(from)}.`,
  'gate.late': ({ until }) => `No contact after ${clockText(until)}.`,
  'gate.noon': ({ from, to }) => `${clockText(from)}–${clockText(to)} is the midday rest.`,
  'gate.monday': ({ from }) => `Monday mornings are for meetings; contact after ${clockText(from)}.`,
  'gate.often': ({ purpose, times, days, last }) =>
    `Already ${times === 1 ? 'one' : times} ${purposes[purpose] ?? purpose}${times === 1 ? '' : 's'} within ${days} days, the last on ${last}.`,
  'gate.survey': ({ days }) => `No product offer within ${days} days of a long survey.`,
  'gate.heldOut': ({ campaign, until }) =>
    `In the control group of “${campaign}”: no contact for it before the result is read on ${until}. Promises, complaints and what the customer asks for go as ever.`,
  'gate.leaveBe': ({ campaign, until }) =>
    `“${campaign}” showed that such contact makes customers like this leave: left in peace until ${until}.`,
}

export const outcomeNames: Record<Outcome, string> = {
  reached: 'Reached',
  no_answer: 'No answer',
  off: 'Switched off',
  busy: 'Busy',
  refused: 'Refused',
  wrong_person: 'Wrong person',
  empty_number: 'Number not in use',
}

export const promiseStandingNames: Record<PromiseStanding, string> = {
  open: 'Not due yet',
  today: 'Due today',
  overdue: 'Overdue',
  kept: 'Kept',
  late: 'Kept late',
  broken: 'Broken',
  withdrawn: 'Released by the customer',
}

export const promiseMoveNames: Record<PromiseStep['move'], string> = {
  made: 'Promised',
  kept: 'Kept',
  broken: 'Broken',
  withdrawn: 'Released by the customer',
  told: 'Customer told',
  handedOver: 'Handed to a colleague',
  postponed: 'New day, customer told',
  reopened: 'Reopened',
  dayRestored: 'New day taken back',
}

const standings: Record<string, string> = { ...promiseStandingNames, open: 'Open' }

export const promiseRefusals: Words<PromiseRefusalFacts> = {
  'promise.settled': ({ state }) => `${standings[state] ?? state} already; reopen it to change it.`,
  'promise.notSettled': () => 'This promise is still open; there is nothing to reopen.',
  'promise.reasonNeeded': () => 'Say in one line why it was not kept, and think how the customer will hear of it.',
  'promise.releaseNeeded': () =>
    'Write the customer’s own words: it can be taken back only when the customer says it is not needed.',
  'promise.tellFirst': () => 'A new day is told to the customer first: write what was said.',
  'promise.notLater': () => 'The new day must be later than the old one, and later than now.',
  'promise.sameOwner': () => 'Please choose another colleague.',
  'promise.noKeeper': ({ name }) => `${name} has no contact with this customer; please choose another colleague.`,
  'promise.dayPast': () => 'That day is over; choose today or a later day.',
  'promise.toldBeforeMade': () =>
    'The customer cannot have heard of it before it was promised; enter when it was told.',
}

export const purposeNames: Record<TouchPurpose, string> = {
  service: 'Service',
  care: 'Care',
  sales: 'Offer',
  survey: 'Survey',
  retention: 'Keeping',
  complaint: 'Complaint',
}
