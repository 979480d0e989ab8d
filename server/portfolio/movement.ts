import { sql, type RawBuilder } from 'kysely'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import { away, type Movement, movementOfCounts, noTier, type Spot } from '#domain/portfolio/movement.ts'
import { tiersOf, type TierRules } from '#domain/portfolio/rules.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'

type Moved = { kind: CustomerKind; from: Spot; to: Spot; customers: number }

export const everyone = sql<boolean>`true`

/** Where a customer of a month's rows stands; `side` is an alias of `standing`. */
const spot = (side: string) => sql<Spot>`
  case when ${sql.ref(`${side}.customer_id`)} is null or ${sql.ref(`${side}.state`)} = 'left' then ${away}
    else coalesce(${sql.ref(`${side}.tier`)}, ${noTier}) end`

/** Where the customers of a month stood before and stand now; `within` narrows `customer`. */
export const bothMonths = (branchId: number, month: Month, within: RawBuilder<boolean>) => sql`
  select customer.id, coalesce(n.kind, b.kind) as kind, ${spot('b')} as was, ${spot('n')} as now
  from customer
    left join standing b on b.branch_id = customer.branch_id and b.customer_id = customer.id
      and b.month = ${monthNumber(addMonths(month, -1))}
    left join standing n on n.branch_id = customer.branch_id and n.customer_id = customer.id
      and n.month = ${monthNumber(month)}
  where customer.branch_id = ${branchId} and customer.merged_into is null
    and (n.customer_id is not null or b.customer_id is not null) and ${within}`

/** Movement since the month before, by kind; empty when that month was never computed. [K-03] */
export const movementsSince = async (
  db: Db,
  branchId: number,
  month: Month,
  rules: TierRules,
  within: RawBuilder<boolean> = everyone,
): Promise<Movement[]> => {
  const from = addMonths(month, -1)
  const before = await db
    .selectFrom('standing_month')
    .select('month')
    .where('branch_id', '=', branchId)
    .where('month', '=', monthNumber(from))
    .executeTakeFirst()
  if (!before) return []
  const { rows } = await sql<Moved>`
    select kind, was as from, now as to, count(*)::int as customers
    from (${bothMonths(branchId, month, within)}) moved
    where was <> ${away} or now <> ${away}
    group by kind, was, now`.execute(db)
  return customerKinds
    .filter((kind) => rows.some((row) => row.kind === kind))
    .map((kind) =>
      movementOfCounts(
        { from, to: month, kind },
        tiersOf(rules, kind),
        rows.filter((row) => row.kind === kind),
      ),
    )
}
