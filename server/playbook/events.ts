import type { RunEvent } from '#domain/playbook/event.ts'
import { readEvent, type WireEvent } from '#domain/playbook/wire.ts'
import type { Db } from '#server/db/pool.ts'

type Place = { branchId: number; runId: string }

/** The events of a run after a place in its order, as they travel. */
export const eventsAfter = async (db: Db, { branchId, runId }: Place, since: number): Promise<WireEvent[]> => {
  const rows = await db
    .selectFrom('run_event')
    .select(['id', 'seq', 'at', 'actor_id', 'kind', 'payload'])
    .where('branch_id', '=', branchId)
    .where('run_id', '=', runId)
    .where('seq', '>', since)
    .orderBy('seq')
    .execute()
  return rows.map((row) => wireFrom(runId, row))
}

/** The events of many runs at once, by run. */
export const eventsOfRuns = async (
  db: Db,
  branchId: number,
  runIds: readonly string[],
): Promise<Map<string, WireEvent[]>> => {
  if (runIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('run_event')
    .select(['run_id', 'id', 'seq', 'at', 'actor_id', 'kind', 'payload'])
    .where('branch_id', '=', branchId)
    .where('run_id', 'in', runIds)
    .orderBy('run_id')
    .orderBy('seq')
    .execute()
  return new Map(
    runIds.map((runId) => [runId, rows.filter(({ run_id }) => run_id === runId).map((row) => wireFrom(runId, row))]),
  )
}

type Row = { id: string; seq: number; at: Date; actor_id: string; kind: string; payload: unknown }

const wireFrom = (runId: string, row: Row): WireEvent =>
  ({
    ...(row.payload as object),
    type: row.kind,
    id: row.id,
    runId,
    actor: row.actor_id,
    at: row.at.toISOString(),
    sequence: row.seq,
  }) as WireEvent

export const eventsOf = async (db: Db, place: Place): Promise<RunEvent[]> =>
  (await eventsAfter(db, place, 0)).map(readEvent)

/** An event at its place in the order, as it is stored. */
export const eventRow = (
  { branchId, runId }: Place,
  event: WireEvent & { sequence: number },
  receivedAt: Date,
  late: boolean,
) => {
  const { id, runId: _run, actor, at, sequence, type, ...payload } = event
  return {
    branch_id: branchId,
    run_id: runId,
    id,
    seq: sequence,
    at: new Date(at),
    received_at: receivedAt,
    actor_id: actor,
    kind: type,
    payload: JSON.stringify(payload),
    late,
  }
}
