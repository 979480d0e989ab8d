import type { CustomerKind } from './definition.ts'
import type { KnownFacts } from './disclosure.ts'

type Called = {
  kind: CustomerKind
  name: string
  /** The chosen form of address, else the name. */
  calledBy: string
  /** The contact person the run is held with. */
  person: { name: string } | null
}

/**
 * The facts without a form of address nobody is called by: a company is greeted by the person one deals with there, never by its
 * own name, and a customer still known by a code (digits, no name of its own) by none. The line's fallback is said instead. [K-35]
 */
export const greetable = (facts: KnownFacts, called: Called): KnownFacts => {
  if (isAddressed(called)) return facts
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key !== 'address'))
}

/** Whether there is a name to greet this customer by. */
export const isAddressed = ({ kind, name, calledBy, person }: Called): boolean => {
  if (person) return !isCode(person.name)
  if (calledBy !== name) return true
  return kind === 'person' && !isCode(name)
}

/** No person's name holds a digit. */
const isCode = (name: string): boolean => /\d/u.test(name)
