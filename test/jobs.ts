import type { Db } from '#server/db/pool.ts'
import type { Clock } from '#server/http/clock.ts'
import { carryOut } from '#server/jobs/carry-out.ts'
import type { Payload, Works } from '#server/jobs/task.ts'

/** Does what waits in the outbox in its order, as the queue would; what it asks for in turn is done too. */
export const finishJobs = async (db: Db, clock: Clock, works: Works): Promise<void> => {
  const failures: unknown[] = []
  for (;;) {
    const waiting = await db
      .selectFrom('outbox')
      .selectAll()
      .where('sent_at', 'is', null)
      .where('job', 'in', Object.keys(works))
      .orderBy('created_at')
      .limit(1)
      .executeTakeFirst()
    if (!waiting) break
    const { branch_id: branchId, id, job: name } = waiting
    await db.updateTable('outbox').set({ sent_at: clock.now() }).where('id', '=', id).execute()
    const carrier = { db, clock, works, onError: (error: unknown) => failures.push(error) }
    await carryOut(carrier, { branchId, id, name, payload: waiting.payload as Payload })
  }
  if (failures.length > 0) throw failures[0]
}
