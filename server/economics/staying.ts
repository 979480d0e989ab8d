import { type RawBuilder, sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Staying } from '#domain/economics/loss.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'

/** Of the customers who paid in a month, how many did in the next; and what was paid in the month. */
export type StayingMonth = Staying & { month: Month; kind: CustomerKind; fen: number }

/**
 * Month by month and kind by kind, from `from` to the last month before `to`; the newest with what came in `to`. Two months of bills are laid side
 * by side for each, so keep the span short: a branch has a million of them a month.
 */
export const stayingFrom = async (
  db: Db,
  branchId: number,
  { from, to, within = sql`true` }: { from: Month; to: Month; within?: RawBuilder<unknown> },
): Promise<StayingMonth[]> => {
  const { rows } = await sql<{ month: number; kind: CustomerKind; paid: number; again: number; fen: number }>`
    with paid as (
      select p.month, coalesce(one.merged_into, one.id) as id, sum(p.paid_fen) as fen
      from monthly_paid p join customer one on one.branch_id = p.branch_id and one.id = p.customer_id
      where p.branch_id = ${branchId} and p.month between ${monthNumber(from)} and ${monthNumber(to)} group by 1, 2
    )
    select paid.month, customer.kind, count(*) filter (where paid.fen > 0)::int as paid,
      count(*) filter (where paid.fen > 0 and next.fen > 0)::int as again, sum(paid.fen)::bigint as fen
    from paid
      join customer on customer.branch_id = ${branchId} and customer.id = paid.id
      left join paid next on next.id = paid.id
        and next.month = case when paid.month % 100 = 12 then paid.month + 89 else paid.month + 1 end
    where ${within} group by 1, 2 order by 1, 2`.execute(db)
  return rows.map(({ month, ...row }) => ({ ...row, month: monthOfNumber(month) }))
}

const MONTHS_BACK = 3

/** How customers of each kind stayed over the last three months with bills, the whole branch together. */
export const stayingOf = async (db: Db, branchId: number, newest: Month): Promise<Map<CustomerKind, Staying>> => {
  const rows = await stayingFrom(db, branchId, { from: addMonths(newest, -MONTHS_BACK), to: newest })
  const kinds = new Map<CustomerKind, Staying>()
  for (const { month, kind, paid, again } of rows) {
    if (month === newest) continue
    const known = kinds.get(kind) ?? { paid: 0, again: 0 }
    kinds.set(kind, { paid: known.paid + paid, again: known.again + again })
  }
  return kinds
}
