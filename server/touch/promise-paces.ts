import { sql } from 'kysely'
import { dayIn } from '#domain/kernel/day.ts'
import { promiseKinds } from '#domain/touch/promise.ts'
import { MOST_DAYS, pacesOf, type PromisePace } from '#domain/touch/promise-time.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

const MOST_OWN = 400
const MOST_A_KIND = 200
const DAY_MS = 86_400_000

type Past = { kind: string; own: boolean; madeAt: Date; keptAt: Date | null }

/** How fast the caller keeps promises of each kind, from a year of their own and the newest of colleagues' that had a month to be kept [R-07]. */
export const promisePaces = async (db: Db, caller: Caller, now: Date): Promise<{ paces: PromisePace[] }> => {
  const zone = caller.timeZone
  const since = new Date(now.getTime() - 365 * DAY_MS)
  const ripe = new Date(now.getTime() - (MOST_DAYS + 1) * DAY_MS)
  const kept = sql`case when state = 'kept' then settled_at end as "keptAt"`
  const ofBranch = sql`from promise where branch_id = ${caller.branchId} and state <> 'withdrawn' and made_at >= ${since}`
  const { rows } = await sql<Past>`
    (select kind, true as own, made_at as "madeAt", ${kept} ${ofBranch} and owner_id = ${caller.staffId}
      order by made_at desc limit ${MOST_OWN})
    union all
    select past.* from unnest(${[...promiseKinds]}::text[]) as asked(kind) cross join lateral (
      select kind, false as own, made_at as "madeAt", ${kept} ${ofBranch} and owner_id <> ${caller.staffId}
        and made_at < ${ripe} and kind collate "C" = asked.kind collate "C"
      order by made_at desc limit ${MOST_A_KIND}) past`.execute(db)
  const past = rows.flatMap(({ kind, own, madeAt, keptAt }) => {
    const known = promiseKinds.find((one) => one === kind)
    return known ? [{ kind: known, own, madeOn: dayIn(madeAt, zone), keptOn: keptAt && dayIn(keptAt, zone) }] : []
  })
  return { paces: pacesOf(past, dayIn(now, zone)) }
}
