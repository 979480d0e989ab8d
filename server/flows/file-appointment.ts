import type { Appointment } from '#domain/playbook/event.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { isHeldBy, LONGEST_HOURS } from '#domain/schedule/move.ts'
import { meetingOf } from '#domain/worklist/from-appointments.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { appointmentOf } from '#server/schedule/appointment-row.ts'
import { makeAppointment } from '#server/schedule/make-appointment.ts'
import { moveStored } from '#server/schedule/move-stored.ts'
import { derivedId } from './filed.ts'

type Run = {
  id: string
  customer_id: string
  contact_person_id: string | null
  staff_id: string
  channel: string
  occasion: unknown
}

/**
 * The meeting a contact agreed on, once: filed again after late words it moves along, or goes, as long as nobody has done anything with
 * it since [S-26][S-29].
 */
export const fileAppointment = async (
  trx: Db,
  caller: Caller,
  at: Date,
  run: Run,
  agreed: Appointment | null,
): Promise<void> => {
  const id = derivedId(run.id, 'appointment')
  const untouched = trx
    .selectFrom('appointment')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('run_id', '=', run.id)
    .where('version', '=', 1)
  if (agreed === null) {
    await trx.deleteFrom('appointment').where('branch_id', '=', caller.branchId).where('id', 'in', untouched).execute()
    return
  }
  const from = instantAt(agreed.day, minuteOf(agreed.time), caller.timeZone)
  const minutes = Math.min(agreed.minutes, LONGEST_HOURS * 60)
  const until = new Date(from.getTime() + minutes * 60_000)
  const made = await makeAppointment(trx, caller, {
    id,
    customerId: run.customer_id,
    contactPersonId: run.contact_person_id,
    ownerId: run.staff_id,
    way: 'visit',
    from,
    until,
    place: agreed.place,
    purposes: [],
    agreed: true,
    runId: run.id,
    madeAt: at,
  })
  if (made) return
  await trx
    .updateTable('appointment')
    .set({ starts_at: from, ends_at: until, place: agreed.place })
    .where('branch_id', '=', caller.branchId)
    .where('id', 'in', untouched)
    .execute()
}

/** `15:30` → 930. */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** A contact that reached the customer was the meeting agreed for this time, and was the word a changed one still asked for [S-34][S-39]. */
export const settleMeetings = async (trx: Db, caller: Caller, run: Run, met: Date): Promise<void> => {
  const occasions = (run.occasion ?? []) as { kind: string; recordId: string }[]
  const told = new Set(occasions.filter(({ kind }) => kind === 'untold').map(({ recordId }) => meetingOf(recordId)))
  const rows = await trx
    .selectFrom('appointment')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', run.customer_id)
    .where((eb) =>
      eb.or([
        eb('untold', 'is not', null),
        eb.and([
          eb('state', 'in', ['planned', 'agreed', 'arrived']),
          eb('starts_at', '>', new Date(met.getTime() - STILL_EXPECTED_MS)),
        ]),
      ]),
    )
    .forUpdate()
    .execute()
  for (const row of rows) {
    const entry = appointmentOf(row)
    if (row.way === run.channel && isHeldBy(entry, met))
      await moveStored(trx, caller, met, row, derivedId(run.id, `held ${row.id}`), { move: 'done' })
    else if (entry.untold && told.has(row.id))
      await moveStored(trx, caller, met, row, derivedId(run.id, `told ${row.id}`), { move: 'told' })
  }
}

/** For this long after its time a meeting may still be the one that was held. */
const STILL_EXPECTED_MS = 12 * 3_600_000
