import { addDays, type Day } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { countOf, type RoundCount } from '#domain/round/standard.ts'
import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** What somebody's day in the field came to: each customer met face to face once, and the minutes with them [M-12]. */
export const countedOn = async (
  db: Db,
  { branchId, timeZone }: Caller,
  day: Day,
  staffId: string,
): Promise<RoundCount> => {
  const rows = await db
    .selectFrom('touch')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'touch.branch_id').onRef('customer.id', '=', 'touch.customer_id'),
    )
    .select([
      'customer.id',
      'customer.kind',
      sql<string | null>`customer.dossier ->> 'marketType'`.as('marketType'),
      sql<number>`sum(coalesce(touch.minutes, 0))::int`.as('minutes'),
    ])
    .where('touch.branch_id', '=', branchId)
    .where('touch.staff_id', '=', staffId)
    .where('touch.channel', '=', 'visit')
    .where('touch.reached', '=', true)
    .where('touch.at', '>=', instantAt(day, 0, timeZone))
    .where('touch.at', '<', instantAt(addDays(day, 1), 0, timeZone))
    .groupBy(['customer.id', 'customer.kind', sql`customer.dossier ->> 'marketType'`])
    .execute()
  return countOf(rows)
}
