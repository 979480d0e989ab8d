import type { ReasonId } from '#domain/retention/case-reason.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { lockLoss } from './locked.ts'

type Line = { lossId: string; lineId: string; reason: ReasonId; line: string }

/** Why they left and what it taught, in one line; what was written before stays, the newest holds. */
export const writeLine = async (db: Db, caller: Caller, now: Date, line: Line): Promise<void> =>
  inTransaction(db, async (trx) => {
    const loss = await lockLoss(trx, caller, line.lossId)
    await writeLineIn(trx, caller, now, line)
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'loss.reviewed',
      entity: 'customer_loss',
      entityId: loss.id,
      customerId: loss.customer_id,
      params: { reason: line.reason },
    })
  })

export const writeLineIn = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { lossId, lineId, reason, line }: Line,
): Promise<void> => {
  await trx
    .insertInto('loss_line')
    .values({
      branch_id: caller.branchId,
      id: lineId,
      loss_id: lossId,
      reason,
      line,
      written_by: caller.staffId,
      written_at: now,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .execute()
}
