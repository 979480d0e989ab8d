import type { Words } from '#domain/kernel/said.ts'
import { clockText } from '#domain/kernel/zone.ts'
import type { GateFacts } from './contact-gate.ts'
import type { Outcome } from './outcome.ts'
import type { PromiseKind } from './promise.ts'

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
  'gate.often': ({ purpose, times, days }) =>
    `Already ${times === 1 ? 'one' : times} ${purposes[purpose] ?? purpose}${times === 1 ? '' : 's'} within ${days} days.`,
  'gate.survey': ({ days }) => `No product offer within ${days} days of a long survey.`,
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

export const promiseKindNames: Record<PromiseKind, string> = {
  call: 'Call back',
  visit: 'Visit',
  reply: 'Answer',
  refund: 'Refund',
  deliver: 'Deliver',
  send: 'Send',
  fix: 'Get done',
  other: 'Other',
}
