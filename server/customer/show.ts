import { sql } from 'kysely'
import type { customerEndpoints } from '#api/customer.ts'
import type { Reply } from '#api/endpoint.ts'
import { fieldOf } from '#domain/customer/dossier.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Action } from '#domain/staff/role.ts'
import { allowedOn, covers, scopeOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { maskedText } from './masked.ts'
import { customersWithin } from './filter.ts'
import { mainPhone, refOf } from './list.ts'

type Shown = Reply<(typeof customerEndpoints)['GET /api/customers/:id']>

/**
 * One customer with the dossier, personal fields masked; not found and not allowed look the same. One that was merged is answered
 * with the one it went into, so that an old link or bookmark still leads somewhere: `id` then differs from the one asked.
 */
export const showCustomer = async (db: Db, caller: Caller, id: string): Promise<Shown> => {
  const shown = await shownOf(db, caller, id)
  if (shown) return shown
  await tellErased(db, caller, id)
  const keptId = await keptInstead(db, caller.branchId, id)
  return (keptId === null ? null : await shownOf(db, caller, keptId)) ?? fail('record.not_found')
}

/** Whoever had the customer in reach is told that they were erased; to anybody else they were never there. */
const tellErased = async (db: Db, caller: Caller, id: string): Promise<void> => {
  const row = await db
    .selectFrom('erasure')
    .select(['manager_id as managerId', 'backup_id as backupId', 'unit_id as unitId', 'done_at'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .executeTakeFirst()
  if (row && covers(scopeOf(caller, 'customer.read'), row))
    fail('customer.erased', { params: { on: dayIn(row.done_at, caller.timeZone) } })
}

/** Where a chain of merges ends; null where none begins. */
const keptInstead = async (db: Db, branchId: number, id: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    with recursive way (id, merged_into, step) as (
      select id, merged_into, 0 from customer where branch_id = ${branchId} and id = ${id}
      union all
      select c.id, c.merged_into, way.step + 1 from way
      join customer c on c.branch_id = ${branchId} and c.id = way.merged_into
      where way.step < ${MOST_MERGES})
    select id from way where merged_into is null and step > 0`.execute(db)
  return rows[0]?.id ?? null
}

/** No record was ever merged on more often than this. */
const MOST_MERGES = 20

const shownOf = async (db: Db, caller: Caller, id: string): Promise<Shown | null> => {
  const row = await customersWithin(db, caller, 'customer.read')
    .where('customer.id', '=', id)
    .leftJoin('staff as manager', (on) =>
      on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
    )
    .leftJoin('staff as backup', (on) =>
      on.onRef('backup.branch_id', '=', 'customer.branch_id').onRef('backup.id', '=', 'customer.backup_id'),
    )
    .leftJoin('unit', (on) =>
      on.onRef('unit.branch_id', '=', 'customer.branch_id').onRef('unit.id', '=', 'customer.unit_id'),
    )
    .selectAll('customer')
    .select([
      'manager.name as manager_name',
      'backup.name as backup_name',
      'unit.name as unit_name',
      mainPhone.as('phone'),
    ])
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    reading: row.name_reading,
    addressForm: row.address_form,
    since: row.since,
    officialLevel: row.official_level,
    officialPoints: row.official_points,
    manager: refOf(row.manager_id, row.manager_name),
    backup: refOf(row.backup_id, row.backup_name),
    unit: refOf(row.unit_id, row.unit_name),
    phone: row.phone && maskedPhone(row.phone),
    lastTouchAt: row.last_touch_at?.toISOString() ?? null,
    leftOn: row.left_on,
    dossier: maskedDossier(row.dossier as Record<string, unknown>),
    version: row.version,
    can: allowedOn(caller, { managerId: row.manager_id, backupId: row.backup_id, unitId: row.unit_id }),
  }
}

/** The one check before anything is read or written about one customer. */
export const requireCustomer = async (db: Db, caller: Caller, id: string, action: Action) => {
  const row = await customersWithin(db, caller, action)
    .where('customer.id', '=', id)
    .selectAll('customer')
    .executeTakeFirst()
  return row ?? fail('record.not_found')
}

const maskedDossier = (dossier: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(dossier).map(([key, value]) => [key, fieldOf(key)?.personal ? maskedText(value) : value]),
  )
