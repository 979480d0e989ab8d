import type { AppointmentWay, Span, VisitPurpose } from '#domain/schedule/appointment.ts'
import { spanRefusal } from '#domain/schedule/move.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { StoredAppointmentStep } from './appointment-row.ts'

export type NewAppointment = Span & {
  id: string
  customerId: string
  contactPersonId: string | null
  way: AppointmentWay
  place: string
  purposes: readonly VisitPurpose[]
  /** The customer has agreed; otherwise it is a plan of ours. */
  agreed: boolean
  /** The contact in which it was agreed. */
  runId: string | null
  madeAt: Date
  /** Whoever goes; the one who made it unless said. */
  ownerId?: string
}

/** Writes an appointment and its audit entry in the caller's transaction; false when it stands there already. Refuses a span that is none. */
export const makeAppointment = async (trx: Db, caller: Caller, wanted: NewAppointment): Promise<boolean> => {
  const refused = spanRefusal(wanted)
  if (refused) return fail('rule.refused', { reasons: [refused] })
  const first: StoredAppointmentStep = {
    id: wanted.id,
    at: wanted.madeAt.toISOString(),
    actorId: caller.staffId,
    move: 'made',
    reason: '',
    told: wanted.agreed,
    was: null,
  }
  const made = await trx
    .insertInto('appointment')
    .values({
      branch_id: caller.branchId,
      id: wanted.id,
      customer_id: wanted.customerId,
      contact_person_id: wanted.contactPersonId,
      owner_id: wanted.ownerId ?? caller.staffId,
      way: wanted.way,
      starts_at: wanted.from,
      ends_at: wanted.until,
      place: wanted.place,
      purposes: [...wanted.purposes],
      state: wanted.agreed ? 'agreed' : 'planned',
      run_id: wanted.runId,
      history: JSON.stringify([first]),
      made_at: wanted.madeAt,
      made_by: caller.staffId,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  await audit(trx, caller.branchId, caller.staffId, wanted.madeAt, {
    action: 'appointment.made',
    entity: 'appointment',
    entityId: wanted.id,
    customerId: wanted.customerId,
    version: 1,
    params: { startsAt: wanted.from.toISOString(), way: wanted.way, agreed: wanted.agreed },
  })
  return true
}
