import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { scriptEndpoints } from '#api/script.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { preparedFor } from '#server/playbook/prepared.ts'

type Facts = Reply<(typeof scriptEndpoints)['GET /api/customers/:id/script-facts']>

/** No contact has this id: outside one there is nothing of its own to leave out. */
const NO_RUN = '00000000-0000-0000-0000-000000000000'

/** What words can be filled with for one customer outside a contact, in the reader's own name. */
export const scriptFacts = async (db: Db, caller: Caller, now: Date, customerId: string): Promise<Facts> => {
  const customer = await requireCustomer(db, caller, customerId, 'contact.run')
  const person = await firstPerson(db, caller, customerId)
  const about = { runId: NO_RUN, staffId: caller.staffId, customerId, personId: person?.id ?? null, hash: '' }
  const prepared = await preparedFor(db, caller, now, { ...about, occasions: [] })
  const { facts, contacts } = prepared
  return { facts, kind: customer.kind, calledBy: calledBy(prepared.customer), contacts }
}

/** Of a group or a shop the one who decides is spoken to, else whoever is known. */
const firstPerson = (db: Db, caller: Caller, customerId: string) =>
  db
    .selectFrom('contact_person')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .orderBy(sql`decision_role = 'decider'`, (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
