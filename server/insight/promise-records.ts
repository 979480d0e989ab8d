import { sql } from 'kysely'
import { promisesBehind } from '#domain/insight/promises.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { promisesNow } from './first.ts'
import { promisesOf } from './promises.ts'
import { type At, MOST_ROWS, type Records, type Wanted, withCustomers } from './records.ts'
import { idsOf, type Whose } from './whose.ts'

type Promises = ReturnType<typeof promisesNow>

/** From the wish's own instants; without them nothing is counted. */
const periodOf = ({ from, until }: Wanted) =>
  from && until ? { from: new Date(from), until: new Date(until), unit: null } : null

/** The promises behind a figure, what was due first on top. */
export const promiseRecords = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  wanted: Wanted,
  { now, most = MOST_ROWS }: At,
): Promise<Records> => {
  const period = periodOf(wanted)
  if (!period) return { total: 0, rows: [] }
  const records = await promisesOf(db, caller.branchId, idsOf(whose), period)
  const behind = promisesBehind(wanted.query, records, period, now)
  const shown = behind.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).slice(0, most)
  const rows = await rowsOf(
    db,
    caller,
    db.selectFrom('promise').where('promise.id', '=', sql<Id>`any(${shown.map(({ id }) => id)}::uuid[])`),
    most,
  )
  return { total: behind.length, rows }
}

/** The promises that want to be looked at now, of no month. */
export const promiseRecordsNow = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  query: 'promises.dueNow' | 'promises.untoldNow',
  at: At,
): Promise<Records> => {
  const asked = promisesNow(db, caller, whose, query, at)
  const { total } = await asked.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return { total, rows: await rowsOf(db, caller, asked, at.most ?? MOST_ROWS) }
}

const rowsOf = async (db: Db, caller: Caller, promises: Promises, most: number): Promise<Records['rows']> => {
  const rows = await promises
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'promise.branch_id').onRef('staff.id', '=', 'promise.owner_id'),
    )
    .select(['promise.id', 'promise.customer_id', 'promise.what', 'promise.state', 'staff.name'])
    .select(['promise.due_at', 'promise.settled_at', 'promise.told_at'])
    .where('promise.branch_id', '=', caller.branchId)
    .orderBy('promise.due_at')
    .orderBy('promise.id')
    .limit(most)
    .execute()
  return withCustomers(
    db,
    caller,
    rows.map((row) => ({
      id: row.id,
      customerId: row.customer_id,
      who: row.name,
      what: row.what,
      at: row.due_at.toISOString(),
      done: row.state === 'kept' ? (row.settled_at?.toISOString() ?? null) : null,
      told: row.told_at?.toISOString() ?? null,
    })),
  )
}

/** The contacts promises are counted against, newest first. */
export const touchRecords = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  wanted: Wanted,
  { most = MOST_ROWS }: At,
): Promise<Records> => {
  const period = periodOf(wanted)
  if (!period) return { total: 0, rows: [] }
  const made = db
    .selectFrom('touch')
    .where('touch.branch_id', '=', caller.branchId)
    .where('touch.staff_id', '=', sql<Id>`any(${idsOf(whose)}::uuid[])`)
    .where('touch.reached', '=', true)
    .where('touch.at', '>=', period.from)
    .where('touch.at', '<', period.until)
  const { total } = await made.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await made
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'touch.branch_id').onRef('staff.id', '=', 'touch.staff_id'),
    )
    .select(['touch.id', 'touch.customer_id', 'touch.at', 'touch.said', 'touch.note', 'staff.name'])
    .orderBy('touch.at', 'desc')
    .limit(most)
    .execute()
  return {
    total,
    rows: await withCustomers(
      db,
      caller,
      rows.map((row) => ({
        id: row.id,
        customerId: row.customer_id,
        who: row.name,
        what: row.said ?? row.note,
        at: row.at.toISOString(),
      })),
    ),
  }
}
