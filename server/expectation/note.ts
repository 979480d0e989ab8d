import { sql } from 'kysely'
import { type ExpectationEntry, type ExpectationStep, type Nature, ranked } from '#domain/expectation/board.ts'
import type { Day } from '#domain/kernel/day.ts'
import { lockCustomer } from '#server/customer/lock.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { storedExpectationStep } from './expectation-row.ts'

export type NewExpectation = {
  id: string
  customerId: string
  saidById: string | null
  touchId: string | null
  runId: string | null
  what: string
  nature: Nature
  saidOn: Day
  at: Date
  /** What was already answered when it was noted: can, our offer, or acknowledged. */
  start?: Pick<ExpectationEntry, 'can' | 'offer' | 'state'> & { steps: ExpectationStep[] }
}

/** Writes an expectation behind those the customer has, with its audit entry of `now`; false when it stands there already. */
export const noteExpectation = async (trx: Db, caller: Caller, now: Date, wanted: NewExpectation): Promise<boolean> => {
  const { start } = wanted
  // Two noted at once must not both take the last place.
  await lockCustomer(trx, caller.branchId, wanted.customerId)
  const noted: ExpectationStep = {
    at: wanted.at,
    actorId: caller.staffId,
    move: 'noted',
    wording: wanted.what,
    reply: '',
  }
  const made = await trx
    .insertInto('expectation')
    .values({
      branch_id: caller.branchId,
      id: wanted.id,
      customer_id: wanted.customerId,
      said_by: wanted.saidById,
      touch_id: wanted.touchId,
      run_id: wanted.runId,
      what: wanted.what,
      nature: wanted.nature,
      rank: sql<number>`(select coalesce(max(e.rank), 0) + 1 from expectation e
        where e.branch_id = ${caller.branchId} and e.customer_id = ${wanted.customerId})`,
      can: start?.can ?? null,
      offer: start?.offer ?? '',
      state: start?.state ?? 'open',
      said_on: wanted.saidOn,
      noted_by: caller.staffId,
      history: JSON.stringify(
        [noted, ...(start?.steps ?? [])].map((step, index) => storedExpectationStep(step, `${wanted.id}/${index}`)),
      ),
      updated_at: wanted.at,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'expectation.noted',
    entity: 'expectation',
    entityId: wanted.id,
    customerId: wanted.customerId,
    version: 1,
    params: { what: wanted.what, nature: wanted.nature },
  })
  return true
}

/** Puts a customer's expectations in the order given; those not named keep theirs behind them. */
export const orderExpectations = async (
  trx: Db,
  caller: Caller,
  customerId: string,
  order: readonly string[],
): Promise<boolean> => {
  const present = await trx
    .selectFrom('expectation')
    .select(['id', 'rank'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .orderBy('rank')
    .forUpdate()
    .execute()
  const places = ranked(present, order)
  const moved = present.filter(({ id, rank }) => places.get(id) !== rank)
  for (const { id } of moved)
    await trx
      .updateTable('expectation')
      .set({ rank: places.get(id) ?? 0 })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
  return moved.length > 0
}
