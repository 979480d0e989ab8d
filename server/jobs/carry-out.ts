import { sql } from 'kysely'
import type { Params } from '#domain/kernel/said.ts'
import type { Db } from '#server/db/pool.ts'
import type { Clock } from '#server/http/clock.ts'
import { Cancelled, JobRefused, type Payload, Stopping, type Works } from './task.ts'

export type Carrier = {
  db: Db
  clock: Clock
  works: Works
  /** Told of every failure that is our fault. */
  onError: (error: unknown, jobId: string) => void
  /** Aborted when the program ends. */
  stopping?: AbortSignal
}

type Ordered = { branchId: number; id: string; name: string; payload: Payload }

/** Does one job and records how it ended. Throws only `Stopping`: whatever else happens is an end, told in the job's row. */
export const carryOut = async (carrier: Carrier, { branchId, id, name, payload }: Ordered): Promise<void> => {
  const { db, clock, works } = carrier
  const begun = await begin(db, branchId, id, clock.now())
  const work = works[name]
  if (!begun || !work) return
  const finish = (state: 'done' | 'failed' | 'cancelled', outcome: { result?: Params; problem?: object } = {}) =>
    db
      .updateTable('job')
      .set({
        state,
        finished_at: clock.now(),
        ...(outcome.result ? { result: JSON.stringify(outcome.result) } : {}),
        ...(outcome.problem ? { problem: JSON.stringify(outcome.problem) } : {}),
      })
      .where('branch_id', '=', branchId)
      .where('id', '=', id)
      .execute()
  try {
    const progress = progressOf(carrier, branchId, id)
    const result = await work({ branchId, id, payload, askedBy: begun.asked_by, db, clock, progress })
    await finish('done', { result })
  } catch (error) {
    if (error instanceof Stopping) throw error
    if (error instanceof Cancelled) await finish('cancelled')
    else if (error instanceof JobRefused) await finish('failed', { problem: error.said })
    else {
      carrier.onError(error, id)
      await finish('failed', { problem: { code: 'job.failed', params: {} } })
    }
  }
}

/** A job that was running is taken up again: whoever had it is gone, or the queue would not have handed it out. */
const begin = (db: Db, branchId: number, id: string, at: Date) =>
  db
    .updateTable('job')
    .set({ state: 'running', started_at: sql`coalesce(started_at, ${at})` })
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning('asked_by')
    .executeTakeFirst()

const SHOWN_EVERY_MS = 250

const progressOf = ({ db, stopping }: Carrier, branchId: number, id: string) => {
  let shownAt = -SHOWN_EVERY_MS
  return async (done: number, total?: number | null): Promise<void> => {
    if (stopping?.aborted) throw new Stopping()
    const complete = total !== undefined && total !== null && done >= total
    if (performance.now() - shownAt < SHOWN_EVERY_MS && !complete) return
    shownAt = performance.now()
    const row = await db
      .updateTable('job')
      .set({ done, ...(total === undefined ? {} : { total }) })
      .where('branch_id', '=', branchId)
      .where('id', '=', id)
      .returning('cancel_asked_at')
      .executeTakeFirst()
    if (row?.cancel_asked_at) throw new Cancelled()
  }
}
