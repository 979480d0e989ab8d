import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import { showsNumber } from '#domain/playbook/number-shown.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { factsAround, slotsAhead } from './around.ts'
import { eventsAfter } from './events.ts'
import { knownFacts } from './facts.ts'
import { currentPlaybooks, playbookOf } from './load.ts'
import { numberOf } from './number.ts'
import { requireRun } from './require-run.ts'

type Endpoints = typeof playbookEndpoints

/** One contact with all it takes to hold it; its one number in full as far as `showsNumber` says. */
export const showRun = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
): Promise<Reply<Endpoints['GET /api/runs/:id']>> => {
  const run = await requireRun(db, caller, id)
  const [customer, playbook, events] = await Promise.all([
    subjectOf(db, caller, run.customer_id, run.contact_person_id),
    playbookOf(db, run.playbook_hash),
    eventsAfter(db, { branchId: caller.branchId, runId: id }, 0),
  ])
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('branch_id', '=', caller.branchId)
    .where('id', 'in', [run.staff_id, ...(run.override_by ? [run.override_by] : [])])
    .execute()
  const nameOf = (staffId: string): string => staff.find((one) => one.id === staffId)?.name ?? ''
  const filedBefore = events.some(({ type }) => type === 'finished')
  const started = events.find((event) => event.type === 'started')
  const phone = await numberOf(db, {
    branchId: caller.branchId,
    customerId: run.customer_id,
    personId: run.contact_person_id,
    tail: started?.numberTail ?? null,
  })
  const occasions = (run.occasion ?? []) as { kind: string; recordId: string }[]
  const slots = await slotsAhead(db, caller, now, run.customer_id)
  const [known, around] = await Promise.all([
    knownFacts(db, caller, run, customer, now),
    factsAround(db, caller, { customerId: run.customer_id, occasions }, slots, now),
  ])
  const held = { staffId: run.staff_id, startedAt: run.started_at, filedBefore }
  const revealed = phone !== null && showsNumber(held, caller.staffId, now)
  return {
    id,
    direction: run.direction,
    channel: run.channel,
    purpose: run.purpose,
    occasions,
    startedAt: run.started_at.toISOString(),
    finishedAt: run.finished_at?.toISOString() ?? null,
    staff: { id: run.staff_id, name: nameOf(run.staff_id) },
    customer: { id: customer.id, name: customer.name, kind: customer.kind, calledBy: calledBy(customer) },
    person:
      run.contact_person_id && customer.personName
        ? { id: run.contact_person_id, name: customer.personName, title: customer.personTitle }
        : null,
    phone: phone && (revealed ? phone : maskedPhone(phone)),
    revealed,
    playbook,
    slots,
    facts: { ...known, ...around },
    uses: await usesOf(db, caller, run.staff_id, run.playbook_hash),
    contacts: await contactsWith(db, caller, id, customer.id),
    expectations: await openExpectations(db, caller, id, customer.id),
    suggestions: await suggestionsFor(db, caller, customer.id),
    override: run.override_by ? { by: nameOf(run.override_by), reason: run.override_reason ?? '' } : null,
    events,
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

export const openRuns = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/runs']>> => {
  const rows = await db
    .selectFrom('run')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'run.branch_id').onRef('customer.id', '=', 'run.customer_id'),
    )
    .select([
      'run.id',
      'run.direction',
      'run.started_at',
      'run.playbook_hash',
      'customer.id as customer_id',
      'customer.name',
    ])
    .where('run.branch_id', '=', caller.branchId)
    .where('run.staff_id', '=', caller.staffId)
    .where('run.finished_at', 'is', null)
    .where('run.customer_id', 'in', customersWithin(db, caller, 'contact.run').select('customer.id'))
    .orderBy('run.started_at', 'desc')
    .limit(50)
    .execute()
  const runs = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      customer: { id: row.customer_id, name: row.name },
      direction: row.direction,
      playbook: (await playbookOf(db, row.playbook_hash)).title,
      startedAt: row.started_at.toISOString(),
    })),
  )
  return { runs }
}

export const playbooksInUse = async (db: Db, branchId: number): Promise<Reply<Endpoints['GET /api/playbooks']>> => {
  const current = await currentPlaybooks(db, branchId)
  return {
    playbooks: current.map(({ hash, playbook }) => ({
      key: playbook.id,
      hash,
      version: playbook.version,
      title: playbook.title,
      aim: playbook.aim,
      directions: playbook.directions,
      reviewer: playbook.reviewer,
      reviewed: playbook.reviewed,
    })),
  }
}
