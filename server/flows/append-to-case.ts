import type { retentionEndpoints } from '#api/retention.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { CaseEvent } from '#domain/retention/case-event.ts'
import type { CaseState } from '#domain/retention/case-state.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { writeLineIn } from '#server/loss/line.ts'
import { lossOf } from '#server/loss/locked.ts'
import { lossNow, markLeftIn, unmarkLeftIn } from '#server/loss/mark.ts'
import { appendToCase } from '#server/retention/append.ts'

type Happened = { customerId: Id; before: CaseState; event: CaseEvent }

/**
 * A case that ends with the customer gone puts them among the lost, under the id of the event that says so, and plans the visit that asks why;
 * an outcome taken back or noted anew takes that back as well. What the case taught is the line on the loss. One who was marked as
 * left by hand before stays as marked.
 */
const keepLoss = async (trx: Db, caller: Caller, now: Date, { customerId, before, event }: Happened): Promise<void> => {
  if (event.type === 'ended' || event.type === 'endTakenBack') {
    await takeBack(trx, caller, now, before)
    if (event.type === 'endTakenBack' || event.outcome !== 'left' || !event.way) return
    if (await lossNow(trx, caller.branchId, customerId)) return
    await markLeftIn(trx, caller, now, event.id, { customerId, way: event.way, leftOn: event.on, line: null })
  }
  if (event.type === 'learnt' && before.ended?.outcome === 'left') {
    const loss =
      (await lossOf(trx, caller.branchId, before.ended.event)) ?? (await lossNow(trx, caller.branchId, customerId))
    if (loss)
      await writeLineIn(trx, caller, now, {
        lossId: loss.id,
        lineId: event.id,
        reason: event.reason,
        line: event.lesson,
      })
  }
}

const takeBack = async (trx: Db, caller: Caller, now: Date, { ended }: CaseState): Promise<void> => {
  if (ended?.outcome === 'left' && (await lossOf(trx, caller.branchId, ended.event)))
    await unmarkLeftIn(trx, caller, now, ended.event)
}

export const retentionEventHandlers: Handlers<Pick<typeof retentionEndpoints, 'POST /api/retention/:id/events'>> = {
  'POST /api/retention/:id/events': async ({ db, caller, clock, params, body }) => {
    const now = clock.now()
    return appendToCase(db, caller, now, params.id, body, (trx, happened) => keepLoss(trx, caller, now, happened))
  },
}
