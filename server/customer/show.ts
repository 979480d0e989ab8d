import type { customerEndpoints } from '#api/customer.ts'
import type { Reply } from '#api/endpoint.ts'
import { fieldOf } from '#domain/customer/dossier.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import type { Action } from '#domain/staff/role.ts'
import { allowedOn } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersWithin } from './filter.ts'
import { mainPhone, refOf } from './list.ts'

/** One customer with the dossier, personal fields masked; not found and not allowed look the same. */
export const showCustomer = async (
  db: Db,
  caller: Caller,
  id: string,
): Promise<Reply<(typeof customerEndpoints)['GET /api/customers/:id']>> => {
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
  if (!row) return fail('record.not_found')
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
    dossier: maskedDossier(row.dossier as Record<string, unknown>),
    version: row.version,
    mergedInto: row.merged_into,
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

export const maskedText = (value: unknown): string => {
  const text = String(value)
  return text.length <= 4 ? '****' : `${text.slice(0, 2)}****${text.slice(-2)}`
}
