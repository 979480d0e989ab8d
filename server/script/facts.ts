import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { scriptEndpoints } from '#api/script.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { factsAround, slotsAhead } from '#server/playbook/around.ts'
import { knownFacts } from '#server/playbook/facts.ts'

type Facts = Reply<(typeof scriptEndpoints)['GET /api/customers/:id/script-facts']>

/** No contact has this id: outside one there is nothing of its own to leave out. */
const NO_RUN = '00000000-0000-0000-0000-000000000000'

/** What words can be filled with for one customer outside a contact, in the reader's own name. */
export const scriptFacts = async (db: Db, caller: Caller, now: Date, customerId: string): Promise<Facts> => {
  const customer = await requireCustomer(db, caller, customerId, 'contact.run')
  const run = { id: NO_RUN, staff_id: caller.staffId }
  const person = await firstPerson(db, caller, customerId)
  const subject = {
    id: customer.id,
    code: customer.code,
    kind: customer.kind,
    name: customer.name,
    addressForm: customer.address_form,
    since: customer.since,
    personName: person?.name ?? null,
    personForm: person?.address_form ?? null,
  }
  const slots = await slotsAhead(db, caller, now, customerId)
  const [known, around, { contacts }] = await Promise.all([
    knownFacts(db, caller, run, subject, now),
    factsAround(db, caller, { customerId, occasions: [] }, slots, now),
    db
      .selectFrom('touch')
      .select(sql<number>`count(*)::int`.as('contacts'))
      .where('branch_id', '=', caller.branchId)
      .where('customer_id', '=', customerId)
      .where('reached', '=', true)
      .executeTakeFirstOrThrow(),
  ])
  return { facts: { ...known, ...around }, kind: customer.kind, calledBy: calledBy(subject), contacts }
}

/** Of a group or a shop the one who decides is spoken to, else whoever is known. */
const firstPerson = (db: Db, caller: Caller, customerId: string) =>
  db
    .selectFrom('contact_person')
    .select(['name', 'address_form'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .orderBy(sql`decision_role = 'decider'`, (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
