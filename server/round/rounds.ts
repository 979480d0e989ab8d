import { sql } from 'kysely'
import type { Day } from '#domain/kernel/day.ts'
import { addDays, dayIn } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import type { RunState } from '#domain/playbook/state.ts'
import { readEvent, type WireEvent } from '#domain/playbook/wire.ts'
import { exceptionsOf } from '#domain/playbook/summary.ts'
import { type LastRound, ROUND } from '#domain/round/answers.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { eventsOfRuns } from '#server/playbook/events.ts'
import { playbookOf } from '#server/playbook/load.ts'

export type RoundRow = {
  id: string
  customer_id: string
  staff_id: string
  playbook_hash: string
  started_at: Date
  finished_at: Date | null
}

const rounds = (db: Db, branchId: number) =>
  db
    .selectFrom('run')
    .innerJoin('playbook', 'playbook.hash', 'run.playbook_hash')
    .where('run.branch_id', '=', branchId)
    .where('playbook.key', '=', ROUND)
    .select(['run.id', 'run.customer_id', 'run.staff_id', 'run.playbook_hash', 'run.started_at', 'run.finished_at'])

/** The rounds begun on a day, one a customer: the newest. */
export const roundsOn = async (
  db: Db,
  { branchId, timeZone }: Caller,
  day: Day,
  staffId: string | null,
): Promise<RoundRow[]> =>
  rounds(db, branchId)
    .distinctOn('run.customer_id')
    .where('run.started_at', '>=', instantAt(day, 0, timeZone))
    .where('run.started_at', '<', instantAt(addDays(day, 1), 0, timeZone))
    .$if(staffId !== null, (query) => query.where('run.staff_id', '=', staffId ?? ''))
    .orderBy('run.customer_id')
    .orderBy('run.started_at', 'desc')
    .execute()

/** The last finished round of each customer before a day, by whomever. */
const roundsBefore = async (
  db: Db,
  { branchId, timeZone }: Caller,
  day: Day,
  customerIds: readonly string[],
): Promise<RoundRow[]> =>
  customerIds.length === 0
    ? []
    : rounds(db, branchId)
        .distinctOn('run.customer_id')
        .where('run.customer_id', 'in', customerIds)
        .where('run.finished_at', 'is not', null)
        .where('run.started_at', '<', instantAt(day, 0, timeZone))
        .orderBy('run.customer_id')
        .orderBy('run.started_at', 'desc')
        .execute()

export type Walked = { run: RoundRow; events: WireEvent[]; state: RunState }

/** Each with its events and how it stands. */
export const walked = async (db: Db, branchId: number, runs: readonly RoundRow[]): Promise<Walked[]> => {
  const events = await eventsOfRuns(
    db,
    branchId,
    runs.map(({ id }) => id),
  )
  return Promise.all(
    runs.map(async (run) => {
      const own = events.get(run.id) ?? []
      return { run, events: own, state: reduceRun(await playbookOf(db, run.playbook_hash), own.map(readEvent)) }
    }),
  )
}

/** What the round before this day found, by customer. */
export const lastRounds = async (
  db: Db,
  caller: Caller,
  day: Day,
  customerIds: readonly string[],
): Promise<Map<string, LastRound>> => {
  const before = await walked(db, caller.branchId, await roundsBefore(db, caller, day, customerIds))
  const answers = await Promise.all(
    before.map(async ({ run, state }): Promise<[string, LastRound]> => {
      const playbook = await playbookOf(db, run.playbook_hash)
      const reached = state.missed === null
      return [
        run.customer_id,
        {
          day: dayIn(run.started_at, caller.timeZone),
          exceptions: reached ? exceptionsOf(playbook, state) : [],
          market: { ...state.market },
          reached,
        },
      ]
    }),
  )
  return new Map(answers)
}

type Counted = { customer_id: string; item: string; stock: number | null; wanted: number | null; at: Date }

/** The latest count of each product before a day, however long ago. */
export const lastCounts = async (
  db: Db,
  caller: Caller,
  day: Day,
  customerIds: readonly string[],
): Promise<Map<string, Record<string, { day: Day; stock: number | null; wanted: number | null }>>> => {
  if (customerIds.length === 0) return new Map()
  const { rows } = await sql<Counted>`
    select distinct on (r.customer_id, e.payload ->> 'item') r.customer_id, e.payload ->> 'item' as item,
      (e.payload ->> 'stock')::int as stock, (e.payload ->> 'wanted')::int as wanted, e.at
    from run r join run_event e on e.branch_id = r.branch_id and e.run_id = r.id
    where r.branch_id = ${caller.branchId} and r.customer_id = any(${[...customerIds]}::uuid[])
      and e.kind = 'counted' and r.started_at < ${instantAt(day, 0, caller.timeZone)}
    order by r.customer_id, e.payload ->> 'item', r.started_at desc, e.seq desc`.execute(db)
  const counts = new Map<string, Record<string, { day: Day; stock: number | null; wanted: number | null }>>()
  for (const { customer_id, item, stock, wanted, at } of rows)
    counts.set(customer_id, {
      ...counts.get(customer_id),
      [item]: { day: dayIn(at, caller.timeZone), stock, wanted },
    })
  return counts
}
