import { sql } from 'kysely'
import { addDays, dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { clocksOf } from '#domain/worklist/welcome.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { coveredGroups, daysBefore, groupsBehind, lastBefore } from './coverage.ts'
import { unattended } from './first.ts'
import { type At, blank, MOST_ROWS, type Records, type Wanted } from './records.ts'
import { movedIds } from './value.ts'
import { clockQueries, unboundOf, welcomesOf } from './welcome.ts'
import { customersOf, type Whose } from './whose.ts'

type Customers = ReturnType<typeof customersOf>

/** The customers behind a figure, those longest unheard first. */
export const customerRecords = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  wanted: Wanted,
  at: At,
): Promise<Records> => {
  const day = wanted.day ?? at.today
  const behind = await customersBehind(db, caller, whose, wanted, at)
  const last = lastBefore(instantAt(addDays(day, 1), 0, caller.timeZone))
  const [{ total }, rows] = await Promise.all([
    behind.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
    behind
      .leftJoin('staff as manager', (on) =>
        on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
      )
      .select(['customer.id', 'customer.name', 'standing.tier', 'manager.name as manager_name', last.as('last')])
      .orderBy(sql`last asc nulls first`)
      .orderBy('customer.id')
      .limit(at.most ?? MOST_ROWS)
      .execute(),
  ])
  return {
    total,
    rows: rows.map(({ id, name, tier, manager_name, last }) => ({
      ...blank,
      id,
      customer: { id, name },
      tier,
      who: manager_name,
      at: last?.toISOString() ?? null,
    })),
  }
}

const customersBehind = async (db: Db, caller: Caller, whose: Whose, wanted: Wanted, at: At): Promise<Customers> => {
  const { query, kind, month, was, is } = wanted
  if (query === 'customers.unattended') return unattended(db, caller, whose, at.today)
  if (query === 'customers.unbound') return unboundOf(db, caller, whose)
  const clock = clockQueries[query]
  if (clock) {
    const welcomes =
      wanted.from && wanted.until
        ? await welcomesOf(
            db,
            caller,
            whose,
            dayIn(new Date(wanted.from), caller.timeZone),
            dayIn(new Date(wanted.until), caller.timeZone),
          )
        : []
    const ids = welcomes.filter((one) => clock(clocksOf(one, at.today))).map(({ customerId }) => customerId)
    return customersOf(db, caller, whose).where('customer.id', '=', sql<Id>`any(${ids}::uuid[])`)
  }
  if (query === 'customers.moved') {
    const ids = kind && month && was && is ? await movedIds(db, caller, whose, { kind, month, was, is }) : []
    return customersOf(db, caller, whose).where('customer.id', '=', sql<Id>`any(${ids}::uuid[])`)
  }
  const day = wanted.day ?? at.today
  const groups = groupsBehind(query, await coveredGroups(db, caller, whose, day), wanted)
  // The groups the rule chose, looked up by what made them: the list is as long as the figure says.
  return customersOf(db, caller, whose).where(
    sql<boolean>`(customer.kind, coalesce(standing.tier, '—'), coalesce(${daysBefore(day, caller.timeZone)}, -1)) in (
      select * from unnest(${groups.map((group) => group.kind)}::text[], ${groups.map((group) => group.tier)}::text[],
        ${groups.map((group) => group.days ?? -1)}::int[]))`,
  )
}
