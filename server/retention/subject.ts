import type { Id } from '#domain/kernel/id.ts'
import type { Action } from '#domain/staff/role.ts'
import { type Sensitivity, sensitivities } from '#domain/retention/way.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { CaseRow } from './events.ts'

/** The customer of a case with what its rules ask of them; not there and not allowed look the same. */
export const requireSubject = async (db: Db, caller: Caller, customerId: Id, action: Action) => {
  const row = await customersWithin(db, caller, action)
    .where('customer.id', '=', customerId)
    .select([
      'customer.id',
      'customer.name',
      'customer.kind',
      'customer.address_form',
      'customer.dossier',
      'customer.left_on',
    ])
    .select(['customer.manager_id', 'customer.backup_id', 'customer.unit_id'])
    .select(['standing.tier', 'standing.risk', 'standing.at_risk_fen', 'standing.band', 'standing.reasons'])
    .executeTakeFirst()
  if (!row) return fail('record.not_found')
  const dossier = row.dossier as Record<string, unknown>
  return {
    ...row,
    owned: { managerId: row.manager_id, backupId: row.backup_id, unitId: row.unit_id },
    sensitivity: sensitivityOf(dossier.sensitivity),
  }
}

export type Subject = Awaited<ReturnType<typeof requireSubject>>

const sensitivityOf = (value: unknown): Sensitivity | null => sensitivities.find((one) => one === value) ?? null

export const requireCase = async (db: Db, caller: Caller, id: Id): Promise<CaseRow> =>
  (await db
    .selectFrom('retention_case')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? fail('record.not_found')
