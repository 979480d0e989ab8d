import type { z } from 'zod'
import type { worklistEndpoints } from '#api/worklist.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type ActFacts, finish, handOver, snooze, type WorkAct } from '#domain/worklist/acts.ts'
import type { WorkItem } from '#domain/worklist/rank.ts'
import { type Wall, wallIn } from '#domain/worklist/wall.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { rowOf } from './acts.ts'
import { workDayOf } from './day.ts'
import { maySee } from './helpers.ts'

type Ask = z.output<(typeof worklistEndpoints)['PUT /api/today/decisions/:id']['body']>

/** Decides about a row of the caller's own list; what the row is made of now is what the decision covers. */
export const decide = async (db: Db, caller: Caller, at: Date, id: string, ask: Ask): Promise<void> => {
  const { branchId, staffId, timeZone } = caller
  const earlier = await decisionOf(db, branchId, id)
  if (earlier) {
    if (earlier.staff_id === staffId && earlier.customer_id === ask.customerId) return
    fail('record.exists')
  }
  const { today, now } = await workDayOf(db, caller, at)
  const item = today.toContact.find(({ customerId }) => customerId === ask.customerId) ?? fail('record.not_found')
  if (ask.decision === 'handed_over' && !(await maySee(db, branchId, ask.toId, ask.customerId)))
    fail('record.not_found')
  const decided = actOf(item, ask, caller, now)
  if (!decided.ok) return fail('rule.refused', { reasons: [decided.error] })
  const act = decided.value
  await inTransaction(db, async (trx) => {
    const written = await trx
      .insertInto('worklist_decision')
      .values({
        branch_id: branchId,
        id,
        staff_id: staffId,
        customer_id: ask.customerId,
        keys: act.keys,
        at,
        ...rowOf(act, timeZone),
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!written) return
    await audit(trx, branchId, staffId, at, {
      action: `worklist.${ask.decision}`,
      entity: 'worklist_decision',
      entityId: id,
      customerId: ask.customerId,
      params: { keys: act.keys.join(' ') },
    })
  })
}

const actOf = (item: WorkItem, ask: Ask, caller: Caller, now: Wall): Result<WorkAct, Said<ActFacts>> => {
  const by = caller.staffId
  const wall = (instant: string): Wall => wallIn(new Date(instant), caller.timeZone)
  switch (ask.decision) {
    case 'done':
      return finish(item, { touchId: ask.touchId, note: ask.note, by }, now)
    case 'handed_over':
      return handOver(item, { to: ask.toId, reason: ask.reason, by }, now)
    case 'snoozed': {
      const { reason, note, told } = ask
      const heard = told && { at: wall(told.at), newDue: { by: 'minute' as const, ...wall(told.newDue) } }
      return snooze(item, { until: wall(ask.until), reason, note, told: heard, by }, now)
    }
  }
}

/** Takes back one's own decision; taken back twice is taken back. */
export const undoDecision = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> => {
  const decision = await decisionOf(db, caller.branchId, id)
  if (decision?.staff_id !== caller.staffId) return fail('record.not_found')
  await inTransaction(db, async (trx) => {
    const undone = await trx
      .updateTable('worklist_decision')
      .set({ undone_at: at })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .where('undone_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!undone) return
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'worklist.undone',
      entity: 'worklist_decision',
      entityId: id,
      customerId: decision.customer_id,
    })
  })
}

const decisionOf = (db: Db, branchId: number, id: string) =>
  db
    .selectFrom('worklist_decision')
    .select(['staff_id', 'customer_id'])
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()
