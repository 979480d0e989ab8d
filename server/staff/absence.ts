import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Absence = { staffId: string; fromDay: string; toDay: string; kind: 'leave' | 'shift' | 'training' }

/** Leave and shifts: what falls due meanwhile goes to the backup (`domain/worklist`). */
export const tellAbsence = async (db: Db, caller: Caller, at: Date, id: string, absence: Absence): Promise<void> => {
  mayTellFor(caller, absence.staffId)
  await inTransaction(db, async (trx) => {
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

export const forgetAbsence = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> => {
  await inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('absence')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .returning('staff_id')
      .executeTakeFirst()
    if (!gone) return
    mayTellFor(caller, gone.staff_id)
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'absence.forgotten',
      entity: 'absence',
      entityId: id,
    })
  })
}

/** One’s own, or anybody’s for those who look after a team. */
const mayTellFor = (caller: Caller, staffId: string): void => {
  if (staffId !== caller.staffId && !reachOf(caller.roles, 'team.read') && !reachOf(caller.roles, 'staff.write'))
    fail('access.denied')
}
