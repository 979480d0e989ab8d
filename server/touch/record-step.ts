import type { PromiseEntry } from '#domain/touch/promise-ledger.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { storedStepOf, storedSteps } from './promise-row.ts'

type Before = { id: string; customer_id: string; version: number; history: unknown }

/** Writes a promise as its last step left it, under the id that the step's writer gave it; answers the new version. */
export const recordStep = async (
  trx: Db,
  caller: Caller,
  at: Date,
  before: Before,
  entry: PromiseEntry,
  stepId: string,
): Promise<number> => {
  const last = entry.history.at(-1)
  if (!last) throw new Error('a promise that moved has a step')
  const version = before.version + 1
  await trx
    .updateTable('promise')
    .set({
      state: entry.state,
      due_at: entry.dueAt,
      owner_id: entry.ownerId,
      settled_at: entry.settledAt,
      told_at: entry.toldAt,
      history: JSON.stringify([...storedSteps(before.history), storedStepOf(last, stepId)]),
      version,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', before.id)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, at, {
    action: `promise.${last.move}`,
    entity: 'promise',
    entityId: before.id,
    customerId: before.customer_id,
    version,
    params: { note: last.note },
  })
  return version
}
