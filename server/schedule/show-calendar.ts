import type { Received, Reply } from '#api/endpoint.ts'
import type { calendarEndpoints } from '#api/calendar.ts'
import { addDays, type Day, daysBetween } from '#domain/kernel/day.ts'
import { isWorkday } from '#domain/kernel/workdays.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { dayNotes } from './day-notes.ts'
import { appointmentsBetween, linesOf } from './lines.ts'

type Calendar = (typeof calendarEndpoints)['GET /api/calendar']

/** A month with the weeks it begins and ends in. */
const MOST_DAYS = 42

/** One person's days, or with `all` everybody's the caller may see; notes belong to one person. */
export const showCalendar = async (
  db: Db,
  caller: Caller,
  { from, to, whose, staffId }: Received<Calendar>['query'],
): Promise<Reply<Calendar>> => {
  if (to < from || daysBetween(from, to) >= MOST_DAYS)
    return fail('request.invalid', {
      problems: [{ path: 'query.to', message: `within ${MOST_DAYS} days from 'from'` }],
    })
  const person = staffId ?? (whose === 'own' ? caller.staffId : null)
  const span = [instantAt(from, 0, caller.timeZone), instantAt(addDays(to, 1), 0, caller.timeZone)] as const
  const [appointments, notes, absences] = await Promise.all([
    linesOf(db, caller, appointmentsBetween(db, caller, ...span, person)),
    person === null ? [] : dayNotes(db, caller, person, from, to),
    absencesBetween(db, caller, from, to, person),
  ])
  return { appointments, notes, absences, closed: daysOf(from, to).filter((day) => !isWorkday(day)) }
}

const daysOf = (from: Day, to: Day): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, away) => addDays(from, away))

/** Who is away: one person, or those whose customers the caller may see. */
const absencesBetween = async (
  db: Db,
  caller: Caller,
  from: Day,
  to: Day,
  person: string | null,
): Promise<Reply<Calendar>['absences']> => {
  const managers = customersWithin(db, caller, 'customer.read').select('customer.manager_id')
  const rows = await db
    .selectFrom('absence')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'absence.branch_id').onRef('staff.id', '=', 'absence.staff_id'),
    )
    .select(['absence.staff_id', 'staff.name', 'absence.from_day', 'absence.to_day', 'absence.kind'])
    .where('absence.branch_id', '=', caller.branchId)
    .where('absence.from_day', '<=', to)
    .where('absence.to_day', '>=', from)
    .where('absence.staff_id', 'in', person === null ? managers : [person])
    .orderBy('absence.from_day')
    .orderBy('staff.name')
    .execute()
  return rows.map((row) => ({
    staff: { id: row.staff_id, name: row.name },
    fromDay: row.from_day,
    toDay: row.to_day,
    kind: row.kind,
  }))
}
