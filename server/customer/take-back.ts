import { sql } from 'kysely'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** How long a message that was not sent after all can be taken back. */
const TAKEN_BACK_WITHIN_MS = 60 * 60_000

/** Takes a contact of one's own back that no run filed: it goes, and with it that we spoke just now. False where there is none to take back. */
export const takeBackTouch = async (
  trx: Db,
  caller: Caller,
  now: Date,
  customerId: string,
  touchId: string,
): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('touch')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('id', '=', touchId)
    .where('run_id', 'is', null)
    .where('staff_id', '=', caller.staffId)
    .where('at', '>=', new Date(now.getTime() - TAKEN_BACK_WITHIN_MS))
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await trx
    .updateTable('customer')
    .set({
      last_touch_at: sql`(select max(at) from touch t where t.branch_id = customer.branch_id
        and t.customer_id = customer.id and t.reached)`,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customerId)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'touch.taken_back',
    entity: 'touch',
    entityId: touchId,
    customerId,
  })
  return true
}
