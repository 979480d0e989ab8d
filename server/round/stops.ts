import type { Day } from '#domain/kernel/day.ts'
import { addDays } from '#domain/kernel/day.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import type { AppointmentState } from '#domain/schedule/appointment.ts'
import { routeOfDay } from '#domain/schedule/day-route.ts'
import type { Place } from '#domain/schedule/travel.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { appointmentsBetween } from '#server/schedule/lines.ts'

/** A customer to be called on that day, in the order of the route; what is not in the calendar comes last. */
export type Stop = {
  customerId: string
  place: Place | null
  appointment: { id: string; startsAt: string; endsAt: string; state: AppointmentState; place: string } | null
  begins: string | null
  wayMinutes: number | null
}

/**
 * The outlets of somebody's day: those in their calendar, visited or still to be, and those they called on without an appointment. One that
 * has left is not called on as a matter of course any more; what was agreed with it stands. The order does not change while the day goes
 * on, so that one knows where one stands.
 */
export const stopsOf = async (db: Db, caller: Caller, day: Day, calledOn: readonly string[]): Promise<Stop[]> => {
  const { timeZone } = caller
  const [from, until] = [instantAt(day, 0, timeZone), instantAt(addDays(day, 1), 0, timeZone)]
  const rows = await appointmentsBetween(db, caller, from, until, caller.staffId)
    .leftJoin('customer_place as at', (on) =>
      on.onRef('at.branch_id', '=', 'customer.branch_id').onRef('at.customer_id', '=', 'customer.id'),
    )
    .where('customer.kind', '=', 'outlet')
    .where('appointment.way', '=', 'visit')
    .where('appointment.state', '<>', 'cancelled')
    .where('appointment.starts_at', '>=', from)
    .where((eb) =>
      eb.or([
        eb('customer.left_on', 'is', null),
        eb('customer.left_on', '>', day),
        eb('appointment.state', '<>', 'planned'),
      ]),
    )
    .select([
      'appointment.id',
      'appointment.customer_id',
      'appointment.starts_at',
      'appointment.ends_at',
      'appointment.state',
      'appointment.place',
      'at.latitude',
      'at.longitude',
    ])
    .orderBy('appointment.starts_at')
    .orderBy('appointment.id')
    .execute()
  const first = rows.filter((row, place) => rows.findIndex((one) => one.customer_id === row.customer_id) === place)
  const placeOf = ({ latitude, longitude }: (typeof rows)[number]): Place | null =>
    latitude === null || longitude === null ? null : { latitude, longitude }
  const route = routeOfDay(
    first.map((row) => ({
      id: row.id,
      from: wallClockAt(row.starts_at, timeZone).minute,
      minutes: (row.ends_at.getTime() - row.starts_at.getTime()) / 60_000,
      agreed: row.state === 'agreed',
      place: placeOf(row),
    })),
    usualHours[0]?.start ?? 0,
  )
  const stops = route.stops.flatMap(({ id, begins, wayMinutes }, index): Stop[] => {
    const row = first.find((one) => one.id === id)
    if (!row) return []
    const appointment = {
      id,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      state: row.state,
      place: row.place,
    }
    return [
      {
        customerId: row.customer_id,
        place: placeOf(row),
        appointment,
        begins: instantAt(day, begins, timeZone).toISOString(),
        wayMinutes: index === 0 ? null : wayMinutes,
      },
    ]
  })
  const planned = new Set(stops.map(({ customerId }) => customerId))
  const others = calledOn.filter((customerId) => !planned.has(customerId))
  return [
    ...stops,
    ...others.map((customerId) => ({ customerId, place: null, appointment: null, begins: null, wayMinutes: null })),
  ]
}
