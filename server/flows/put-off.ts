import { movePromise, restoreDay } from '#domain/touch/promise-ledger.ts'
import type { WorkAct } from '#domain/worklist/acts.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { promiseEntryOf, storedSteps } from '#server/touch/promise-row.ts'
import { recordStep } from '#server/touch/record-step.ts'
import { derivedId } from './filed.ts'

/** Gives promises the day that the customer was told when their row was put off. */
export const putOffPromises = async (
  trx: Db,
  caller: Caller,
  at: Date,
  decisionId: string,
  promiseIds: readonly string[],
  act: WorkAct,
  dueAt: Date,
): Promise<void> => {
  if (act.act !== 'snoozed' || !act.told || promiseIds.length === 0) return
  const { note, told } = act
  const heard = instantAt(told.at.day, told.at.minute, caller.timeZone)
  const rows = await lockedPromises(trx, caller).where('id', 'in', promiseIds).execute()
  for (const row of rows) {
    const wish = { move: 'postponed', note, dueAt, heard } as const
    const moved = movePromise(promiseEntryOf(row), wish, { at, actorId: caller.staffId })
    if (!moved.ok) return fail('rule.refused', { reasons: [moved.error] })
    await recordStep(trx, caller, at, row, moved.value, stepOf(decisionId, row.id))
  }
}

/** Gives promises their day back when the decision that moved them is undone, unless something was done with them since. */
export const restorePromises = async (
  trx: Db,
  caller: Caller,
  at: Date,
  decisionId: string,
  customerId: string,
): Promise<void> => {
  for (const row of await lockedPromises(trx, caller).where('customer_id', '=', customerId).execute()) {
    if (storedSteps(row.history).at(-1)?.id !== stepOf(decisionId, row.id)) continue
    const restored = restoreDay(promiseEntryOf(row), { at, actorId: caller.staffId })
    if (restored) await recordStep(trx, caller, at, row, restored, derivedId(decisionId, `back ${row.id}`))
  }
}

const lockedPromises = (trx: Db, { branchId }: Caller) =>
  trx.selectFrom('promise').selectAll().where('branch_id', '=', branchId).where('state', '=', 'open').forUpdate()

const stepOf = (decisionId: string, promiseId: string): string => derivedId(decisionId, `put off ${promiseId}`)
