import type { Reply } from '#api/endpoint.ts'
import type { calendarEndpoints } from '#api/calendar.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { punctualityOf } from '#domain/schedule/move.ts'
import { covers, scopeOf } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { refOf } from '#server/customer/list.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { appointmentOf, storedAppointmentSteps } from './appointment-row.ts'

export type Line = Reply<(typeof calendarEndpoints)['GET /api/calendar']>['appointments'][number]

/** What begins longer before a stretch of days than the longest meeting takes cannot reach into it: the index needs only the begin. */
const LONGEST_MS = 12 * 3_600_000

/** Appointments with customers the caller may read. */
export const appointmentsWithin = (db: Db, caller: Caller) =>
  db
    .selectFrom('appointment')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'appointment.branch_id').onRef('customer.id', '=', 'appointment.customer_id'),
    )
    .where('appointment.branch_id', '=', caller.branchId)
    .where('appointment.customer_id', 'in', customersWithin(db, caller, 'customer.read').select('customer.id'))

/** Those that take some of the time between two instants; one person's, or everybody's the caller may see. */
export const appointmentsBetween = (db: Db, caller: Caller, from: Date, until: Date, ownerId: string | null) =>
  appointmentsWithin(db, caller)
    .where('appointment.starts_at', '>=', new Date(from.getTime() - LONGEST_MS))
    .where('appointment.starts_at', '<', until)
    .where('appointment.ends_at', '>', from)
    .$if(ownerId !== null, (query) => query.where('appointment.owner_id', '=', ownerId ?? ''))

/** The most a page of the calendar holds: a unit's six weeks. */
const MOST = 2000

/** Each as the screens show it, in order of time. */
export const linesOf = async (
  db: Db,
  caller: Caller,
  query: ReturnType<typeof appointmentsWithin>,
): Promise<Line[]> => {
  const rows = await query
    .leftJoin('contact_person', (on) =>
      on
        .onRef('contact_person.branch_id', '=', 'appointment.branch_id')
        .onRef('contact_person.id', '=', 'appointment.contact_person_id'),
    )
    .leftJoin('customer_place', (on) =>
      on
        .onRef('customer_place.branch_id', '=', 'appointment.branch_id')
        .onRef('customer_place.customer_id', '=', 'appointment.customer_id'),
    )
    .selectAll('appointment')
    .select([
      'customer.name',
      'customer.address_form',
      'customer.kind',
      'customer.manager_id',
      'customer.backup_id',
      'customer.unit_id',
      'contact_person.name as person_name',
      'customer_place.latitude',
    ])
    .orderBy('appointment.starts_at')
    .orderBy('appointment.id')
    .limit(MOST)
    .execute()
  const stories = rows.map(({ history }) => storedAppointmentSteps(history))
  const names = await namesOf(db, caller.branchId, [
    ...rows.map(({ owner_id }) => owner_id),
    ...stories.flat().map(({ actorId }) => actorId),
  ])
  const scope = scopeOf(caller, 'contact.run')
  return rows.map((row, place): Line => {
    const entry = appointmentOf(row)
    return {
      id: row.id,
      customer: {
        id: row.customer_id,
        name: row.name,
        calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
        kind: row.kind,
      },
      person: refOf(row.contact_person_id, row.person_name),
      owner: { id: row.owner_id, name: names.get(row.owner_id) ?? '' },
      way: row.way,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      place: row.place,
      purposes: row.purposes,
      state: row.state,
      reason: row.reason,
      arrivedAt: row.arrived_at?.toISOString() ?? null,
      punctuality: punctualityOf(entry),
      toldAt: row.told_at?.toISOString() ?? null,
      untold: entry.untold && {
        what: entry.untold.what,
        since: entry.untold.since.toISOString(),
        expects: entry.untold.expects.toISOString(),
      },
      before: entry.before && {
        startsAt: entry.before.from.toISOString(),
        endsAt: entry.before.until.toISOString(),
      },
      placed: row.latitude !== null,
      runId: row.run_id,
      steps: (stories[place] ?? []).map(({ id, at, actorId, move, reason, told }) => ({
        id,
        at,
        by: names.get(actorId) ?? '',
        move,
        reason,
        told,
      })),
      mayChange: covers(scope, { managerId: row.manager_id, backupId: row.backup_id, unitId: row.unit_id }),
      version: row.version,
    }
  })
}

/** How much of what is over a customer's page shows. */
const OVER_SHOWN = 5

/** What is still to come with one customer, soonest first, or has not been closed, then the latest of what is over. */
export const appointmentsOfCustomer = async (db: Db, caller: Caller, customerId: string): Promise<{ rows: Line[] }> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const ofCustomer = appointmentsWithin(db, caller).where('appointment.customer_id', '=', customerId)
  const over = ['done', 'cancelled', 'missed'] as const
  const isOpen = ofCustomer.where((eb) =>
    eb.or([eb('appointment.state', 'not in', over), eb('appointment.untold', 'is not', null)]),
  )
  const latest = ofCustomer
    .where('appointment.state', 'in', over)
    .where('appointment.untold', 'is', null)
    .orderBy('appointment.starts_at', 'desc')
    .limit(OVER_SHOWN)
    .select('appointment.id')
  const [open, ended] = await Promise.all([
    linesOf(db, caller, isOpen),
    linesOf(db, caller, ofCustomer.where('appointment.id', 'in', latest)),
  ])
  return { rows: [...open, ...ended.toReversed()] }
}
