import { sql } from 'kysely'
import { customerKinds } from '#domain/customer/kind.ts'
import { addMonths, dayIn, type Month } from '#domain/kernel/day.ts'
import { away } from '#domain/portfolio/movement.ts'
import { keyTiersOf, type TierRules } from '#domain/portfolio/rules.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Trx } from '#server/db/pool.ts'
import { bothMonths, everyone } from './movement.ts'

/**
 * Writes down who came into a key tier with a month's run, from below: the clocks of their welcome run from that day. A run repeated
 * leaves the day of the first one, and takes back those it no longer raises; without the month before nobody is known to have risen. [S-52]
 */
export const raiseKeyCustomers = async (
  trx: Trx,
  branchId: number,
  month: Month,
  at: Date,
  rules: TierRules,
): Promise<void> => {
  const before = await trx
    .selectFrom('standing_month')
    .select('month')
    .where('branch_id', '=', branchId)
    .where('month', '=', monthNumber(addMonths(month, -1)))
    .executeTakeFirst()
  if (!before) return
  const key = customerKinds.flatMap((kind) => keyTiersOf(rules, kind).map((tier) => `${kind} ${tier}`))
  const raised = sql`select id, now as tier from (${bothMonths(branchId, month, everyone)}) moved
    where was <> ${away} and kind || ' ' || now = any(${key}::text[]) and not kind || ' ' || was = any(${key}::text[])`
  const { timeZone } = await trx
    .selectFrom('branch')
    .select('time_zone as timeZone')
    .where('id', '=', branchId)
    .executeTakeFirstOrThrow()
  const today = dayIn(at, timeZone)
  await sql`delete from welcome where branch_id = ${branchId} and month = ${monthNumber(month)}
    and customer_id not in (select id from (${raised}) r)`.execute(trx)
  await sql`
    insert into welcome (branch_id, customer_id, month, tier, promoted_on, bound_on)
    select ${branchId}, r.id, ${monthNumber(month)}, r.tier, ${today}::date, case when c.manager_id is not null then ${today}::date end
    from (${raised}) r join customer c on c.branch_id = ${branchId} and c.id = r.id
    on conflict (branch_id, customer_id, month) do update set tier = excluded.tier`.execute(trx)
}
