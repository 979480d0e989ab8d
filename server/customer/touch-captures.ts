import { capturesOf, standing } from '#domain/playbook/capture.ts'
import { readEvent, type WireEvent } from '#domain/playbook/wire.ts'
import type { Db } from '#server/db/pool.ts'

/** What was written down in a contact, in the words and the order it was said. */
export type TouchCaptures = {
  needs: string[]
  expectations: string[]
  promises: { what: string; dueDay: string; dueTime: string | null }[]
}

const kinds = ['captured', 'captureChanged', 'captureRemoved', 'captureRestored', 'ranked']

/** By run: what its events say was written down; what was taken back is left out. Runs in which nothing was are not in it. */
export const capturesIn = async (
  db: Db,
  branchId: number,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, TouchCaptures>> => {
  if (runIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('run_event')
    .select(['id', 'run_id', 'seq', 'at', 'actor_id', 'kind', 'payload'])
    .where('branch_id', '=', branchId)
    .where('run_id', 'in', runIds)
    .where('kind', 'in', kinds)
    .orderBy('seq')
    .execute()
  const byRun = Map.groupBy(rows, ({ run_id }) => run_id)
  return new Map(
    [...byRun].map(([runId, events]) => {
      const captures = capturesOf(
        events.map((row) =>
          readEvent({
            ...(row.payload as object),
            type: row.kind,
            id: row.id,
            runId,
            actor: row.actor_id,
            at: row.at.toISOString(),
            sequence: row.seq,
          } as WireEvent),
        ),
        new Set(),
      )
      return [
        runId,
        {
          needs: standing(captures, 'need').map(({ text }) => text),
          expectations: standing(captures, 'expectation').map(({ text }) => text),
          promises: standing(captures, 'promise').map(({ what, dueDay, dueTime }) => ({ what, dueDay, dueTime })),
        },
      ]
    }),
  )
}
