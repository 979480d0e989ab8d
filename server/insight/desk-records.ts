import type { QueryId } from '#domain/insight/figure.ts'
import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { lateCases, lateHandOvers } from './first.ts'
import { type At, blank, MOST_ROWS, type Records, withCustomers } from './records.ts'
import type { Whose } from './whose.ts'
import { workloadNow } from './workload.ts'

const count = sql<number>`count(*)::int`.as('total')

/** People with their work at hand, by name. */
export const staffRecords = async (db: Db, caller: Caller, whose: Whose, query: QueryId, at: At): Promise<Records> => {
  const { loads } = await workloadNow(db, caller, whose, at)
  const shown = query === 'staff.overloaded' ? loads.filter(({ over }) => over) : loads
  return {
    total: shown.length,
    rows: shown.map(({ staffId, name, hours }) => ({ ...blank, id: staffId, who: name, hours })),
  }
}

export const caseRecords = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  { now, most = MOST_ROWS }: At,
): Promise<Records> => {
  const late = lateCases(db, caller, whose, now)
  const { total } = await late.select(count).executeTakeFirstOrThrow()
  const rows = await late
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'service_case.branch_id').onRef('staff.id', '=', 'service_case.owner_id'),
    )
    .select(['service_case.id', 'service_case.customer_id', 'service_case.what', 'service_case.due_at', 'staff.name'])
    .orderBy('service_case.due_at')
    .limit(most)
    .execute()
  return {
    total,
    rows: await withCustomers(
      db,
      caller,
      rows.map(({ id, customer_id, what, due_at, name }) => ({
        id,
        customerId: customer_id,
        who: name,
        what,
        at: due_at.toISOString(),
      })),
    ),
  }
}

export const handOverRecords = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  { now, most = MOST_ROWS }: At,
): Promise<Records> => {
  const late = lateHandOvers(db, caller, whose, now)
  const { total } = await late.select(count).executeTakeFirstOrThrow()
  const rows = await late
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'hand_over.branch_id').onRef('staff.id', '=', 'hand_over.to_id'),
    )
    .select(['hand_over.id', 'hand_over.customer_id', 'hand_over.what', 'hand_over.due_at', 'staff.name'])
    .orderBy('hand_over.due_at')
    .limit(most)
    .execute()
  return {
    total,
    rows: await withCustomers(
      db,
      caller,
      rows.map(({ id, customer_id, what, due_at, name }) => ({
        id,
        customerId: customer_id,
        who: name,
        what,
        at: due_at.toISOString(),
      })),
    ),
  }
}
