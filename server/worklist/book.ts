import { sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { customersIn } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'

/** A customer of somebody's day, with what the list and its reasons read of it. */
export type BookCustomer = {
  id: Id
  kind: CustomerKind
  name: string
  reading: string | null
  addressForm: string | null
  managerId: Id | null
  backupId: Id | null
  unitId: Id | null
  dossier: Record<string, unknown>
  tier: string | null
  paid12: number | null
  topShare: number | null
  months: number
  risk: number | null
  /** They left on this day: nothing but what is owed to them is due. */
  leftOn: Day | null
}

/** These customers as their reasons read them, each with its newest standing. Who may see them was asked when they were found. */
export const customersOfDay = async (db: Db, branchId: number, ids: readonly Id[]): Promise<BookCustomer[]> => {
  const rows = await customersIn(db, branchId)
    .where('customer.id', '=', sql<Id>`any(${[...ids]}::uuid[])`)
    .select([
      'customer.id',
      'customer.kind',
      'customer.name',
      'customer.name_reading',
      'customer.address_form',
      'customer.manager_id',
      'customer.backup_id',
      'customer.unit_id',
      'customer.dossier',
      'customer.left_on',
      'standing.tier',
      'standing.paid12_fen',
      'standing.top_share',
      'standing.months_billed',
      'standing.risk',
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    reading: row.name_reading,
    addressForm: row.address_form,
    managerId: row.manager_id,
    backupId: row.backup_id,
    unitId: row.unit_id,
    dossier: row.dossier as Record<string, unknown>,
    tier: row.tier,
    paid12: row.paid12_fen,
    topShare: row.top_share,
    months: row.months_billed ?? 0,
    risk: row.risk,
    leftOn: row.left_on,
  }))
}
