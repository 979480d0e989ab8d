import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Absence = { staffId: string; fromDay: string; toDay: string; kind: 'leave' | 'shift' | 'training' }

/** Leave and shifts: what falls due meanwhile goes to the backup (`domain/worklist`). */
export const tellAbsence = async (db: Db, caller: Caller, at: Date, id: string, absence: Absence): Promise<void> => {
  await inTransaction(db, async (trx) => {
    const known = await absenceOf(trx, caller, id)
    for (const staffId of new Set([absence.staffId, known ?? absence.staffId])) await mayTellFor(trx, caller, staffId)
    const values = { staff_id: absence.staffId, from_day: absence.fromDay, to_day: absence.toDay, kind: absence.kind }
    await trx
      .insertInto('absence')
      .values({ branch_id: caller.branchId, id, ...values })
      .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(values))
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'absence.told',
      entity: 'absence',
      entityId: id,
      params: { staffId: absence.staffId, from: absence.fromDay, to: absence.toDay },
    })
  })
}

/** Takes an absence back; one that is not there is gone already. */
export const forgetAbsence = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> => {
  await inTransaction(db, async (trx) => {
    const staffId = await absenceOf(trx, caller, id)
    if (staffId === null) return
    await mayTellFor(trx, caller, staffId)
    await trx.deleteFrom('absence').where('branch_id', '=', caller.branchId).where('id', '=', id).execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'absence.forgotten',
      entity: 'absence',
      entityId: id,
    })
  })
}

/** Whose absence it is; null when there is none of this id. */
const absenceOf = async (trx: Db, caller: Caller, id: string): Promise<string | null> => {
  const known = await trx
    .selectFrom('absence')
    .select('staff_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  return known?.staff_id ?? null
}

/** One’s own, a lead for those of their units, an administrator for anyone. */
export const tellsFor = (caller: Caller, person: { id: string; unitId: string }): boolean =>
  person.id === caller.staffId ||
  (reachOf(caller.roles, 'team.read') !== null && caller.unitIds.includes(person.unitId)) ||
  reachOf(caller.roles, 'staff.write') !== null

const mayTellFor = async (trx: Db, caller: Caller, staffId: string): Promise<void> => {
  const person = await trx
    .selectFrom('staff')
    .select(['id', 'unit_id as unitId'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', staffId)
    .executeTakeFirst()
  if (!person) return fail('record.not_found')
  if (!tellsFor(caller, person)) fail('access.denied')
}
