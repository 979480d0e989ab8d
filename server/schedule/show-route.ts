import type { Reply } from '#api/endpoint.ts'
import type { calendarEndpoints } from '#api/calendar.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import { routeOfDay } from '#domain/schedule/day-route.ts'
import type { Place } from '#domain/schedule/travel.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { appointmentsBetween, linesOf } from './lines.ts'

type Route = Reply<(typeof calendarEndpoints)['GET /api/calendar/route']>

/** The caller's own visits of a day that are still to be made. */
export const showRoute = async (db: Db, caller: Caller, day: Day): Promise<Route> => {
  const { timeZone } = caller
  const [from, until] = [instantAt(day, 0, timeZone), instantAt(addDays(day, 1), 0, timeZone)]
  const visits = appointmentsBetween(db, caller, from, until, caller.staffId)
    .where('appointment.way', '=', 'visit')
    .where('appointment.state', 'in', ['planned', 'agreed'])
    .where('appointment.starts_at', '>=', from)
  const lines = await linesOf(db, caller, visits)
  const places = await placesOf(
    db,
    caller.branchId,
    lines.map(({ customer }) => customer.id),
  )
  const route = routeOfDay(
    lines.map(({ id, startsAt, endsAt, state, customer }) => ({
      id,
      from: wallClockAt(new Date(startsAt), timeZone).minute,
      minutes: (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
      agreed: state === 'agreed',
      place: places.get(customer.id) ?? null,
    })),
    usualHours[0]?.start ?? 0,
  )
  const byId = new Map(lines.map((line) => [line.id, line]))
  return {
    ...route,
    stops: route.stops.flatMap(({ id, begins, wayMinutes }) => {
      const line = byId.get(id)
      if (!line) return []
      const { customer, place, state, startsAt, endsAt, placed } = line
      const stop = { appointmentId: id, customer, place, state, startsAt, endsAt, wayMinutes, placed }
      return [{ ...stop, begins: instantAt(day, begins, timeZone).toISOString() }]
    }),
  }
}

const placesOf = async (db: Db, branchId: number, customerIds: readonly string[]): Promise<Map<string, Place>> => {
  if (customerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('customer_place')
    .select(['customer_id', 'latitude', 'longitude'])
    .where('branch_id', '=', branchId)
    .where('customer_id', 'in', customerIds)
    .execute()
  return new Map(rows.map(({ customer_id, ...place }) => [customer_id, place]))
}
