import { addDays, type Day } from '#domain/kernel/day.ts'
import { clockText, instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { bothWays, type Known } from './known.ts'

/** The caller's own day as it was worked: contacts and meetings, in the order they came [P-25, M-12]. */
export const dayFacts = async (db: Db, caller: Caller, day: Day): Promise<Known> => {
  const from = instantAt(day, 0, caller.timeZone)
  const to = instantAt(addDays(day, 1), 0, caller.timeZone)
  const within = customersWithin(db, caller, 'customer.read').select('customer.id')
  const touches = await db
    .selectFrom('touch')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'touch.branch_id').onRef('customer.id', '=', 'touch.customer_id'),
    )
    .select(['touch.at', 'touch.channel', 'touch.note', 'touch.said', 'customer.name'])
    .where('touch.branch_id', '=', caller.branchId)
    .where('touch.staff_id', '=', caller.staffId)
    .where('touch.reached', '=', true)
    .where('touch.at', '>=', from)
    .where('touch.at', '<', to)
    .where('touch.customer_id', 'in', within)
    .orderBy('touch.at')
    .limit(60)
    .execute()
  const meetings = await db
    .selectFrom('appointment')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'appointment.branch_id').onRef('customer.id', '=', 'appointment.customer_id'),
    )
    .select(['appointment.starts_at', 'appointment.place', 'customer.name'])
    .where('appointment.branch_id', '=', caller.branchId)
    .where('appointment.owner_id', '=', caller.staffId)
    .where('appointment.starts_at', '>=', from)
    .where('appointment.starts_at', '<', to)
    .where('appointment.customer_id', 'in', within)
    .orderBy('appointment.starts_at')
    .limit(60)
    .execute()
  const clock = (at: Date): string => clockText(wallClockAt(at, caller.timeZone).minute)
  return {
    single: {
      'day.count': touches.length,
      'day.visits': touches.filter(({ channel }) => channel === 'visit').length,
    },
    rows: {
      'day.touches': touches.map(({ at, channel, note, said, name }) => ({
        time: clock(at),
        customer: name,
        way: bothWays(({ channels }) => channels[channel]),
        about: (note ?? said ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 200),
      })),
      'day.meetings': meetings.map(({ starts_at, place, name }) => ({ time: clock(starts_at), customer: name, place })),
    },
  }
}
