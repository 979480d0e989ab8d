import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'
import { type Clock, clockStartingAt, systemClock } from './clock.ts'

const OPENS_AT = '10:00'

/**
 * The clock of an installation. The demo lives on a day of its own: it opens at ten in the morning of that day, or where
 * its last event left off, and runs on from there. Everyone else has the real time.
 */
export const clockOf = async (db: Db): Promise<Clock> => {
  const { rows } = await sql<{ opens: Date; last: Date | null }>`
    select (b.as_of::text || ' ' || ${OPENS_AT})::timestamp at time zone b.time_zone as opens,
      (select max(a.at) from audit_event a where a.branch_id = b.id) as last
    from branch b where b.as_of is not null limit 1`.execute(db)
  const demo = rows[0]
  if (!demo) return systemClock
  return clockStartingAt(demo.last && demo.last > demo.opens ? demo.last : demo.opens)
}
