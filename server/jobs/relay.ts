import { type PgBoss, fromKysely } from 'pg-boss'
import { type Db, inTransaction } from '#server/db/pool.ts'

const MOST_AT_ONCE = 100

/**
 * Hands waiting outbox rows to the queue, oldest first, in one transaction with marking them sent: a crash in between hands
 * out neither none nor two. Rows for work this program does not know are left for one that does. Returns the names handed out.
 */
export const relayOutbox = (db: Db, boss: PgBoss, names: readonly string[], at: Date): Promise<string[]> =>
  inTransaction(db, async (trx) => {
    const waiting = await trx
      .selectFrom('outbox')
      .select(['branch_id', 'id', 'job', 'payload'])
      .where('sent_at', 'is', null)
      .where('job', 'in', [...names])
      .orderBy('created_at')
      .orderBy('id')
      .limit(MOST_AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { branch_id: branchId, id, job, payload } of waiting) {
      // One job of a kind at a time in a branch: two imports of the same customers would only wait for each other.
      const options = { id, singletonKey: String(branchId), db: fromKysely(trx) }
      await boss.send(job, { branchId, id, payload }, options)
      await trx
        .updateTable('outbox')
        .set({ sent_at: at })
        .where('branch_id', '=', branchId)
        .where('id', '=', id)
        .execute()
    }
    return waiting.map(({ job }) => job)
  })
