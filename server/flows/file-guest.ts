import { afterRun, moveOfRun } from '#domain/event/after-run.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { RunState } from '#domain/playbook/state.ts'
import type { RunSummary } from '#domain/playbook/summary.ts'
import type { Db } from '#server/db/pool.ts'
import { writeMove } from '#server/event/guests.ts'
import { type EventRow, type GuestRow, lockEvent, standingOf } from '#server/event/rows.ts'
import type { Caller } from '#server/http/handler.ts'
import { taskIdsOf } from '#server/playbook/subject.ts'

type Run = { id: string; customer_id: string; occasion: unknown }
type Behind = { event: EventRow; guest: GuestRow }

/** The guest a contact is about, by the task it does; the event is locked before any of its tasks is written. */
export const guestBehind = async (trx: Db, caller: Caller, run: Run): Promise<Behind | null> => {
  const ids = taskIdsOf((run.occasion ?? []) as { kind: string; recordId: string }[])
  if (ids.length === 0) return null
  const found = trx
    .selectFrom('event_guest')
    .innerJoin('task', (on) =>
      on.onRef('task.branch_id', '=', 'event_guest.branch_id').onRef('task.guest_id', '=', 'event_guest.id'),
    )
    .selectAll('event_guest')
    .where('event_guest.branch_id', '=', caller.branchId)
    .where('event_guest.customer_id', '=', run.customer_id)
    .where('task.id', 'in', ids)
  const first = await found.executeTakeFirst()
  if (!first) return null
  const event = await lockEvent(trx, caller, first.event_id)
  const guest = await found.executeTakeFirst()
  return guest ? { event, guest } : null
}

/**
 * Moves a guest to where a filed contact showed them [S-05]: said yes or no, came or did not. What the contact itself planned for the day
 * is the guest's task from then on. Filed again after somebody moved the guest by hand, nothing changes.
 */
export const fileGuest = async (
  trx: Db,
  caller: Caller,
  now: Date,
  run: Run,
  { playbook, state, summary }: { playbook: Playbook; state: RunState; summary: RunSummary },
  { event, guest }: Behind,
): Promise<void> => {
  const ended = state.finished?.at ?? now
  if (event.called_off_at !== null || (guest.run_id !== run.id && guest.moved_at > ended)) return
  const move = moveOfRun({
    playbook: playbook.id,
    reached: summary.touch !== null,
    connected: state.connectedAt !== null,
    missed: state.missed?.outcome ?? null,
    leaves: summary.tasks.map((task) => task.playbook),
    passedOver: state.skipped,
    checks: state.checks,
  })
  if (move === null) return
  await trx
    .updateTable('task')
    .set({ guest_id: guest.id })
    .where('branch_id', '=', caller.branchId)
    .where('run_id', '=', run.id)
    .where('playbook_key', '=', 'event-day')
    .execute()
  await writeMove(trx, caller, now, event, guest, {
    ...afterRun(standingOf(guest), move),
    runId: run.id,
    ...(move === 'came' ? { askedRunId: summary.followUp === null ? null : run.id } : {}),
  })
}
