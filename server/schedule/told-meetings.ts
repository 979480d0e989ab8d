import { calledBy } from '#domain/customer/address-form.ts'
import { writeCalendar } from '#domain/schedule/calendar-file.ts'
import { invitationEntry, type ToldMeeting } from '#domain/schedule/entries.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { storedAppointmentSteps } from './appointment-row.ts'
import { appointmentsBetween, appointmentsWithin } from './lines.ts'

type Query = ReturnType<typeof appointmentsWithin>

const meetingsOf = async (query: Query): Promise<ToldMeeting[]> => {
  const rows = await query
    .selectAll('appointment')
    .select(['customer.name', 'customer.address_form'])
    .orderBy('appointment.starts_at')
    .orderBy('appointment.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
    way: row.way,
    place: row.place,
    purposes: row.purposes,
    state: row.state,
    sequence: row.sequence,
    changed: new Date(storedAppointmentSteps(row.history).at(-1)?.at ?? row.made_at),
    from: row.starts_at,
    until: row.ends_at,
  }))
}

/** One person's meetings as a calendar outside tells them. */
export const toldMeetings = (db: Db, owner: Caller, from: Date, until: Date, staffId: string): Promise<ToldMeeting[]> =>
  meetingsOf(appointmentsBetween(db, owner, from, until, staffId))

/** One appointment as a file for the customer. */
export const invitationTo = async (db: Db, caller: Caller, id: string, language: Language): Promise<string> => {
  const query = appointmentsWithin(db, caller).where('appointment.id', '=', id)
  const [[meeting], from] = await Promise.all([meetingsOf(query), whoComes(db, caller.branchId, query)])
  if (!meeting || !from) return fail('record.not_found')
  return writeCalendar(from.company, [invitationEntry(meeting, from, language)])
}

const whoComes = (db: Db, branchId: number, query: Query) =>
  query
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'appointment.branch_id').onRef('staff.id', '=', 'appointment.owner_id'),
    )
    .select(['staff.name as manager'])
    .select(db.selectFrom('branch').select('branch.name').where('branch.id', '=', branchId).as('company'))
    .$narrowType<{ company: string }>()
    .executeTakeFirst()
