import type { Appointment, AppointmentMove, AppointmentStep } from '#domain/schedule/appointment.ts'
import { moveAppointment } from '#domain/schedule/move.ts'
import { requireRecord } from '#server/customer/require-record.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import {
  type AppointmentRow,
  appointmentOf,
  columnsOf,
  restored,
  type StoredAppointmentStep,
  storedAppointmentSteps,
  storedState,
} from './appointment-row.ts'

/** The appointment, locked, with a customer the caller may talk to. */
export const requireAppointment = (trx: Db, caller: Caller, id: string): Promise<AppointmentRow> =>
  requireRecord(
    trx,
    caller,
    trx
      .selectFrom('appointment')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )

/** Makes a move on a locked row, under the id its writer gave it; one known by its id is not made again. */
export const moveStored = async (
  trx: Db,
  caller: Caller,
  at: Date,
  row: AppointmentRow,
  moveId: string,
  move: AppointmentMove,
): Promise<{ version: number }> => {
  if (storedAppointmentSteps(row.history).some((step) => step.id === moveId)) return { version: row.version }
  const before = appointmentOf(row)
  const moved = moveAppointment(before, move, at)
  if (!moved.ok) return fail('rule.refused', { reasons: [moved.error] })
  const step = {
    id: moveId,
    at: at.toISOString(),
    actorId: caller.staffId,
    move: move.move,
    reason: 'reason' in move ? move.reason.trim() : '',
    told: 'told' in move ? move.told : false,
    was: storedState(before),
  }
  return write(trx, caller, at, row, columnsOf(moved.value), step)
}

/** Takes the latest step back; something later refuses it. */
export const undoStored = async (
  trx: Db,
  caller: Caller,
  at: Date,
  row: AppointmentRow,
  moveId: string,
  stepId: string,
): Promise<{ version: number }> => {
  const steps = storedAppointmentSteps(row.history)
  if (steps.some((step) => step.id === moveId)) return { version: row.version }
  const last = steps.at(-1)
  if (last?.id !== stepId || last.was === null)
    return fail('rule.refused', { reasons: [{ code: 'appointment.changedSince', params: {} }] })
  const was: Appointment = appointmentOf(row)
  const step = {
    id: moveId,
    at: at.toISOString(),
    actorId: caller.staffId,
    move: 'undone' as const,
    reason: '',
    told: false,
    was: storedState(was),
  }
  return write(trx, caller, at, row, restored(last.was, row.sequence + 1), step)
}

const write = async (
  trx: Db,
  caller: Caller,
  at: Date,
  row: AppointmentRow,
  columns: ReturnType<typeof columnsOf>,
  step: StoredAppointmentStep & { move: AppointmentStep['move'] },
): Promise<{ version: number }> => {
  const version = row.version + 1
  await trx
    .updateTable('appointment')
    .set({ ...columns, history: JSON.stringify([...storedAppointmentSteps(row.history), step]), version })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', row.id)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, at, {
    action: `appointment.${step.move}`,
    entity: 'appointment',
    entityId: row.id,
    customerId: row.customer_id,
    version,
    params: { reason: step.reason, told: step.told, startsAt: columns.starts_at.toISOString() },
  })
  return { version }
}
