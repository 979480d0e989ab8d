import { sql } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { economicsEndpoints } from '#api/economics.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { bridgeOf, likenessesOf, type TwoSpans } from '#domain/economics/revenue-bridge.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { reachOfCaller } from '#server/portfolio/reach.ts'

type Endpoints = typeof economicsEndpoints
type Bridge = Reply<Endpoints['GET /api/economics/bridge']>
type Asked = Received<Endpoints['GET /api/economics/bridge']>['query']
type Opened = Received<Endpoints['GET /api/economics/bridge/customers']>['query']
type Who = Reply<Endpoints['GET /api/economics/bridge/customers']>['rows'][number]

const MOST_MONTHS = 36
const MOST_ROWS = 200

/** The months a branch has bills of, newest first. */
export const billedMonths = async (db: Db, branchId: number): Promise<Month[]> => {
  const { first, last } = await db
    .selectFrom('bill')
    .select([sql<number | null>`min(month)`.as('first'), sql<number | null>`max(month)`.as('last')])
    .where('branch_id', '=', branchId)
    .executeTakeFirstOrThrow()
  if (first === null || last === null) return []
  const newest = monthOfNumber(last)
  return Array.from({ length: MOST_MONTHS }, (_, back) => addMonths(newest, -back)).filter(
    (month) => month >= monthOfNumber(first),
  )
}

/** How revenue went between two months, the newest and the one before unless others are asked for [R-01]. */
export const showBridge = async (db: Db, caller: Caller, asked: Asked): Promise<Bridge> => {
  const months = await billedMonths(db, caller.branchId)
  const [newest, before] = months
  if (!newest || !before) return { months, shown: null, bridge: null }
  const to = months.find((month) => month === asked.to) ?? newest
  const from = months.find((month) => month === asked.from) ?? addMonths(to, -1)
  const spans = spansOf(db, caller, { from, to, kind: asked.kind })
  const { rows } = await sql<TwoSpans>`
    select count(*)::int as customers, sum(before)::bigint as before, sum(after)::bigint as after, known as "knownBefore"
    from (${spans}) spans group by sign(before), sign(after), sign(after - before), known`.execute(db)
  return { months, shown: { from, to }, bridge: bridgeOf(rows) }
}

/** The customers of one part of the bridge, whose revenue changed most first. */
export const openBridge = async (db: Db, caller: Caller, { part, ...asked }: Opened) => {
  const alike = likenessesOf(part).map(
    ({ before, after, change, knownBefore }) =>
      sql`(sign(before) = ${before} and sign(after) = ${after} and sign(after - before) = ${change} and known = ${knownBefore})`,
  )
  const { rows } = await sql<Who & { count: number }>`
    select c.id, c.name, c.address_form as "addressForm", c.kind, staff.short_name as manager,
      spans.before as "beforeFen", spans.after as "afterFen", count(*) over ()::int as count
    from (${spansOf(db, caller, asked)}) spans
      join customer c on c.branch_id = ${caller.branchId} and c.id = spans.id
      left join staff on staff.branch_id = c.branch_id and staff.id = c.manager_id
    where ${sql.join(alike, sql` or `)}
    order by abs(spans.after - spans.before) desc, spans.after desc, c.id limit ${MOST_ROWS}`.execute(db)
  return { rows: rows.map(({ count: _count, ...who }) => who), count: rows[0]?.count ?? 0 }
}

type Between = { from: Month; to: Month; kind?: CustomerKind | undefined }

/** What each of the reader’s customers paid in the two months; what a merged one paid counts for who was kept. */
const spansOf = (db: Db, caller: Caller, { from, to, kind }: Between) => {
  const [a, z] = [monthNumber(from), monthNumber(to)]
  return sql`
    select paid.id, paid.before, paid.after, case when paid.before > 0 then true when paid.after > 0 then exists (
      select from monthly_paid earlier where earlier.branch_id = ${caller.branchId} and earlier.customer_id = paid.id
        and earlier.month < ${a} and earlier.paid_fen > 0) else false end as known
    from (
      select coalesce(one.merged_into, one.id) as id, coalesce(sum(p.paid_fen) filter (where p.month = ${a}), 0)::bigint as before,
        coalesce(sum(p.paid_fen) filter (where p.month = ${z}), 0)::bigint as after
      from monthly_paid p join customer one on one.branch_id = p.branch_id and one.id = p.customer_id
      where p.branch_id = ${caller.branchId} and p.month in (${a}, ${z}) group by 1) paid
    join customer on customer.branch_id = ${caller.branchId} and customer.id = paid.id
    where ${reachOfCaller(db, caller, 'value.read')} and ${kind ? sql`customer.kind = ${kind}` : sql`true`}`
}
