import { sql } from 'kysely'
import { addMonths, type Day, type Month, monthOf } from '#domain/kernel/day.ts'
import { assessor } from '#server/churn/assess.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import { lockStandings } from '#server/customer/lock-standings.ts'
import { levelOutlets } from '#server/customer/outlet-levels.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { type ComputedMonth, computeMonth } from '#server/portfolio/compute-month.ts'

type Known = {
  today: Day
  newest_standing: number | null
  newest_bill: number | null
  newest_full_bill: number | null
  first_bill: number | null
  newest_snapshot: Day | null
  stale: number[]
}

/**
 * The monthly run: sums, ranks, tiers, movement and warnings of one month, whole or not at all. Built on the month before
 * where that may be done, else from the bills. Running it again replaces the month. [K-01][K-03][R-13]
 */
export const runMonth = async (db: Db, branchId: number, month: Month, at: Date): Promise<ComputedMonth> =>
  inTransaction(
    db,
    async (trx) => {
      // Levels of outlets hang on customers as standings do.
      await lockStandings(trx, branchId)
      const known = await knownMonths(trx, branchId, at)
      const { today } = known
      const isNewest = monthNumber(month) >= Math.max(known.newest_standing ?? 0, known.newest_full_bill ?? 0)
      // an earlier month is assessed by what could be known when its own run was due
      const due = `${addMonths(month, 1)}-15`
      const day = isNewest || due > today ? today : due
      await levelOutlets(trx, branchId, month)
      const { assess, keepDrift } = await assessor(trx, branchId, day)
      const computed = await computeMonth(trx, branchId, month, at, assess)
      await keepDrift(month)
      return computed
    },
    { statementTimeoutMs: 0 },
  )

/**
 * Brings a branch's standings up to date: months a late bill made stale, and those up to the newest month with bills. A branch
 * without bills stands in the month of its newest snapshot, so that warnings have a place. `again` also recomputes the
 * newest month, after rules or a model changed.
 */
export const bringUpToDate = async (
  db: Db,
  branchId: number,
  at: Date,
  options: { again?: boolean; onMonth?: (done: number, of: number) => void | Promise<void> } = {},
): Promise<ComputedMonth[]> => {
  await lookAtNewTables(db)
  const months = await monthsToRun(db, branchId, at, options.again ?? false)
  const computed: ComputedMonth[] = []
  for (const month of months) {
    computed.push(await runMonth(db, branchId, month, at))
    await options.onMonth?.(computed.length, months.length)
  }
  return computed
}

/** What a run reads most of. */
const READ = ['customer', 'bill', 'attribute_snapshot', 'member', 'touch', 'usage', 'outlet_order']

/**
 * After a first import the planner still takes these tables for empty, until the engine looks at them by itself, a minute
 * later; a run that started before then once took so long that a statement was cancelled.
 */
const lookAtNewTables = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relname = any(${READ}::text[]) and reltuples < 0`.execute(
    db,
  )
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
}

/** Never more than these at once: a first import of ten years of bills needs the last two to tell a movement. */
const FIRST_MONTHS = 2
const MOST_MONTHS = 24

const monthsToRun = async (db: Db, branchId: number, at: Date, again: boolean): Promise<Month[]> => {
  const known = await knownMonths(db, branchId, at)
  const ofBills = known.newest_full_bill ?? known.newest_bill
  const target = ofBills === null ? monthOf(known.newest_snapshot ?? known.today) : monthOfNumber(ofBills)
  const months = new Set(known.stale.map(monthOfNumber))
  const have = known.newest_standing === null ? null : monthOfNumber(known.newest_standing)
  const first = known.first_bill === null ? target : monthOfNumber(known.first_bill)
  const start = have === null ? later(addMonths(target, 1 - FIRST_MONTHS), first) : addMonths(have, 1)
  for (let month = later(start, addMonths(target, -MOST_MONTHS)); month <= target; month = addMonths(month, 1))
    months.add(month)
  if (again) months.add(have !== null && have > target ? have : target)
  return [...months].toSorted()
}

const later = (one: Month, other: Month): Month => (one > other ? one : other)

/** A bill of the running month, or of one that lies ahead by a slip, closes no month. */
const knownMonths = async (db: Db, branchId: number, at: Date): Promise<Known> => {
  const { rows } = await sql<Known>`
    with now as (
      select b.id, (${at}::timestamptz at time zone b.time_zone)::date as today from branch b where b.id = ${branchId}
    ), this as (select now.*, (extract(year from today) * 100 + extract(month from today))::int as month from now)
    select this.today::text, (select max(month) from standing_month s where s.branch_id = this.id) as newest_standing,
      (select max(b.month) from bill b where b.branch_id = this.id and b.month <= this.month) as newest_bill,
      (select max(b.month) from bill b where b.branch_id = this.id and b.month < this.month) as newest_full_bill,
      (select min(b.month) from bill b where b.branch_id = this.id) as first_bill,
      (select max(as_of)::text from attribute_snapshot a
        where a.branch_id = this.id and a.as_of <= this.today) as newest_snapshot,
      array(select month from standing_month m where m.branch_id = this.id and m.stale order by 1) as stale
    from this`.execute(db)
  const known = rows[0]
  if (!known) throw new Error(`there is no branch ${branchId}`)
  return known
}
