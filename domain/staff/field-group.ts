import type { Action } from './role.ts'
import { type Actor, covers, type Owned, reachOf, scopeOf } from './scope.ts'

/**
 * What is known of a customer, in groups that are granted together: each follows one action, and its reach [P-01…P-05, P-29]. Who asks who
 * sees a record is told the groups; what opens them are the scopes of those actions in each query.
 */
export const fieldGroups = {
  /** Who they are and how they like it: the file, with numbers and addresses masked. */
  file: 'customer.read',
  /** Bills, what they hold, and the risk computed from both. */
  bills: 'customer.read',
  /** Tier, rank and what a loss would cost. */
  value: 'value.read',
  /** Contacts, promises and cases: to lead and to write them. */
  contact: 'contact.run',
  /** To change what is written of them. */
  change: 'customer.write',
  /** A whole number, with a reason that is kept. */
  number: 'customer.reveal',
  /** To take a list of customers out of the house. */
  export: 'customer.export',
  /** Everything at once, for the person it is about. */
  personal: 'customer.personal',
  /** To take the person out of it for good. */
  erase: 'customer.erase',
  /** To give the customer to somebody else. */
  assign: 'customer.assign',
} as const satisfies Record<string, Action>
export type FieldGroup = keyof typeof fieldGroups

const names = Object.keys(fieldGroups) as FieldGroup[]

/** What staff say about themselves: nobody reads it of anybody else, in whatever role [H-42, R-28]. */
export const ofOneselfAlone = ['coachMarks', 'strain', 'gratitude', 'practice'] as const

/** The groups somebody may see of one customer; of a record without one, those their roles hold at all. */
export const groupsOn = (actor: Actor, owned: Owned | null): FieldGroup[] =>
  names.filter((group) => {
    const action = fieldGroups[group]
    return owned === null ? reachOf(actor.roles, action) !== null : covers(scopeOf(actor, action), owned)
  })
