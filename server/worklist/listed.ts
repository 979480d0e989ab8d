import { calledBy } from '#domain/customer/address-form.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { BookCustomer } from './book.ts'
import type { Ledgers } from './ledgers.ts'

/** How a row names a customer: a person as they are called, a group or an outlet by the one who decides there. */
export const listedAs = (customer: BookCustomer, people: Ledgers['people']) => ({
  customerId: customer.id,
  kind: customer.kind,
  calledBy: customer.kind === 'person' ? calledBy(customer) : (deciderOf(customer.id, people) ?? calledBy(customer)),
  name: customer.name,
  reading: customer.reading,
  tier: customer.tier,
  paid12Fen: customer.paid12,
})

export const deciderOf = (customerId: Id, people: Ledgers['people']): string | null => {
  const here = people.filter(({ customer_id }) => customer_id === customerId)
  const person = here.find(({ decision_role }) => decision_role === 'decider') ?? here[0]
  return person ? calledBy({ name: person.name, addressForm: person.address_form }) : null
}
