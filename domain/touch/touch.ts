import type { Source } from '#domain/customer/completeness.ts'
import type { ConsentPurpose } from '#domain/customer/file.ts'
import type { Channel, Purpose } from './contact-gate.ts'

/** Where people meet us [S-01]. */
export const touchChannels = ['call', 'visit', 'hall', 'lounge', 'hotline', 'message', 'mail', 'event'] as const
export type TouchChannel = (typeof touchChannels)[number]

export const touchPurposes = ['service', 'care', 'sales', 'survey', 'retention', 'complaint'] as const
export type TouchPurpose = (typeof touchPurposes)[number]

/** `active`: we came to the customer; `passive`: the customer came to us. */
export type TouchDirection = 'active' | 'passive'

/** The purpose as the contact gate weighs it: to keep a customer is a warning's business, a complaint is the customer's own matter. */
export const gatePurposeOf = (purpose: TouchPurpose): Purpose => gatePurposes[purpose]

const gatePurposes: Readonly<Record<TouchPurpose, Purpose>> = {
  service: 'service',
  care: 'care',
  sales: 'selling',
  survey: 'survey',
  retention: 'warning',
  complaint: 'service',
}

/**
 * The consent a customer takes back who wants no more contact for a purpose; who is not to be kept is left in peace altogether. Null for
 * a complaint: its answer is owed.
 */
export const consentPurposeOf = (purpose: TouchPurpose): ConsentPurpose | null => {
  if (purpose === 'complaint') return null
  return purpose === 'retention' ? 'any' : purpose
}

/** The channel as the gate knows it; null where the customer comes to a place of ours, or to an event by invitation. */
export const gateChannelOf = (channel: TouchChannel): Channel | null => {
  if (channel === 'call' || channel === 'hotline') return 'call'
  if (channel === 'message' || channel === 'mail') return 'message'
  return channel === 'visit' ? 'visit' : null
}

/** How a fact told on a channel was learnt [K-36]. */
export const sourceOfChannel: Readonly<Record<TouchChannel, Source>> = {
  call: 'call',
  hotline: 'call',
  visit: 'visit',
  hall: 'hall',
  lounge: 'hall',
  message: 'message',
  mail: 'message',
  event: 'event',
}

/** Why one reaches out, by what brought the customer up on Today. What they wait for is service; the rest is ours. */
export const purposeOfOccasion = (kind: string): TouchPurpose => occasionPurposes[kind] ?? 'care'

const occasionPurposes: Readonly<Record<string, TouchPurpose>> = {
  promise: 'service',
  callback: 'service',
  appointment: 'service',
  untold: 'service',
  complaint: 'complaint',
  complaintNext: 'complaint',
  escalated: 'complaint',
  feeling: 'service',
  expectation: 'service',
  faultUntold: 'service',
  billJump: 'service',
  market: 'service',
  retention: 'retention',
  porting: 'retention',
  risk: 'retention',
  contract: 'retention',
  tierDown: 'retention',
  tierUp: 'sales',
}
