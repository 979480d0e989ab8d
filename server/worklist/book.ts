import { sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { forLeads } from './for-leads.ts'

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

/**
 * The customers the days of these readers can be about: kept or backed up by one of them, handed to them, with something of theirs
 * open; for a lead also those whose manager is away, who rose and have no manager [S-52], or whose complaint was raised. Never more than they may see together.
 */
export const customersOfDay = async (
  db: Db,
  callers: readonly [Caller, ...Caller[]],
  today: Day,
  awayIds: readonly Id[],
): Promise<BookCustomer[]> => {
  const [{ branchId }] = callers
  const readers = sql<Id>`any(${callers.map(({ staffId }) => staffId)}::uuid[])`
  const leads = callers.some(({ roles }) => reachOf(roles, 'team.read'))
  const watched = leads ? [...awayIds] : []
  const rows = await customersWithin(db, callers, 'customer.read')
    .where((eb) =>
      eb.or([
        eb('customer.manager_id', '=', readers),
        eb('customer.backup_id', '=', readers),
        eb('customer.manager_id', '=', eb.fn.any(sql.val(watched))),
        ...(leads ? [forLeads(branchId)] : []),
        sql<boolean>`customer.id in (
          select d.customer_id from worklist_decision d
          where d.branch_id = ${branchId} and d.to_id = ${readers} and d.undone_at is null and d.at > ${addDays(today, -60)}::date
          union select p.customer_id from promise p
          where p.branch_id = ${branchId} and p.owner_id = ${readers} and p.state = 'open'
          union select c.customer_id from service_case c
          where c.branch_id = ${branchId} and c.owner_id = ${readers} and c.closed_at is null
          union select t.customer_id from task t
          where t.branch_id = ${branchId} and t.owner_id = ${readers} and t.state = 'open'
          union select r.customer_id from retention_case r
          where r.branch_id = ${branchId} and r.owner_id = ${readers} and r.stage <> 'closed'
          union select a.customer_id from appointment a
          where a.branch_id = ${branchId} and a.owner_id = ${readers}
            and (a.untold is not null or a.starts_at between ${addDays(today, -8)}::date and ${addDays(today, 2)}::date))`,
      ]),
    )
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
