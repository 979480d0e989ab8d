import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { storedAppointmentSteps } from '#server/schedule/appointment-row.ts'
import { moveStored, undoStored } from '#server/schedule/move-stored.ts'
import { derivedId } from './filed.ts'

/** Gives meetings the time the customer agreed to when their row was put off. */
export const putOffMeetings = async (
  trx: Db,
  caller: Caller,
  at: Date,
  decisionId: string,
  meetingIds: readonly string[],
  reason: string,
  from: Date,
): Promise<void> => {
  if (meetingIds.length === 0) return
  for (const row of await locked(trx, caller).where('id', 'in', meetingIds).execute()) {
    const until = new Date(from.getTime() + row.ends_at.getTime() - row.starts_at.getTime())
    const move = { move: 'moved', to: { from, until }, reason, told: true } as const
    await moveStored(trx, caller, at, row, stepOf(decisionId, row.id), move)
  }
}

/** Gives meetings their time back when the decision that moved them is undone, unless something was done with them since. */
export const restoreMeetings = async (
  trx: Db,
  caller: Caller,
  at: Date,
  decisionId: string,
  customerId: string,
): Promise<void> => {
  for (const row of await locked(trx, caller).where('customer_id', '=', customerId).execute()) {
    const step = stepOf(decisionId, row.id)
    if (storedAppointmentSteps(row.history).at(-1)?.id !== step) continue
    await undoStored(trx, caller, at, row, derivedId(decisionId, `back ${row.id}`), step)
  }
}

const locked = (trx: Db, { branchId }: Caller) =>
  trx.selectFrom('appointment').selectAll().where('branch_id', '=', branchId).forUpdate()

const stepOf = (decisionId: string, meetingId: string): string => derivedId(decisionId, `put off ${meetingId}`)
