import { sql } from 'kysely'
import type { QueryId } from '#domain/insight/figure.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { startingCadence } from '#domain/worklist/cadence.ts'
import { customerKinds } from '#domain/customer/kind.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { daysBefore } from './coverage.ts'
import { unboundOf } from './welcome.ts'
import { customersOf, idsOf, type Whose } from './whose.ts'

export type ToSee = {
  code: 'unbound' | 'unattended' | 'untold' | 'dueToday' | 'lateCases' | 'lateHandOvers' | 'overloaded'
  count: number
  of: number
  query: QueryId
}

/** The tiers nobody should wait in: the first two that have a cadence. */
const firstTiers = (kind: (typeof customerKinds)[number]): string[] => Object.keys(startingCadence[kind]).slice(0, 2)

/**
 * Customers of the first tiers past their cadence whose manager is away today while nobody stands in: no backup, the
 * backup away too, or nothing heard since the absence began.
 */
export const unattended = (db: Db, caller: Caller, whose: Whose, today: Day) => {
  const days = daysBefore(today, caller.timeZone)
  const cadences = customerKinds.flatMap((kind) =>
    firstTiers(kind).map(
      (tier) => sql<boolean>`(customer.kind = ${kind} and standing.tier = ${tier}
        and (${days} is null or ${days} > ${startingCadence[kind][tier]}::int))`,
    ),
  )
  const away = (staff: string) => sql`exists (select 1 from absence a where a.branch_id = customer.branch_id
    and a.staff_id = ${sql.ref(staff)} and ${today}::date between a.from_day and a.to_day)`
  return customersOf(db, caller, whose)
    .where(sql<boolean>`(${sql.join(cadences, sql` or `)})`)
    .where(sql<boolean>`${away('customer.manager_id')}`)
    .where(
      sql<boolean>`(customer.backup_id is null or ${away('customer.backup_id')} or customer.last_touch_at is null
        or customer.last_touch_at < (select min(a.from_day)::timestamp at time zone ${caller.timeZone} from absence a
          where a.branch_id = customer.branch_id and a.staff_id = customer.manager_id
            and ${today}::date between a.from_day and a.to_day))`,
    )
}

/**
 * Promises as they stand now, whatever month is looked at: still to be kept today, or past their time or broken while the customer
 * has not been told.
 */
export const promisesNow = (
  db: Db,
  caller: Caller,
  whose: Whose,
  query: 'promises.dueNow' | 'promises.untoldNow',
  { now, today }: { now: Date; today: Day },
) => {
  const theirs = db
    .selectFrom('promise')
    .where('promise.branch_id', '=', caller.branchId)
    .where('promise.owner_id', '=', sql<Id>`any(${idsOf(whose)}::uuid[])`)
  if (query === 'promises.dueNow')
    return theirs
      .where('promise.state', '=', 'open')
      .where('promise.due_at', '>=', now)
      .where('promise.due_at', '<', instantAt(addDays(today, 1), 0, caller.timeZone))
  return theirs
    .where('promise.told_at', 'is', null)
    .where(sql<boolean>`(promise.state = 'broken' or (promise.state = 'open' and promise.due_at < ${now}))`)
}

/** Cases that should have been answered by now. */
export const lateCases = (db: Db, caller: Caller, whose: Whose, now: Date) =>
  db
    .selectFrom('service_case')
    .where('service_case.branch_id', '=', caller.branchId)
    .where('service_case.owner_id', '=', sql<Id>`any(${idsOf(whose)}::uuid[])`)
    .where('service_case.answered_at', 'is', null)
    .where('service_case.closed_at', 'is', null)
    .where('service_case.due_at', '<', now)

/** What people of the team asked of others and should have had back by now. */
export const lateHandOvers = (db: Db, caller: Caller, whose: Whose, now: Date) =>
  db
    .selectFrom('hand_over')
    .where('hand_over.branch_id', '=', caller.branchId)
    .where('hand_over.from_id', '=', sql<Id>`any(${idsOf(whose)}::uuid[])`)
    .where('hand_over.state', 'in', ['asked', 'accepted'])
    .where('hand_over.due_at', '<', now)

const n = sql<number>`count(*)::int`.as('n')

/** What a lead should see first, each a count that opens to its records; what is not there is not listed. */
export const firstToSee = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  at: { now: Date; today: Day },
  overloaded: number,
): Promise<ToSee[]> => {
  const [unbound, alone, untold, dueToday, cases, handOvers] = await Promise.all([
    unboundOf(db, caller, whose).select(n).executeTakeFirstOrThrow(),
    unattended(db, caller, whose, at.today).select(n).executeTakeFirstOrThrow(),
    promisesNow(db, caller, whose, 'promises.untoldNow', at).select(n).executeTakeFirstOrThrow(),
    promisesNow(db, caller, whose, 'promises.dueNow', at).select(n).executeTakeFirstOrThrow(),
    lateCases(db, caller, whose, at.now).select(n).executeTakeFirstOrThrow(),
    lateHandOvers(db, caller, whose, at.now).select(n).executeTakeFirstOrThrow(),
  ])
  const all: ToSee[] = [
    { code: 'unbound', count: unbound.n, of: unbound.n, query: 'customers.unbound' },
    { code: 'unattended', count: alone.n, of: alone.n, query: 'customers.unattended' },
    { code: 'untold', count: untold.n, of: untold.n, query: 'promises.untoldNow' },
    { code: 'dueToday', count: dueToday.n, of: dueToday.n, query: 'promises.dueNow' },
    { code: 'lateCases', count: cases.n, of: cases.n, query: 'cases.late' },
    { code: 'lateHandOvers', count: handOvers.n, of: handOvers.n, query: 'handOvers.late' },
    { code: 'overloaded', count: overloaded, of: whose.people.length, query: 'staff.overloaded' },
  ]
  return all.filter(({ count }) => count > 0)
}
