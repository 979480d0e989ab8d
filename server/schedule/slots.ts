import { addDays, dayIn } from '#domain/kernel/day.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import type { Span } from '#domain/schedule/appointment.ts'
import { freeSlots } from '#domain/schedule/free-slots.ts'
import { awaySpan, type Taken, takenWithWay, type Wherever } from '#domain/schedule/taken.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** How far ahead times are offered, in days, and how much notice a customer needs at least, in minutes. */
const AHEAD = 14
const NOTICE = { visit: 120, call: 30 }

/** The caller's free times: within working hours of workdays they are there, with the way between visits. Earliest first. */
export const freeTimes = async (
  db: Db,
  caller: Caller,
  now: Date,
  wanted: Wherever,
  minutes: number,
): Promise<Span[]> => {
  const { timeZone } = caller
  const busy = await busyTimes(db, caller, now, wanted)
  return freeSlots({
    now,
    notice: NOTICE[wanted.way],
    days: AHEAD,
    wanted: { minutes, before: 0, after: 0 },
    busy,
    time: { hours: usualHours, timeZone },
  })
}

const busyTimes = async (db: Db, caller: Caller, now: Date, wanted: Wherever): Promise<Span[]> => {
  const { branchId, staffId, timeZone } = caller
  const today = dayIn(now, timeZone)
  const [meetings, absences] = await Promise.all([
    db
      .selectFrom('appointment')
      .leftJoin('customer_place', (on) =>
        on
          .onRef('customer_place.branch_id', '=', 'appointment.branch_id')
          .onRef('customer_place.customer_id', '=', 'appointment.customer_id'),
      )
      .select(['appointment.id', 'starts_at', 'ends_at', 'way', 'state', 'latitude', 'longitude'])
      .where('appointment.branch_id', '=', branchId)
      .where('owner_id', '=', staffId)
      .where('starts_at', '>=', new Date(now.getTime() - 86_400_000))
      .where('starts_at', '<', new Date(now.getTime() + (AHEAD + 1) * 86_400_000))
      .execute(),
    db
      .selectFrom('absence')
      .select(['from_day', 'to_day'])
      .where('branch_id', '=', branchId)
      .where('staff_id', '=', staffId)
      .where('to_day', '>=', today)
      .where('from_day', '<=', addDays(today, AHEAD))
      .execute(),
  ])
  const taken = meetings.map(({ id, starts_at, ends_at, way, state, latitude, longitude }): Taken => ({
    id,
    from: starts_at,
    until: ends_at,
    way,
    state,
    place: latitude === null || longitude === null ? null : { latitude, longitude },
  }))
  return [
    ...takenWithWay(taken, wanted),
    ...absences.map(({ from_day, to_day }) => awaySpan(from_day, to_day, timeZone)),
  ]
}
