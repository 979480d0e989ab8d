import { sql } from 'kysely'
import type { Month } from '#domain/kernel/day.ts'
import type { Action } from '#domain/staff/role.ts'
import { scopeOf } from '#domain/staff/scope.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { withinScope } from '#server/staff/scope.ts'

/** A month's standings of the customers an actor may reach. */
export const standingsWithin = (db: Db, caller: Caller, action: Action, month: Month) =>
  db
    .selectFrom('customer')
    .innerJoin('standing', (on) =>
      on.onRef('standing.branch_id', '=', 'customer.branch_id').onRef('standing.customer_id', '=', 'customer.id'),
    )
    .where('customer.branch_id', '=', caller.branchId)
    .where('customer.merged_into', 'is', null)
    .where('standing.month', '=', monthNumber(month))
    .where(withinScope(scopeOf(caller, action)))

/** The reader's customers as a condition on `customer`, for statements written by hand. */
export const reachOfCaller = (db: Db, caller: Caller, action: Action) =>
  sql<boolean>`customer.id in (${db
    .selectFrom('customer')
    .select('customer.id')
    .where('customer.branch_id', '=', caller.branchId)
    .where(withinScope(scopeOf(caller, action)))})`

/** Whether nobody of the branch lies outside: then the figures kept with a month are the reader's own. */
export const reachesEveryone = async (db: Db, caller: Caller, action: Action): Promise<boolean> => {
  const outside = await db
    .selectFrom('customer')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('merged_into', 'is', null)
    .where((eb) => sql<boolean>`(${withinScope(scopeOf(caller, action))(eb)}) is not true`)
    .limit(1)
    .executeTakeFirst()
  return !outside
}
