import { sql } from 'kysely'
import type { customerFileEndpoints } from '#api/customer-file.ts'
import type { Reply } from '#api/endpoint.ts'
import { addMonths, type Day, monthOf, type Month } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { addDays } from '#domain/kernel/day.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { requireCustomer } from './show.ts'

type Endpoints = typeof customerFileEndpoints
type Bills = Reply<Endpoints['GET /api/customers/:id/bills']>
type Standing = Reply<Endpoints['GET /api/customers/:id/standing']>
type Open = Reply<Endpoints['GET /api/customers/:id/open']>

const MONTHS_SHOWN = 25

const monthText = (month: number): Month => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`
const monthNumber = (month: Month): number => Number(month.replace('-', ''))

/** Bills of the last months, oldest first: what a month came to, as tiers reckon it too, and what it is made of. */
export const customerBills = async (db: Db, caller: Caller, id: string): Promise<Bills> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const { rows } = await sql<{ month: number; kinds: Record<string, number>; paid_fen: number }>`
    select p.month, p.paid_fen, (select jsonb_object_agg(b.kind, b.amount_fen) from bill b
      where b.branch_id = p.branch_id and b.customer_id = p.customer_id and b.month = p.month) as kinds
    from monthly_paid p where p.branch_id = ${caller.branchId} and p.customer_id = ${id}
    order by p.month desc limit ${MONTHS_SHOWN}`.execute(db)
  return {
    months: rows
      .map(({ month, kinds, paid_fen }) => ({ month: monthText(month), kinds, totalFen: paid_fen }))
      .toReversed(),
  }
}

/** A customer's newest standing and the one before it. */
export const customerStanding = async (db: Db, caller: Caller, id: string): Promise<Standing> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const [now, before] = await db
    .selectFrom('standing')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .orderBy('month', 'desc')
    .limit(2)
    .execute()
  return {
    month: now ? monthText(now.month) : null,
    paid12Fen: now?.paid12_fen ?? null,
    monthsBilled: now?.months_billed ?? 0,
    rank: now?.rank ?? null,
    topShare: now?.top_share ?? null,
    tier: now?.tier ?? null,
    risk: now?.risk ?? null,
    signalPoints: now?.signal_points ?? null,
    band: now?.band ?? null,
    atRiskFen: now?.at_risk_fen ?? null,
    reasons: reasonsIn(now?.reasons),
    before: before
      ? { month: monthText(before.month), tier: before.tier, risk: before.risk, paid12Fen: before.paid12_fen }
      : null,
    paidYearBeforeFen: now ? await paidYearBefore(db, caller, id, monthText(now.month)) : null,
  }
}

/** Reasons are stored as coded sentences; anything else in the column is not shown rather than shown wrongly. */
const reasonsIn = (stored: unknown): Standing['reasons'] =>
  Array.isArray(stored)
    ? stored.flatMap((reason: unknown) => {
        const { code, params, changeable } = (reason ?? {}) as Record<string, unknown>
        if (typeof code !== 'string') return []
        return [{ code, params: (params ?? {}) as Record<string, unknown>, changeable: changeable === true }]
      })
    : []

const paidYearBefore = async (db: Db, caller: Caller, id: string, month: Month): Promise<number | null> => {
  const { rows } = await sql<{ months: number; paid: number | null }>`
    select count(*)::int as months, sum(paid_fen)::bigint as paid from monthly_paid
    where branch_id = ${caller.branchId} and customer_id = ${id}
      and month between ${monthNumber(addMonths(month, -23))} and ${monthNumber(addMonths(month, -12))}`.execute(db)
  const [sum] = rows
  return sum?.months === 12 ? sum.paid : null
}

/** What is owed to a customer, and how often we spoke this year. */
export const openWith = async (db: Db, caller: Caller, id: string, now: Date, today: Day): Promise<Open> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const tomorrow = instantAt(addDays(today, 1), 0, caller.timeZone)
  const newYear = instantAt(`${monthOf(today).slice(0, 4)}-01-01`, 0, caller.timeZone)
  const of = sql`branch_id = ${caller.branchId} and customer_id = ${id}`
  const { rows } = await sql<Open>`
    select
      (select count(*)::int from promise where ${of} and state = 'open') as promises,
      (select count(*)::int from promise where ${of} and state = 'open' and due_at >= ${now} and due_at < ${tomorrow}) as "dueToday",
      (select count(*)::int from promise where ${of} and state = 'open' and due_at < ${now}) as overdue,
      (select count(*)::int from expectation where ${of} and state in ('open', 'resetting')) as expectations,
      (select count(*)::int from service_case where ${of} and closed_at is null) as cases,
      (select count(*)::int from touch where ${of} and reached and at >= ${newYear}) as "touchesThisYear",
      (select count(*)::int from touch where ${of} and reached and direction = 'active' and at >= ${newYear}) as "activeThisYear"`.execute(
    db,
  )
  const [counts] = rows
  if (!counts) throw new Error('counts without a row')
  return counts
}
