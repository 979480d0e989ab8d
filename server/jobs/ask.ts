import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import type { Payload } from './task.ts'

export type AskedJob = {
  name: string
  payload?: Payload
  /** Who asks; left out for work that follows from something else. */
  askedBy?: string
  /** The writer's own id: asked twice, it is one job. */
  id?: string
}

/**
 * Asks for a job in the transaction of the change that needs it: it starts once that is committed, and never when it is
 * rolled back. A job that waits already with the same name and payload is not asked for twice. Returns the job's id.
 */
export const askForJob = async (trx: Db, branchId: number, at: Date, asked: AskedJob): Promise<string> => {
  const payload = JSON.stringify(asked.payload ?? {})
  const id = asked.id ?? (await waitingId(trx, branchId, asked.name, payload)) ?? freshId(at)
  await trx
    .insertInto('job')
    .values({ branch_id: branchId, id, name: asked.name, asked_by: asked.askedBy ?? null, asked_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
  await trx
    .insertInto('outbox')
    .values({ branch_id: branchId, id, job: asked.name, payload, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
  return id
}

const waitingId = async (trx: Db, branchId: number, name: string, payload: string): Promise<string | null> => {
  const waiting = await trx
    .selectFrom('outbox')
    .innerJoin('job', (on) =>
      on
        .onRef('job.branch_id', '=', 'outbox.branch_id')
        .onRef('job.id', '=', 'outbox.id')
        .on('job.state', '=', 'waiting'),
    )
    .select('job.id')
    .where('outbox.branch_id', '=', branchId)
    .where('outbox.job', '=', name)
    .where('outbox.payload', '=', payload)
    .executeTakeFirst()
  return waiting?.id ?? null
}
