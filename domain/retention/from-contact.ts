import type { Id } from '#domain/kernel/id.ts'
import type { CaseHappening } from './case-event.ts'
import { type CaseState, isClosed } from './case-state.ts'

/** A filed contact as a retention case hears of it. */
export type HeldContact = {
  touch: Id
  direction: 'inbound' | 'outbound'
  reached: boolean
  /** Led by a playbook that persuades; any other one helps. */
  persuading: boolean
  /** What the customer hoped for in it, as the ledger has it. */
  expectations: readonly Id[]
  /** The way out was gone through with the customer. */
  wayOutTold: boolean
}

/**
 * What a contact adds to the customer's open case, so that nobody writes down twice what they have just said: the talk itself, which
 * counts against the guard when it persuaded, the hopes it brought, and the way out where it was told. Nothing to a closed
 * case or one nobody has. Once a word is settled, or the customer has applied to leave, a talk is help whatever led it.
 */
export const toldByContact = (state: CaseState, contact: HeldContact): CaseHappening[] => {
  if (state.caseId === null || state.ownerId === null || isClosed(state)) return []
  const { touch, direction, reached, persuading } = contact
  const still = persuading && state.settled === null && state.leave.requestedAt === null
  const talk: CaseHappening = { type: 'talked', touch, direction, reached, about: still ? 'staying' : 'helping' }
  if (!reached) return [talk]
  const hopes = still ? contact.expectations.filter((id) => !state.expectations.includes(id)) : []
  return [
    talk,
    ...(contact.wayOutTold ? [{ type: 'wayOutShown' as const, how: 'said' as const }] : []),
    ...hopes.map((expectation) => ({ type: 'expectationTaken' as const, expectation })),
  ]
}
