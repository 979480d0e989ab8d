import { sql } from 'kysely'
import type { departureEndpoints } from '#api/departure.ts'
import type { Reply } from '#api/endpoint.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { personRefusal } from '#domain/staff/staffing.ts'
import { auditAll } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersKeptBy, heirsOf, keepersBut } from './inherit.ts'

type Ahead = Reply<(typeof departureEndpoints)['GET /api/departures/ahead/:staffId']>

/** What would pass to whom if somebody went today. Sums only: an administrator sees no customers. */
export const departureAhead = async (db: Db, caller: Caller, staffId: string): Promise<Ahead> => {
  const person = await requirePerson(db, caller.branchId, staffId)
  const [customers, keepers] = await Promise.all([
    customersKeptBy(db, caller.branchId, staffId),
    keepersBut(db, caller.branchId, staffId),
  ])
  const heirs = heirsOf(customers, keepers, null)
  const promises = await openPromises(db, caller.branchId, staffId)
  return {
    person: { id: person.id, name: person.name },
    customers: customers.length,
    promises: promises.length,
    takers: keepers
      .map(({ id, name }) => ({ id, name, customers: heirs.filter(({ heir }) => heir?.id === id).length }))
      .filter(({ customers: count }) => count > 0),
    without: heirs.filter(({ heir }) => heir === null).length,
    candidates: keepers
      .toSorted((a, b) => Number(b.unitId === person.unit_id) - Number(a.unitId === person.unit_id))
      .map(({ id, name, unit }) => ({ id, name, unit })),
  }
}

/**
 * Ends somebody's employment: they are signed out, each customer passes to the backup or to whom was named, and with it every open
 * promise, case, plan and appointment. While one customer would have nobody it is refused, and nothing moves.
 */
export const endEmployment = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { staffId, toId }: { staffId: string; toId: string | null },
): Promise<{ customers: number }> =>
  inTransaction(db, async (trx) => {
    const { branchId } = caller
    const everyone = await trx
      .selectFrom('staff')
      .select(['id', 'name', 'roles', 'active', 'unit_id'])
      .where('branch_id', '=', branchId)
      .forUpdate()
      .execute()
    const known = await trx
      .selectFrom('departure')
      .select('staff_id')
      .where('branch_id', '=', branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (known)
      return known.staff_id === staffId ? { customers: await countOf(trx, branchId, id) } : fail('record.exists')
    const person = everyone.find((one) => one.id === staffId) ?? fail('record.not_found')
    if (!person.active)
      return fail('rule.refused', { reasons: [{ code: 'departure.gone', params: { name: person.name } }] })
    const refusal = personRefusal(caller.staffId, { ...person, active: false }, everyone)
    if (refusal) return fail('rule.refused', { reasons: [refusal] })
    await sql`select 1 from customer where branch_id = ${branchId} and (manager_id = ${staffId} or backup_id = ${staffId})
      order by id for update`.execute(trx)
    const heirs = heirsOf(await customersKeptBy(trx, branchId, staffId), await keepersBut(trx, branchId, staffId), toId)
    const without = heirs.filter(({ heir }) => heir === null).length
    if (without > 0)
      return fail('rule.refused', { reasons: [{ code: 'departure.noOwner', params: { customers: without } }] })
    await trx
      .updateTable('staff')
      .set((eb) => ({ active: false, version: eb('version', '+', 1) }))
      .where('branch_id', '=', branchId)
      .where('id', '=', staffId)
      .execute()
    await trx
      .insertInto('departure')
      .values({
        branch_id: branchId,
        id,
        staff_id: staffId,
        left_on: dayIn(now, caller.timeZone),
        started_by: caller.staffId,
        started_at: now,
      })
      .execute()
    const passed = heirs.flatMap(({ customerId, backupId, heir }) =>
      heir ? [{ customer: customerId, backup: backupId, heir: heir.id, unit: heir.unitId }] : [],
    )
    await writeList(trx, branchId, id, staffId, passed)
    await passOn(trx, branchId, now, staffId, passed)
    await auditAll(trx, branchId, caller.staffId, now, [
      { action: 'staff.left', entity: 'staff', entityId: staffId, params: { customers: passed.length } },
      ...passed.map(({ customer, heir }) => ({
        action: 'customer.assigned',
        entity: 'customer',
        entityId: customer,
        customerId: customer,
        params: { managerId: heir, formerId: staffId },
      })),
    ])
    return { customers: passed.length }
  })

type Passed = { customer: string; backup: string | null; heir: string; unit: string }

/** The list as it stood on the day: who takes whom, with which promises open. */
const writeList = async (
  trx: Db,
  branchId: number,
  id: string,
  staffId: string,
  passed: readonly Passed[],
): Promise<void> => {
  await sql`insert into departure_customer (branch_id, departure_id, customer_id, backup_id, taken_by, paid12_fen, promises)
    select ${branchId}, ${id}, w.customer, w.backup, w.heir,
      coalesce((select s.paid12_fen from standing s where s.branch_id = ${branchId} and s.customer_id = w.customer
        order by s.month desc limit 1), 0),
      coalesce((select jsonb_agg(p.id order by p.due_at, p.id) from promise p where p.branch_id = ${branchId}
        and p.customer_id = w.customer and p.owner_id = ${staffId} and p.state = 'open'), '[]')
    from jsonb_to_recordset(${JSON.stringify(passed)}::text::jsonb) as w(customer uuid, backup uuid, heir uuid)`.execute(
    trx,
  )
}

/** Customers first, then everything open goes with its customer. */
const passOn = async (
  trx: Db,
  branchId: number,
  now: Date,
  staffId: string,
  passed: readonly Passed[],
): Promise<void> => {
  await sql`update customer c set manager_id = w.heir, unit_id = w.unit,
      backup_id = case when c.backup_id = w.heir then null else c.backup_id end,
      version = c.version + 1, updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(passed)}::text::jsonb) as w(customer uuid, heir uuid, unit uuid)
    where c.branch_id = ${branchId} and c.id = w.customer`.execute(trx)
  await sql`update customer set backup_id = null, version = version + 1, updated_at = ${now}
    where branch_id = ${branchId} and backup_id = ${staffId}`.execute(trx)
  for (const [table, open] of [
    ['promise', sql`t.state = 'open'`],
    ['task', sql`t.state in ('waiting', 'open')`],
    ['service_case', sql`t.closed_at is null`],
    ['appointment', sql`t.state in ('planned', 'agreed')`],
  ] as const)
    await sql`update ${sql.table(table)} t set owner_id = c.manager_id from customer c
      where t.branch_id = ${branchId} and t.owner_id = ${staffId} and ${open}
        and c.branch_id = t.branch_id and c.id = t.customer_id and c.manager_id is not null`.execute(trx)
}

const requirePerson = async (db: Db, branchId: number, id: string) =>
  (await db
    .selectFrom('staff')
    .select(['id', 'name', 'unit_id'])
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? fail('record.not_found')

const openPromises = (db: Db, branchId: number, staffId: string) =>
  db
    .selectFrom('promise')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('owner_id', '=', staffId)
    .where('state', '=', 'open')
    .execute()

const countOf = async (trx: Db, branchId: number, id: string): Promise<number> => {
  const { count } = await trx
    .selectFrom('departure_customer')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('branch_id', '=', branchId)
    .where('departure_id', '=', id)
    .executeTakeFirstOrThrow()
  return count
}
