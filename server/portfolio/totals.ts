import { sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import { type Total, windowStart } from '#domain/portfolio/totals.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'

type TotalRow = { id: string; kind: CustomerKind; present: boolean; paid12: number; months: number }

/** A customer has left once every number has; one without numbers is there until merged away. */
const gone = (branchId: number) => sql`
  select customer_id from member where branch_id = ${branchId} and kind <> 'employee' and removed_at is null
  group by customer_id having bool_and(status = 'left')`

/**
 * Twelve months of bills a customer, from the bills themselves. What a merged customer paid counts for who was kept: only
 * for those few are a month's bills added up first, so that a month they share counts once.
 */
export const totalsOfBills = async (db: Db, branchId: number, month: Month): Promise<Total[]> => {
  const { rows } = await sql<TotalRow>`
    with merged as (
      select id, merged_into from customer where branch_id = ${branchId} and merged_into is not null
    ), shared as materialized (select id from merged union select merged_into from merged
    ), paid as (
      select customer_id, month, paid_fen from monthly_paid where branch_id = ${branchId}
        and month between ${monthNumber(windowStart(month))} and ${monthNumber(month)}
    ), sums as (
      select customer_id, sum(paid_fen)::bigint as fen, count(*)::int as months from paid
      where customer_id <> all(array(select id from shared)) group by 1
      union all
      select customer_id, sum(fen)::bigint, count(*)::int from (
        select coalesce(m.merged_into, p.customer_id) as customer_id, p.month, sum(p.paid_fen) as fen
        from paid p left join merged m on m.id = p.customer_id
        where p.customer_id = any(array(select id from shared)) group by 1, 2) both_paid group by 1
    )
    select c.id, c.kind, g.customer_id is null as present,
      coalesce(s.fen, 0) as paid12, coalesce(s.months, 0) as months
    from customer c
      left join sums s on s.customer_id = c.id
      left join (${gone(branchId)}) g on g.customer_id = c.id
    where c.branch_id = ${branchId} and c.merged_into is null
    order by c.id`.execute(db)
  return rows.map(totalOf)
}

/** The same from the standings of the month before, plus this month, minus the thirteenth: two months of bills are read. */
export const totalsFromBefore = async (db: Db, branchId: number, month: Month): Promise<Total[]> => {
  const paidIn = (one: Month) => sql`
    select coalesce(c.merged_into, c.id) as customer_id, sum(p.paid_fen)::bigint as fen
    from monthly_paid p join customer c on c.branch_id = p.branch_id and c.id = p.customer_id
    where p.branch_id = ${branchId} and p.month = ${monthNumber(one)} group by 1`
  const { rows } = await sql<TotalRow>`
    select c.id, c.kind, g.customer_id is null as present,
      coalesce(b.paid12_fen, 0) + coalesce(a.fen, 0) - coalesce(d.fen, 0) as paid12,
      coalesce(b.months_billed, 0) + (a.customer_id is not null)::int - (d.customer_id is not null)::int as months
    from customer c
      left join standing b on b.branch_id = c.branch_id and b.customer_id = c.id
        and b.month = ${monthNumber(addMonths(month, -1))}
      left join (${paidIn(month)}) a on a.customer_id = c.id
      left join (${paidIn(addMonths(month, -12))}) d on d.customer_id = c.id
      left join (${gone(branchId)}) g on g.customer_id = c.id
    where c.branch_id = ${branchId} and c.merged_into is null
    order by c.id`.execute(db)
  return rows.map(totalOf)
}

const totalOf = ({ id, kind, present, paid12, months }: TotalRow): Total => ({
  customerId: id,
  kind,
  present,
  paid12,
  months,
})

/**
 * Whether a month may be computed from the one before: that one is there, no bill of its year came late, and nobody was
 * merged (or parted again) since, which would count the months that two customers share twice.
 */
export const mayBuildOnBefore = async (db: Db, branchId: number, month: Month): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select not exists (
      select 1 from customer_merge m
      where m.branch_id = s.branch_id and greatest(m.merged_at, m.undone_at) >= s.computed_at) as may
    from standing_month s
    where s.branch_id = ${branchId} and s.month = ${monthNumber(addMonths(month, -1))} and not s.stale`.execute(db)
  return rows[0]?.may ?? false
}
