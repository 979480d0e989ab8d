import { sql } from 'kysely'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { factsAround, slotsAhead } from './around.ts'
import { knownFacts } from './facts.ts'

/** A contact, begun or still ahead. What it has left behind itself is nothing to come back to within it. */
export type About = {
  runId: string
  staffId: string
  customerId: string
  personId: string | null
  hash: string
  occasions: readonly { kind: string; recordId: string }[]
}

/** All it takes to hold a contact, beside its playbook and what happens in it. */
export const preparedFor = async (db: Db, caller: Caller, now: Date, about: About) => {
  const { runId, staffId, customerId, occasions } = about
  const [customer, slots] = await Promise.all([
    subjectOf(db, caller, customerId, about.personId),
    slotsAhead(db, caller, now, customerId),
  ])
  const [known, around] = await Promise.all([
    knownFacts(db, caller, { id: runId, staff_id: staffId }, customer, now),
    factsAround(db, caller, { customerId, occasions }, slots, now),
  ])
  const facts: KnownFacts = { ...known, ...around }
  return {
    customer,
    slots,
    facts,
    uses: await usesOf(db, caller, staffId, about.hash),
    contacts: await contactsWith(db, caller, runId, customerId),
    expectations: await openExpectations(db, caller, runId, customerId),
    suggestions: await suggestionsFor(db, caller, customerId),
  }
}

const subjectOf = async (db: Db, caller: Caller, customerId: string, personId: string | null) =>
  db
    .selectFrom('customer')
    .leftJoin('contact_person as person', (on) =>
      on
        .onRef('person.branch_id', '=', 'customer.branch_id')
        .onRef('person.customer_id', '=', 'customer.id')
        .on('person.id', '=', personId)
        .on('person.removed_at', 'is', null),
    )
    .select([
      'customer.id',
      'customer.code',
      'customer.name',
      'customer.kind',
      'customer.since',
      'customer.address_form as addressForm',
    ])
    .select(['person.name as personName', 'person.address_form as personForm', 'person.title as personTitle'])
    .where('customer.branch_id', '=', caller.branchId)
    .where('customer.id', '=', customerId)
    .executeTakeFirstOrThrow()

const usesOf = async (db: Db, caller: Caller, staffId: string, hash: string): Promise<number> => {
  const { uses } = await db
    .selectFrom('run')
    .select(sql<number>`count(*)::int`.as('uses'))
    .where('branch_id', '=', caller.branchId)
    .where('staff_id', '=', staffId)
    .where('playbook_hash', '=', hash)
    .where('finished_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return uses
}

/** How often we have spoken before this contact: filing it does not change how it is worded. */
const contactsWith = async (db: Db, caller: Caller, runId: string, customerId: string): Promise<number> => {
  const { contacts } = await db
    .selectFrom('touch')
    .select(sql<number>`count(*)::int`.as('contacts'))
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('reached', '=', true)
    .where('id', '<>', runId)
    .executeTakeFirstOrThrow()
  return contacts
}

const openExpectations = async (db: Db, caller: Caller, runId: string, customerId: string): Promise<number> => {
  const { open } = await db
    .selectFrom('expectation')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('state', 'not in', ['explained', 'met', 'closed'])
    .where((eb) => eb.or([eb('run_id', 'is', null), eb('run_id', '<>', runId)]))
    .executeTakeFirstOrThrow()
  return open
}

/** Products the customer has asked about and does not use yet, but for those declined for good. One is enough for a call. */
const suggestionsFor = async (db: Db, caller: Caller, customerId: string) => {
  const rows = await db
    .selectFrom('holding')
    .select(['id', 'product', 'note'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .where('stage', 'in', ['awareness', 'knowledge', 'inclination'])
    .where(sql<boolean>`not exists (select 1 from run r join run_event e on e.branch_id = r.branch_id and e.run_id = r.id
      where r.branch_id = holding.branch_id and r.customer_id = holding.customer_id
      and e.kind = 'suggestionDeclined' and e.payload ->> 'suggestion' = holding.id::text)`)
    .orderBy(sql`array_position(array['awareness', 'knowledge', 'inclination'], stage)`, 'desc')
    .limit(1)
    .execute()
  return rows.map(({ id, product, note }) => ({ id, what: product, why: note }))
}
