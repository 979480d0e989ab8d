import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'

/** A campaign that holds out a random share of its customers, so that what it causes can be measured. `seed` is drawn once and never changed. */
export type Holdout = { campaignId: Id; seed: string; share: number }

export type Arm = 'contacted' | 'heldOut'

/**
 * Where a customer stands in a campaign, by the seed alone: the same answer on every machine, in whatever order customers are asked, with
 * nothing stored. Each customer is held out with a chance of exactly `share` (0…1), apart from every other customer and every other seed.
 * A larger share of the same seed holds out the same customers and some more. Assign by customer, never by number: two lines of one
 * person in two arms would talk to each other.
 */
export const armOf = ({ seed, share }: Holdout, customerId: Id): Arm =>
  placeOf(seed, customerId) < share ? 'heldOut' : 'contacted'

/** A customer's place in [0, 1) under a seed, in steps of 2^-53. */
export const placeOf = (seed: string, customerId: Id): number => {
  let high = 0x9e3779b9
  let low = 0x85ebca6b
  const mark = seed.length
  // the seed, a mark no text holds, the customer: ('ab', 'c') is not ('a', 'bc')
  for (let i = 0; i <= mark + customerId.length; i++) {
    const unit = i < mark ? seed.charCodeAt(i) : i === mark ? 0x1ffff : customerId.charCodeAt(i - mark - 1)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
    high = (high << 13) | (high >>> 19)
    low = (low << 17) | (low >>> 15)
  }
  const top = mixed(high ^ (low >>> 11))
  const bottom = mixed(low ^ (top >>> 7))
  return ((top >>> 0) * 2 ** 21 + (bottom >>> 11)) / 2 ** 53
}

/** Every bit of the input moves half of the bits of the answer (the finish of MurmurHash3, Appleby 2011). */
const mixed = (bits: number): number => {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

export const contactCauses = ['campaign', 'promise', 'complaint', 'request', 'reminder', 'fault', 'care'] as const
/** Why a contact is due. `request`: anything the customer asked for, the way out included. */
export type ContactCause = (typeof contactCauses)[number]

/** What a contact is for, by what brought the customer up; a reason that is not here is care. */
const causesOfOccasions: Readonly<Record<string, ContactCause>> = {
  promise: 'promise',
  appointment: 'promise',
  untold: 'promise',
  callback: 'request',
  request: 'request',
  expectation: 'request',
  porting: 'request',
  complaint: 'complaint',
  complaintNext: 'complaint',
  escalated: 'complaint',
  feeling: 'complaint',
  faultUntold: 'fault',
  billJump: 'reminder',
  contract: 'reminder',
  points: 'reminder',
  market: 'reminder',
  task: 'reminder',
  // a score alone is nothing the customer waits for
  risk: 'campaign',
}

/**
 * What a contact by a campaign's playbook is for: the campaign's, when nothing else brought the customer up or only the campaign's own
 * task (`own`) or a score did; else the first thing that did.
 */
export const causeOf = (occasions: readonly { kind: string; own: boolean }[]): ContactCause =>
  occasions
    .map(({ kind, own }) => (own ? 'campaign' : (causesOfOccasions[kind] ?? 'care')))
    .find((cause) => cause !== 'campaign') ?? 'campaign'

export type DueContact = { cause: ContactCause; campaignId: Id | null }

export type HoldoutFacts = {
  'holdout.held': Record<string, never>
  'holdout.goes': { cause: ContactCause }
  'holdout.otherCampaign': Record<string, never>
}

/**
 * Whether a contact goes to a customer who is held out. A holdout withholds the contact of its own campaign and nothing else: promises,
 * complaints, reminders, faults, care and whatever the customer asked for always go, and so does every other campaign. A customer so
 * reached stays in the arm the seed gave.
 */
export const goesOut = (
  { cause, campaignId }: DueContact,
  holdout: Holdout,
  arm: Arm,
): { goes: boolean; said: Said<HoldoutFacts> } => {
  if (cause !== 'campaign') return { goes: true, said: { code: 'holdout.goes', params: { cause } } }
  if (campaignId !== holdout.campaignId) return { goes: true, said: { code: 'holdout.otherCampaign', params: {} } }
  return arm === 'contacted'
    ? { goes: true, said: { code: 'holdout.goes', params: { cause } } }
    : { goes: false, said: { code: 'holdout.held', params: {} } }
}
