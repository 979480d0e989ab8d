import { sql } from 'kysely'
import type { Trx } from '#server/db/pool.ts'

type Undo = (trx: Trx, branchId: number, importId: string, at: Date) => Promise<void>

/**
 * Takes bills, attributes, orders and contacts back. A replaced one gets its former value and its former import, as long
 * as this import still owns it; a new one goes. What a later import wrote over stays and is listed.
 */
export const undoFacts: Undo = async (trx, branchId, importId, at) => {
  const waiting = (entity: string) => sql`(select entity_key, before, string_to_array(entity_key, ' ') as key
    from import_effect where branch_id = ${branchId} and import_id = ${importId} and entity = ${entity}
      and undone_at is null) as w`
  const mark = (entity: string, field: string) => sql`
    update import_effect e set undone_at = ${at},
      left_fields = case when e.entity_key in (select entity_key from back) then null else array[${field}] end
    where e.branch_id = ${branchId} and e.import_id = ${importId} and e.entity = ${entity} and e.undone_at is null`
  const mine = sql`branch_id = ${branchId} and import_id = ${importId}`
  // An outlet's levels follow from its orders, as standings do from bills.
  await sql`update standing_month set stale = true where branch_id = ${branchId} and month >= (
    select min(extract(year from ordered_on) * 100 + extract(month from ordered_on)) from outlet_order where ${mine})`.execute(
    trx,
  )
  await sql`
    with back as (
      update bill set amount_fen = (w.before ->> 'amountFen')::bigint, import_id = (w.before ->> 'importId')::uuid
      from ${waiting('bill')}
      where ${mine} and customer_id = w.key[1]::uuid and month = w.key[2]::int and kind = w.key[3]
      returning w.entity_key
    ) ${mark('bill', 'amount')}`.execute(trx)
  await sql`
    with back as (
      update attribute_snapshot set attributes = w.before -> 'attributes', left_later = (w.before ->> 'left')::boolean,
        import_id = (w.before ->> 'importId')::uuid
      from ${waiting('snapshot')}
      where ${mine} and customer_id = w.entity_key::uuid
      returning w.entity_key
    ) ${mark('snapshot', 'attributes')}`.execute(trx)
  await sql`
    with back as (
      update outlet_order set quantity = (w.before ->> 'quantity')::int, amount_fen = (w.before ->> 'amountFen')::bigint,
        import_id = (w.before ->> 'importId')::uuid
      from ${waiting('order')}
      where ${mine} and id = w.entity_key::uuid
      returning w.entity_key
    ) ${mark('order', 'amount')}`.execute(trx)
  for (const table of ['bill', 'attribute_snapshot', 'outlet_order'])
    await sql`delete from ${sql.table(table)} where ${mine}`.execute(trx)
  await undoTouches(trx, branchId, importId)
}

/** When a customer was last reached follows from the contacts that remain. */
const undoTouches = async (trx: Trx, branchId: number, importId: string): Promise<void> => {
  await sql`
    with gone as (
      delete from touch where branch_id = ${branchId} and import_id = ${importId} returning customer_id
    )
    update customer set last_touch_at = (
      select max(t.at) from touch t
      where t.branch_id = ${branchId} and t.customer_id = customer.id and t.reached
        and t.import_id is distinct from ${importId}::uuid)
    where customer.branch_id = ${branchId} and customer.id in (select customer_id from gone)`.execute(trx)
}

/** Contact persons the import added go while nobody has touched them; a number it changed comes back while it is still that. */
export const undoContacts: Undo = async (trx, branchId, importId, at) => {
  await sql`
    with waiting as (
      select entity_key, before, written from import_effect
      where branch_id = ${branchId} and import_id = ${importId} and entity = 'contact_person' and undone_at is null
    ), gone as (
      delete from contact_person p using waiting w
      where p.branch_id = ${branchId} and p.id = w.entity_key::uuid and w.before is null and p.version = 1
        and not exists (select from touch t where t.branch_id = ${branchId} and t.contact_person_id = p.id)
        and not exists (select from promise t where t.branch_id = ${branchId} and t.to_person_id = p.id)
        and not exists (select from expectation t where t.branch_id = ${branchId} and t.said_by = p.id)
        and not exists (select from run t where t.branch_id = ${branchId} and t.contact_person_id = p.id)
      returning w.entity_key
    ), back as (
      update contact_person p set phone = w.before ->> 'phone', version = p.version + 1 from waiting w
      where p.branch_id = ${branchId} and p.id = w.entity_key::uuid and w.before is not null
        and p.phone is not distinct from w.written ->> 'phone'
      returning w.entity_key
    )
    update import_effect e set undone_at = ${at}, left_fields = case
      when e.entity_key in (select entity_key from gone union all select entity_key from back) then null
      else array['contact'] end
    where e.branch_id = ${branchId} and e.import_id = ${importId} and e.entity = 'contact_person' and e.undone_at is null`.execute(
    trx,
  )
}

export const undoHoldings: Undo = async (trx, branchId, importId, at) => {
  await sql`
    with gone as (
      delete from holding h using import_effect e
      where h.branch_id = ${branchId} and e.branch_id = ${branchId} and e.import_id = ${importId}
        and e.entity = 'holding' and e.undone_at is null and h.id = e.entity_key::uuid and h.version = 1
      returning e.entity_key
    )
    update import_effect e set undone_at = ${at},
      left_fields = case when e.entity_key in (select entity_key from gone) then null else array['product'] end
    where e.branch_id = ${branchId} and e.import_id = ${importId} and e.entity = 'holding' and e.undone_at is null`.execute(
    trx,
  )
}
