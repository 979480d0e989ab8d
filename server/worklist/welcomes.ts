import { sql } from 'kysely'
import { dayIn } from '#domain/kernel/day.ts'
import type { Welcome } from '#domain/worklist/welcome.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

const stored = (db: Db) =>
  db
    .selectFrom('welcome')
    .select(['welcome.customer_id', 'welcome.tier', 'welcome.promoted_on', 'welcome.bound_on'])
    .select([firstSince(sql`t.direction = 'active' and t.channel = 'message'`).as('messaged')])
    .select([firstSince(sql`t.reached and t.channel in ('call', 'visit')`).as('spoken')])

const firstSince = (what: ReturnType<typeof sql>) => sql<Date | null>`(
  select min(t.at) from touch t join branch b on b.id = t.branch_id
  where t.branch_id = welcome.branch_id and t.customer_id = welcome.customer_id and ${what}
    and t.at >= welcome.promoted_on::timestamp at time zone b.time_zone)`

/** Promotions into a key tier with what has been done since, as far as `narrowed` says. [S-52] */
export const storedWelcomes = async (
  db: Db,
  { branchId, timeZone }: Pick<Caller, 'branchId' | 'timeZone'>,
  narrowed: (query: ReturnType<typeof stored>) => ReturnType<typeof stored>,
): Promise<Welcome[]> => {
  const rows = await narrowed(stored(db))
    .where('welcome.branch_id', '=', branchId)
    .orderBy('welcome.promoted_on')
    .execute()
  const day = (at: Date | null) => at && dayIn(at, timeZone)
  return rows.map((row) => ({
    customerId: row.customer_id,
    tier: row.tier,
    promoted: row.promoted_on,
    bound: row.bound_on,
    messaged: day(row.messaged),
    spoken: day(row.spoken),
  }))
}
