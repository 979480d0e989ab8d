import type { customerFileEndpoints } from '#api/customer-file.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { sayConsent } from '#server/customer/file.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'

type Saying = Pick<typeof customerFileEndpoints, 'PUT /api/customers/:id/consents/:purpose'>

/** Put off because the customer had not agreed or had refused: it no longer holds, so the rows are proposed again the same day. */
export const proposeAgain = async (trx: Db, caller: Caller, at: Date, customerId: string): Promise<void> => {
  const back = await trx
    .updateTable('worklist_decision')
    .set({ undone_at: at })
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('decision', '=', 'snoozed')
    .where('reason', 'in', ['doNotDisturb', 'refused'])
    .where('undone_at', 'is', null)
    .where('until', '>', at)
    .returning('id')
    .execute()
  for (const { id } of back)
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'worklist.undone',
      entity: 'worklist_decision',
      entityId: id,
      customerId,
      params: { because: 'consent' },
    })
}

export const consentHandlers: Handlers<Saying> = {
  'PUT /api/customers/:id/consents/:purpose': async ({ db, caller, clock, params, body }) => {
    const at = clock.now()
    await inTransaction(db, async (trx) => {
      const moment = { at, today: dayIn(at, caller.timeZone) }
      const changed = await sayConsent(trx, caller, moment, params.id, params.purpose, body)
      if (changed && body.state !== 'refused') await proposeAgain(trx, caller, at, params.id)
    })
  },
}
