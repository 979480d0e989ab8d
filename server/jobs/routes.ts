import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { jobEndpoints } from '#api/job.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'

export const jobHandlers: Handlers<typeof jobEndpoints> = {
  'GET /api/jobs/:id': ({ db, caller, params }) => showJob(db, caller, params.id),
  'PUT /api/jobs/:id/cancellation': async ({ db, caller, clock, params }) => {
    await cancelJob(db, caller, params.id, clock.now())
    return showJob(db, caller, params.id)
  },
}

const showJob = async (
  db: Db,
  caller: Caller,
  id: string,
): Promise<Reply<(typeof jobEndpoints)['GET /api/jobs/:id']>> => {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('asked_by', '=', caller.staffId), eb('asked_by', 'is', null)]))
    .executeTakeFirst()
  if (!row) return fail('record.not_found')
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    done: row.done,
    total: row.total,
    result: row.result as Reply<(typeof jobEndpoints)['GET /api/jobs/:id']>['result'],
    problem: row.problem as Reply<(typeof jobEndpoints)['GET /api/jobs/:id']>['problem'],
    cancelling: row.cancel_asked_at !== null && row.finished_at === null,
    askedAt: row.asked_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

/** A waiting job ends at once; a running one when it next looks up; one that has ended stays as it ended. */
const cancelJob = async (db: Db, caller: Caller, id: string, at: Date): Promise<void> => {
  await db
    .updateTable('job')
    .set({
      cancel_asked_at: sql`coalesce(cancel_asked_at, ${at})`,
      state: sql`case when state = 'waiting' then 'cancelled' else state end`,
      finished_at: sql`case when state = 'waiting' then ${at}::timestamptz end`,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .where('asked_by', '=', caller.staffId)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
}
