import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { pointsEndpoints } from '#api/points.ts'
import { mayStand, pointsAccount, type PointsEntry } from '#domain/customer/points.ts'
import type { Day, Month } from '#domain/kernel/day.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Part, Values } from './parts.ts'
import { lockCustomer } from './lock.ts'
import { requireCustomer } from './show.ts'

type Shown = Reply<(typeof pointsEndpoints)['GET /api/customers/:id/points']>

type Bill = { month: Month; totalFen: number }

/** Points older than this are gone for good; four years so that the last ones that went can still be seen. */
const MONTHS_READ = 48

/** Points by the published rules, reckoned from the bills; the billing system's own figure stands beside them [K-26, K-27]. */
export const customerPoints = async (db: Db, caller: Caller, id: string, today: Day): Promise<Shown> => {
  const customer = await requireCustomer(db, caller, id, 'customer.read')
  const rows = (await entriesOf(db, caller.branchId, [id])).get(id) ?? []
  const account = pointsAccount(
    (await billsOf(db, caller.branchId, [id])).get(id) ?? [],
    rows.map(({ entry }) => entry),
    customer.official_level,
    today,
  )
  const versions = new Map(rows.map(({ entry, version }) => [entry.id, version]))
  return {
    official: customer.official_points,
    level: customer.official_level,
    ...account,
    spent: account.spent.map((each) => ({ ...each, version: versions.get(each.id) ?? 1 })),
  }
}

/** The points that lapse this year of several customers who have at least so many by the billing system, by customer. */
export const lapsingPoints = async (
  db: Db,
  branchId: number,
  ids: readonly string[],
  least: number,
  today: Day,
): Promise<Map<string, { points: number; on: Day }>> => {
  const rich = await db
    .selectFrom('customer')
    .select(['id', 'official_level'])
    .where('branch_id', '=', branchId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('official_points', '>=', least)
    .execute()
  const found = rich.map(({ id }) => id)
  const [bills, entries] = await Promise.all([billsOf(db, branchId, found), entriesOf(db, branchId, found)])
  return new Map(
    rich.map(({ id, official_level }) => {
      const own = (entries.get(id) ?? []).map(({ entry }) => entry)
      return [id, pointsAccount(bills.get(id) ?? [], own, official_level, today).expiring]
    }),
  )
}

type Ids = readonly string[]

const billsOf = async (db: Db, branchId: number, ids: Ids): Promise<Map<string, Bill[]>> => {
  const { rows } = await sql<{ customer_id: string; month: number; paid_fen: number }>`
    select w.id as customer_id, p.month, p.paid_fen
    from unnest(${[...ids]}::uuid[]) w (id), lateral (
      select month, paid_fen from monthly_paid where branch_id = ${branchId} and customer_id = w.id
      order by month desc limit ${MONTHS_READ}) p`.execute(db)
  const bills = rows.map(({ customer_id, month, paid_fen }) => ({
    customer_id,
    month: monthOfNumber(month),
    totalFen: paid_fen,
  }))
  return Map.groupBy(bills, ({ customer_id }) => customer_id)
}

type Kept = { entry: PointsEntry; version: number }

const entriesOf = async (db: Db, branchId: number, ids: Ids): Promise<Map<string, Kept[]>> => {
  const rows = await db
    .selectFrom('points_entry')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('removed_at', 'is', null)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  const entries = rows.flatMap((row) => {
    const said = { id: row.id, on: row.on_day, what: row.what }
    const entry = entryFrom(row.kind, row.points, row.month, row.share, row.gift, said)
    return entry ? [{ customerId: row.customer_id, entry, version: row.version }] : []
  })
  return Map.groupBy(entries, ({ customerId }) => customerId)
}

const entryFrom = (
  kind: PointsEntry['kind'],
  points: number | null,
  month: number | null,
  share: number | null,
  gift: 'goods' | 'service' | 'partner' | null,
  said: { id: string; on: Day; what: string },
): PointsEntry | null => {
  if (kind === 'late')
    return month === null || share === null ? null : { ...said, kind, month: monthOfNumber(month), share }
  if (points === null) return null
  return kind === 'spend' ? { ...said, kind, points, gift } : { ...said, kind, points }
}

/** What was given for points, on top of them, or lost by paying late. */
export const pointsPart = {
  table: 'points_entry',
  entity: 'points',
  columns: {
    kind: 'kind',
    onDay: 'on_day',
    what: 'what',
    points: 'points',
    gift: 'gift',
    month: 'month',
    share: 'share',
  },
  required: ['kind', 'onDay', 'what'],
  notedBy: true,
  checked: (values: Values) =>
    typeof values['month'] === 'string' ? { ...values, month: monthNumber(values['month']) } : values,
  allowed: async (trx, caller, { customerId, id, today }, all) => {
    const needs = all['kind'] === 'late' ? [all['month'], all['share']] : [all['points']]
    const removed = all['removed'] === true
    if (!removed && needs.some((value) => value === undefined || value === null))
      fail('rule.refused', { reasons: [{ code: 'points.incomplete', params: {} }] })
    // Two gifts taken at once must not both find the same points, nor a gift those that are just taken back.
    await lockCustomer(trx, caller.branchId, customerId)
    const customer = await requireCustomer(trx, caller, customerId, 'customer.read')
    const bills = (await billsOf(trx, caller.branchId, [customerId])).get(customerId) ?? []
    const account = (entries: readonly PointsEntry[]) => pointsAccount(bills, entries, customer.official_level, today)
    const entries = ((await entriesOf(trx, caller.branchId, [customerId])).get(customerId) ?? []).map(
      ({ entry }) => entry,
    )
    const others = entries.filter((entry) => entry.id !== id)
    const written = removed ? null : writtenFrom(id, all)
    const stands = mayStand(account(entries), account(written ? [...others, written] : others), written, today)
    if (!stands.ok) fail('rule.refused', { reasons: [stands.error] })
  },
} as const satisfies Part

/** The entry as the account would have it, of fields in their stored form. */
const writtenFrom = (id: string, all: Values): PointsEntry | null => {
  const given = all as {
    kind: PointsEntry['kind']
    onDay: Day
    what: string
    gift: 'goods' | 'service' | 'partner' | null
  }
  const count = (field: string): number | null => (typeof all[field] === 'number' ? all[field] : null)
  const said = { id, on: given.onDay, what: given.what }
  return entryFrom(given.kind, count('points'), count('month'), count('share'), given.gift ?? null, said)
}
