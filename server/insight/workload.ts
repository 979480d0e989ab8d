import { mostAtOnce, overloadHours, workloadOf } from '#domain/insight/workload.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { workAtHand } from '#server/worklist/day.ts'
import { idsOf, type Whose } from './whose.ts'

/**
 * Work at hand now, by person: exactly what stands on each one's own Today, by the rule that makes it. In a team too large to work
 * out at once nobody is shown, and `tooMany` says how many they are.
 */
export const workloadNow = async (db: Db, caller: Caller, whose: Whose, at: { now: Date; today: Day }) => {
  const where = { unit: whose.unit?.id ?? null, day: at.today }
  const tooMany = whose.people.length > mostAtOnce
  const ids = tooMany ? [] : idsOf(whose)
  const seats = await Promise.all(ids.map((id) => seatOfStaff(db, caller.branchId, id)))
  const works = await workAtHand(
    db,
    seats.filter((seat) => seat !== null),
    at.now,
  )
  const away = await awayOn(db, caller.branchId, ids, at.today)
  const { loads, overloaded } = workloadOf(
    ids,
    works.map(({ staffId, ...work }) => ({ ownerId: staffId, ...work })),
    where,
  )
  const names = new Map(whose.people.map(({ id, name }) => [id, name]))
  return {
    border: overloadHours,
    overloaded,
    tooMany: tooMany ? whose.people.length : null,
    loads: loads.map((load) => ({ ...load, name: names.get(load.staffId) ?? '', away: away.has(load.staffId) })),
  }
}

/** Who of these people is away on a day. */
const awayOn = async (db: Db, branchId: number, people: readonly Id[], day: Day): Promise<Set<Id>> => {
  const rows = await db
    .selectFrom('absence')
    .select('staff_id')
    .where('branch_id', '=', branchId)
    .where('staff_id', '=', sql<Id>`any(${[...people]}::uuid[])`)
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .execute()
  return new Set(rows.map(({ staff_id }) => staff_id))
}
