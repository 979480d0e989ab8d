import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { modelEndpoints } from '#api/model.ts'
import type { SegmentFacts } from '#domain/churn/facts.ts'
import { fitSegments, type SegmentRisk, segmentRisk } from '#domain/churn/segment-survival.ts'
import { medianStay, type Stays } from '#domain/churn/survival.ts'
import { type Day, daysBetween } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Db } from '#server/db/pool.ts'

type Shown = Reply<(typeof modelEndpoints)['GET /api/warning/segments']>
type Stayed = { segment: string; from: number; until: number; left: boolean; customers: number }

const MONTH_DAYS = 30.4375

/** Ages and the time ahead that are asked about, in months. */
const AGES = [6, 24, 60] as const
const WITHIN = 12

/**
 * How long customers were watched and whether they left, counted by kind and whole months. Watching begins with the first record of ours,
 * for who left before was never seen; it ends with the leaving, for those of whom only "left later" is known with their last bill.
 */
const stayed = async (db: Db, branchId: number, today: Day): Promise<Stayed[]> => {
  const { rows } = await sql<Stayed>`
    with labelled as (
      select customer_id, min(as_of) as first_on, (array_agg(left_later order by as_of desc))[1] as left_later
      from attribute_snapshot where branch_id = ${branchId} group by 1
    ), paid as (
      select customer_id, max(to_date(month::text, 'YYYYMM')) as last_bill from monthly_paid
      where branch_id = ${branchId} and paid_fen > 0
        and customer_id in (select customer_id from labelled where left_later) group by 1
    ), watched as (
      select c.kind, c.since, least((c.created_at at time zone b.time_zone)::date, l.first_on) as first_on,
        c.left_on is not null or coalesce(l.left_later, false) as left,
        case when c.left_on is not null then c.left_on
          when l.left_later then (p.last_bill + interval '1 month')::date else ${today}::date end as last_on
      from customer c join branch b on b.id = c.branch_id
        left join labelled l on l.customer_id = c.id left join paid p on p.customer_id = c.id
      where c.branch_id = ${branchId} and c.merged_into is null and c.since is not null
    )
    select kind as segment, round(greatest(0, first_on - since) / ${MONTH_DAYS}::numeric)::int as "from",
      round((last_on - since) / ${MONTH_DAYS}::numeric)::int as until, "left", count(*)::int as customers
    from watched where last_on > first_on and last_on >= since group by 1, 2, 3, 4`.execute(db)
  return rows
}

const fitted = async (db: Db, branchId: number, today: Day) => {
  const rows = await stayed(db, branchId, today)
  const stays: Record<string, Stays[]> = {}
  for (const { segment, ...stay } of rows) (stays[segment] ??= []).push(stay)
  return fitSegments(stays)
}

/** What is known without a model: how many customers of each kind stayed, each figure with its interval and how many it rests on. */
export const showSegments = async (db: Db, branchId: number, today: Day): Promise<Shown> => {
  const model = await fitted(db, branchId, today)
  const at = (segment: string) =>
    AGES.flatMap((age) => {
      const risk = segmentRisk(model, segment, age, WITHIN)
      return risk ? [{ age, basis: risk.basis, leave: risk.leave, customers: risk.said.params.customers }] : []
    })
  return {
    within: WITHIN,
    segments: Object.entries(model.segments)
      .filter(([, { customers }]) => customers > 0)
      .map(([segment, curve]) => ({
        segment: segment as Shown['segments'][number]['segment'],
        customers: curve.customers,
        leavers: curve.leavers,
        median: medianStay(curve).value,
        at: at(segment),
      }))
      .toSorted((a, b) => b.customers - a.customers),
    leavers: model.all.leavers,
    customers: model.all.customers,
  }
}

/** How customers of the same kind and age stayed, for one of whom no model can say more. */
export const stayOfAlike = async (db: Db, branchId: number, id: Id, today: Day): Promise<Said<SegmentFacts> | null> => {
  const row = await db
    .selectFrom('customer')
    .select(['kind', 'since'])
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.since || row.since > today) return null
  const age = Math.round(daysBetween(row.since, today) / MONTH_DAYS)
  const risk: SegmentRisk | null = segmentRisk(await fitted(db, branchId, today), row.kind, age, WITHIN)
  return risk?.said ?? null
}
