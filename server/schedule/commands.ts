import { type AppointmentMove, type AppointmentWay, isOver, type VisitPurpose } from '#domain/schedule/appointment.ts'
import { happenedAt } from '#domain/kernel/told-later.ts'
import { requirePerson } from '#server/customer/require-person.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { storedAppointmentSteps } from './appointment-row.ts'
import { makeAppointment } from './make-appointment.ts'
import { moveStored, requireAppointment, undoStored } from './move-stored.ts'

type Wanted = {
  customerId: string
  contactPersonId: string | null
  way: AppointmentWay
  startsAt: string
  endsAt: string
  place: string
  purposes: readonly VisitPurpose[]
  agreed: boolean
}

/** An appointment made outside a contact. Sent twice under one id it is one. */
export const addAppointment = async (db: Db, caller: Caller, at: Date, id: string, wanted: Wanted) =>
  inTransaction(db, async (trx) => {
    const { startsAt, endsAt, ...rest } = wanted
    await requireCustomer(trx, caller, wanted.customerId, 'contact.run')
    if (wanted.contactPersonId) await requirePerson(trx, caller, wanted.customerId, wanted.contactPersonId)
    const span = { from: new Date(startsAt), until: new Date(endsAt) }
    if (await makeAppointment(trx, caller, { id, ...rest, ...span, runId: null, madeAt: at })) return { id, version: 1 }
    const known = await trx
      .selectFrom('appointment')
      .select(['customer_id', 'version'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return known.customer_id === wanted.customerId ? { id, version: known.version } : fail('record.exists')
  })

/** Where and what for; the time has moves of its own. */
export const describeAppointment = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  wish: { place?: string | undefined; purposes?: readonly VisitPurpose[] | undefined },
) =>
  inTransaction(db, async (trx) => {
    const row = await requireAppointment(trx, caller, id)
    if (isOver(row))
      return fail('rule.refused', { reasons: [{ code: 'appointment.over', params: { state: row.state } }] })
    const place = wish.place ?? row.place
    const purposes = wish.purposes ?? row.purposes
    if (place === row.place && purposes.join() === row.purposes.join()) return { version: row.version }
    const version = row.version + 1
    await trx
      .updateTable('appointment')
      .set({ place, purposes: [...purposes], sequence: row.sequence + 1, version })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'appointment.described',
      entity: 'appointment',
      entityId: id,
      customerId: row.customer_id,
      version,
      params: { place, purposes: purposes.join(' ') },
    })
    return { version }
  })

/** Takes back what was made a moment ago: afterwards it never was, but for the audit. Something that happened since refuses it. */
export const takeBackAppointment = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    const row = await requireAppointment(trx, caller, id)
    if (row.version > 1) return fail('rule.refused', { reasons: [{ code: 'appointment.changedSince', params: {} }] })
    await trx.deleteFrom('appointment').where('branch_id', '=', caller.branchId).where('id', '=', id).execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'appointment.takenBack',
      entity: 'appointment',
      entityId: id,
      customerId: row.customer_id,
      version: row.version,
    })
  })

export type Wish =
  | { move: 'moved'; startsAt: string; endsAt: string; reason: string; told: boolean }
  | { move: 'late'; startsAt: string; reason: string; told: boolean }
  | { move: 'undone'; stepId: string }
  | Exclude<AppointmentMove, { move: 'moved' | 'late' }>

const moveOf = (wish: Exclude<Wish, { move: 'undone' }>): AppointmentMove => {
  if (wish.move === 'moved') {
    const { startsAt, endsAt, ...rest } = wish
    return { ...rest, to: { from: new Date(startsAt), until: new Date(endsAt) } }
  }
  if (wish.move !== 'late') return wish
  const { startsAt, ...rest } = wish
  return { ...rest, until: new Date(startsAt) }
}

/** One move on an appointment with a customer of the caller's. A move known by its id is not made again. */
export const makeAppointmentMove = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { moveId, wish, doneAt }: { moveId: string; wish: Wish; doneAt?: string | undefined },
) =>
  inTransaction(db, async (trx) => {
    const row = await requireAppointment(trx, caller, id)
    const last = storedAppointmentSteps(row.history).at(-1)
    const at = happenedAt(doneAt, now, last && new Date(last.at))
    return wish.move === 'undone'
      ? undoStored(trx, caller, at, row, moveId, wish.stepId)
      : moveStored(trx, caller, at, row, moveId, moveOf(wish))
  })
