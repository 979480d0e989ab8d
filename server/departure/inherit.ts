import { reachOf } from '#domain/staff/scope.ts'
import type { Role } from '#domain/staff/role.ts'
import type { Db } from '#server/db/pool.ts'

export type Colleague = { id: string; name: string; unitId: string; unit: string; roles: Role[] }
export type Kept = { id: string; backupId: string | null }

/** Everybody active who keeps customers, but one. */
export const keepersBut = async (db: Db, branchId: number, staffId: string): Promise<Colleague[]> => {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('unit', (on) =>
      on.onRef('unit.branch_id', '=', 'staff.branch_id').onRef('unit.id', '=', 'staff.unit_id'),
    )
    .select(['staff.id', 'staff.name', 'staff.unit_id', 'staff.roles', 'unit.name as unit_name'])
    .where('staff.branch_id', '=', branchId)
    .where('staff.active', '=', true)
    .where('staff.id', '!=', staffId)
    .orderBy('staff.name_sort')
    .execute()
  return rows
    .filter(({ roles }) => reachOf(roles, 'contact.run') !== null)
    .map(({ id, name, unit_id, roles, unit_name }) => ({ id, name, unitId: unit_id, unit: unit_name, roles }))
}

/** Who takes each customer over: the backup where that is somebody who can, else the one who was named; null where nobody was. */
export const heirsOf = (
  customers: readonly Kept[],
  keepers: readonly Colleague[],
  toId: string | null,
): { customerId: string; backupId: string | null; heir: Colleague | null }[] => {
  const byId = new Map(keepers.map((one) => [one.id, one]))
  const named = toId === null ? null : (byId.get(toId) ?? null)
  return customers.map(({ id, backupId }) => ({
    customerId: id,
    backupId,
    heir: (backupId === null ? undefined : byId.get(backupId)) ?? named,
  }))
}

export const customersKeptBy = async (db: Db, branchId: number, staffId: string): Promise<Kept[]> => {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'backup_id'])
    .where('branch_id', '=', branchId)
    .where('manager_id', '=', staffId)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, backup_id }) => ({ id, backupId: backup_id }))
}
