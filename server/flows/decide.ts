import { sql } from 'kysely'
import type { z } from 'zod'
import type { worklistEndpoints } from '#api/worklist.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type ActFacts, finish, handOver, snooze, type WorkAct } from '#domain/worklist/acts.ts'
import { keysOfMoved, meetingsPutOff, promisesPutOff } from '#domain/worklist/put-off.ts'
import type { WorkItem } from '#domain/worklist/rank.ts'
import { type Wall, wallIn } from '#domain/worklist/wall.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { rowOf } from '#server/worklist/acts.ts'
import { workDayOf } from '#server/worklist/day.ts'
import { maySee } from '#server/worklist/helpers.ts'
import { counted } from '#server/worklist/whom.ts'
import { putOffMeetings, restoreMeetings } from './put-off-meetings.ts'
import { putOffPromises, restorePromises } from './put-off.ts'

type Ask = z.output<(typeof worklistEndpoints)['PUT /api/today/decisions/:id']['body']>

/**
 * Decides about a row of the caller's own list; what the row is made of now is what the decision covers. Putting it off
 * with the customer's knowledge moves the promises in the ledger too: there is one day a promise is due. [R-23]
 */
const decide = async (db: Db, caller: Caller, at: Date, id: string, ask: Ask): Promise<void> => {
  const { branchId, staffId, timeZone } = caller
  const earlier = await decisionOf(db, branchId, id)
  if (earlier) {
    if (earlier.staff_id === staffId && earlier.customer_id === ask.customerId) return
    fail('record.exists')
  }
  const { today, now, acts } = await workDayOf(db, caller, at, { ...counted, alsoId: ask.customerId })
  const item = today.toContact.find(({ customerId }) => customerId === ask.customerId) ?? fail('record.not_found')
  if (ask.decision === 'handed_over' && !(await maySee(db, branchId, ask.toId, ask.customerId)))
    fail('record.not_found')
  const touchId = ask.decision === 'done' && ask.touchId ? await touchOf(db, caller, ask.customerId, ask.touchId) : null
  const decided = actOf(item, ask, touchId, caller, now)
  if (!decided.ok) return fail('rule.refused', { reasons: [decided.error] })
  const act = decided.value
  const newDue = ask.decision === 'snoozed' && ask.told ? new Date(ask.told.newDue) : null
  const seen = acts.map(({ row }) => row.id)
  await inTransaction(db, async (trx) => {
    await requireUndecided(trx, branchId, act, [...seen, id])
    const written = await trx
      .insertInto('worklist_decision')
      .values({
        branch_id: branchId,
        id,
        staff_id: staffId,
        customer_id: ask.customerId,
        keys: newDue ? [...act.keys, ...keysOfMoved(item, act, newDue)] : act.keys,
        at,
        ...rowOf(act, timeZone),
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!written) return
    if (newDue) {
      await putOffPromises(trx, caller, at, id, promisesPutOff(item, act), act, newDue)
      await putOffMeetings(trx, caller, at, id, meetingsPutOff(item, act), 'note' in act ? act.note : '', newDue)
    }
    await audit(trx, branchId, staffId, at, {
      action: `worklist.${ask.decision}`,
      entity: 'worklist_decision',
      entityId: id,
      customerId: ask.customerId,
      params: { keys: act.keys.join(' ') },
    })
  })
}

/** A row somebody decided about meanwhile is no longer on the list: two who press at once must not both have decided. */
const requireUndecided = async (trx: Db, branchId: number, { customerId, keys }: WorkAct, seen: string[]) => {
  await sql`select pg_advisory_xact_lock(hashtext(${`decision ${customerId}`}), ${branchId})`.execute(trx)
  const meanwhile = await trx
    .selectFrom('worklist_decision')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('undone_at', 'is', null)
    .where('keys', '&&', sql<string[]>`${keys}::text[]`)
    .where('id', '<>', sql<string>`all(${seen}::uuid[])`)
    .executeTakeFirst()
  if (meanwhile) fail('record.not_found')
}

/** The contact named, if it is one with this customer; any other says nothing of what happened here. */
const touchOf = async (db: Db, caller: Caller, customerId: string, id: string): Promise<string | null> => {
  const touch = await db
    .selectFrom('touch')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return touch?.id ?? null
}

const actOf = (
  item: WorkItem,
  ask: Ask,
  touchId: string | null,
  caller: Caller,
  now: Wall,
): Result<WorkAct, Said<ActFacts>> => {
  const by = caller.staffId
  const wall = (instant: string): Wall => wallIn(new Date(instant), caller.timeZone)
  switch (ask.decision) {
    case 'done':
      return finish(item, { touchId, note: ask.note, by }, now)
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
const undoDecision = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> => {
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
    await restorePromises(trx, caller, at, id, decision.customer_id)
    await restoreMeetings(trx, caller, at, id, decision.customer_id)
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

export const decisionHandlers: Handlers<
  Pick<typeof worklistEndpoints, 'PUT /api/today/decisions/:id' | 'DELETE /api/today/decisions/:id'>
> = {
  'PUT /api/today/decisions/:id': async ({ db, caller, clock, params, body }) => {
    await decide(db, caller, clock.now(), params.id, body)
    return { id: params.id }
  },
  'DELETE /api/today/decisions/:id': async ({ db, caller, clock, params }) =>
    undoDecision(db, caller, clock.now(), params.id),
}
