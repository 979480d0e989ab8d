import { type RawBuilder, sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Place } from '#domain/schedule/travel.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { type Matter, taskIdsOf } from './subject.ts'

/** A contact, begun or still ahead. What it has left behind itself is nothing to come back to within it. */
export type About = {
  runId: string
  staffId: string
  customerId: string
  personId: string | null
  hash: string
  occasions: readonly { kind: string; recordId: string }[]
}

export type Known = {
  id: string
  code: string
  kind: CustomerKind
  name: string
  addressForm: string | null
  since: Day | null
  dossier: Record<string, unknown>
  personName: string | null
  personForm: string | null
  personTitle: string | null
  managerName: string
  managerShortName: string
  managerPhone: string | null
  branchName: string
  formerName: string | null
  touch: { at: string; note: string } | null
  kept: { what: string; due_at: string; settled_at: string | null } | null
  open: { what: string; due_at: string } | null
  holding: { product: string } | null
  matter: { what: string } | null
  subject: Matter | null
  place: Place | null
  suggestion: { id: string; product: string; note: string } | null
  uses: number
  contacts: number
  expectations: number
}

/** The first row of a query as one value, null where there is none; instants in it are text. */
const first = (query: RawBuilder<unknown>) => sql`(select to_jsonb(found) from (${query} limit 1) found)`

/**
 * What is on record around a contact, in one statement: nearly twenty small ones were most of the time it takes to begin a call.
 * `keptSince` is how far back a kept promise is worth accounting for.
 */
export const knownAround = async (
  db: Db,
  { branchId }: Caller,
  { runId, staffId, customerId, personId, hash, occasions }: About,
  keptSince: Date,
): Promise<Known> => {
  const [taskId = null] = taskIdsOf(occasions)
  const own = sql`branch_id = c.branch_id and customer_id = c.id`
  const before = sql`${own} and (run_id is null or run_id <> ${runId})`
  const { rows } = await sql<Known>`
    select c.id, c.code, c.kind, c.name, c.address_form as "addressForm", c.since, c.dossier,
      p.name as "personName", p.address_form as "personForm", p.title as "personTitle",
      s.name as "managerName", s.short_name as "managerShortName", s.work_phone as "managerPhone", b.name as "branchName",
      (select former.name from staff former where former.branch_id = c.branch_id and former.id = (
        select (params ->> 'formerId')::uuid from audit_event
        where ${own} and action = 'customer.assigned' order by at desc limit 1)) as "formerName",
      ${first(sql`select at, note from touch where ${own} and reached and id <> ${runId} order by at desc`)} as touch,
      ${first(sql`select what, due_at, settled_at from promise
        where ${before} and state = 'kept' and settled_at >= ${keptSince} order by settled_at desc`)} as kept,
      ${first(sql`select what, due_at from promise where ${before} and state = 'open' order by due_at`)} as open,
      ${first(sql`select product from holding
        where ${own} and removed_at is null order by monthly_fee_fen desc nulls last`)} as holding,
      ${first(sql`select what from service_case where ${own} and closed_at is null order by opened_at desc`)} as matter,
      ${first(sql`select subject as what, subject_day as day, subject_place as place from task
        where ${own} and id = ${taskId}`)} as subject,
      ${first(sql`select latitude, longitude from customer_place where ${own}`)} as place,
      ${first(suggestionFor)} as suggestion,
      (select count(*)::int from run where branch_id = c.branch_id and staff_id = s.id
        and playbook_hash = ${hash} and finished_at is not null) as uses,
      (select count(*)::int from touch where ${own} and reached and id <> ${runId}) as contacts,
      (select count(*)::int from expectation where ${before} and state not in ('explained', 'met', 'closed')) as expectations
    from customer c
      join branch b on b.id = c.branch_id
      join staff s on s.branch_id = c.branch_id and s.id = ${staffId}
      left join contact_person p on p.branch_id = c.branch_id and p.customer_id = c.id and p.id = ${personId}
        and p.removed_at is null
    where c.branch_id = ${branchId} and c.id = ${customerId}`.execute(db)
  const [known] = rows
  if (!known) throw new Error(`no customer ${customerId}`)
  return known
}

/** A product the customer has asked about and does not use yet, unless declined for good. One is enough for a call [G-04]. */
const suggestionFor = sql`select id, product, note from holding
  where branch_id = c.branch_id and customer_id = c.id and removed_at is null
    and stage in ('awareness', 'knowledge', 'inclination')
    and not exists (select 1 from run r join run_event e on e.branch_id = r.branch_id and e.run_id = r.id
      where r.branch_id = holding.branch_id and r.customer_id = holding.customer_id
        and e.kind = 'suggestionDeclined' and e.payload ->> 'suggestion' = holding.id::text)
  order by array_position(array['awareness', 'knowledge', 'inclination'], stage) desc`
