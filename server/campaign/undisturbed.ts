import type { campaignEndpoints } from '#api/campaign.ts'
import type { Reply } from '#api/endpoint.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { requireCampaign } from './rows.ts'

const SHOWN = 100

/** Whom a campaign showed to be harmed by its contact, most harmed first. */
export const undisturbedBy = async (
  db: Db,
  caller: Caller,
  id: string,
): Promise<Reply<(typeof campaignEndpoints)['GET /api/campaigns/:id/undisturbed']>> => {
  await requireCampaign(db, caller, id)
  const rows = await db
    .selectFrom('undisturbed')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'undisturbed.branch_id').onRef('customer.id', '=', 'undisturbed.customer_id'),
    )
    .leftJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'customer.branch_id').onRef('staff.id', '=', 'customer.manager_id'),
    )
    .select(['customer.id', 'customer.name', 'staff.name as manager', 'uplift', 'until', 'lifted_by', 'lifted_reason'])
    .where('undisturbed.branch_id', '=', caller.branchId)
    .where('undisturbed.campaign_id', '=', id)
    .orderBy('uplift')
    .orderBy('customer.id')
    .execute()
  const shown = rows.slice(0, SHOWN)
  const names = await namesOf(
    db,
    caller.branchId,
    shown.flatMap(({ lifted_by }) => lifted_by ?? []),
  )
  return {
    rows: shown.map((row) => ({
      customerId: row.id,
      name: row.name,
      manager: row.manager,
      uplift: row.uplift,
      until: row.until,
      lifted: row.lifted_by === null ? null : { by: names.get(row.lifted_by) ?? '', reason: row.lifted_reason ?? '' },
    })),
    more: rows.length - shown.length,
  }
}

/** Lifts the rest of one customer, with who and why; null takes that back. */
export const liftRest = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id, customerId }: { id: string; customerId: string },
  reason: string | null,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCampaign(trx, caller, id)
    const lifted =
      reason === null
        ? { lifted_by: null, lifted_at: null, lifted_reason: null }
        : { lifted_by: caller.staffId, lifted_at: now, lifted_reason: reason }
    const row = await trx
      .updateTable('undisturbed')
      .set(lifted)
      .where('branch_id', '=', caller.branchId)
      .where('campaign_id', '=', id)
      .where('customer_id', '=', customerId)
      .returning('customer_id')
      .executeTakeFirst()
    if (!row) return fail('record.not_found')
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: reason === null ? 'undisturbed.restored' : 'undisturbed.lifted',
      entity: 'campaign',
      entityId: id,
      customerId,
      params: { reason },
    })
  })
