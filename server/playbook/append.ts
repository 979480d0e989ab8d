import type { WrittenEvent } from '#api/run-event.ts'
import type { RunEvent } from '#domain/playbook/event.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { mayAppend } from '#domain/playbook/mayAppend.ts'
import type { Refusal } from '#domain/playbook/refusal.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import type { RunState } from '#domain/playbook/state.ts'
import { readEvent, type WireEvent, writeEvent } from '#domain/playbook/wire.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { eventRow, eventsOf } from './events.ts'
import { playbookOf } from './load.ts'
import { requireRun } from './require-run.ts'

export type Appended = {
  run: Awaited<ReturnType<typeof requireRun>>
  playbook: Playbook
  state: RunState
  accepted: WireEvent[]
  refused: { id: string; reason: Refusal }[]
  /** Something was added, so what was filed may have to be filed anew. */
  changed: boolean
}

/** Why an event that the run itself allows is held back all the same; null when it is not. */
export type HeldBack = (event: RunEvent, on: Pick<Appended, 'run' | 'playbook' | 'state'>) => Promise<Refusal | null>

/**
 * Adds events to a run in the caller's transaction. Each is judged against everything before it; one that is known by its id
 * is answered with its place and not written again; one that is refused, or `heldBack`, does not hold up the rest.
 */
export const appendEvents = async (
  trx: Db,
  caller: Caller,
  runId: string,
  written: readonly WrittenEvent[],
  now: Date,
  heldBack: HeldBack,
): Promise<Appended> => {
  const run = await requireRun(trx, caller, runId, { lock: true })
  const playbook = await playbookOf(trx, run.playbook_hash)
  const place = { branchId: caller.branchId, runId }
  const events = await eventsOf(trx, place)
  let state = reduceRun(playbook, events)
  let last = run.last_seq
  const accepted: WireEvent[] = []
  const refused: Appended['refused'] = []
  const rows: ReturnType<typeof eventRow>[] = []
  for (const one of written) {
    const known = events.find(({ id }) => id === one.id)
    if (known) {
      accepted.push(writeEvent(known))
      continue
    }
    const event = readEvent({ ...one, runId, actor: caller.staffId, sequence: null })
    const admission = mayAppend(state, event, playbook)
    const reason = admission.ok ? await heldBack(event, { run, playbook, state }) : admission.error
    if (!admission.ok || reason) {
      if (reason) refused.push({ id: one.id, reason })
      continue
    }
    last += 1
    const numbered = { ...event, at: within(event.at, run.started_at, now), sequence: last }
    const wire = { ...writeEvent(numbered), sequence: last }
    rows.push(eventRow(place, wire, now, admission.value === 'late'))
    accepted.push(wire)
    events.push(numbered)
    state = reduceRun(playbook, events)
  }
  const changed = rows.length > 0
  if (changed)
    await trx
      .with('added', (query) => query.insertInto('run_event').values(rows))
      .updateTable('run')
      .set({ last_seq: last, finished_at: state.finished?.at ?? null })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', runId)
      .execute()
  return { run, playbook, state, accepted, refused, changed }
}

/** A device's clock may be wrong: nothing in a run happens before its start or after the server has heard of it. */
const within = (at: Date, from: Date, to: Date): Date =>
  new Date(Math.min(Math.max(at.getTime(), from.getTime()), to.getTime()))
