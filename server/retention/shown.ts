import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { offerEndpoints } from '#api/offer.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { ReasonId } from '#domain/retention/case-reason.ts'
import { shownAndSaid, type ShownAndSaid, type ShownSign } from '#domain/retention/shown-and-said.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { statesOf } from './events.ts'

/** So many cases and losses back. */
const REMEMBERED = 500

type Table = Reply<(typeof offerEndpoints)['GET /api/retention-shown']>
type Asked = { key: Id; customerId: Id; at: Date }

/** What the warning showed of customers in reach before anybody asked, beside what they then said and what was written when they had gone. */
export const whatWasShown = async (db: Db, caller: Caller): Promise<Table> =>
  shownAndSaid([...(await casesOf(db, caller)), ...(await lossesOf(db, caller))])

const casesOf = async (db: Db, caller: Caller): Promise<ShownAndSaid[]> => {
  const rows = await customersWithin(db, caller, 'customer.read')
    .innerJoin('retention_case', (on) =>
      on.on('retention_case.branch_id', '=', caller.branchId).onRef('retention_case.customer_id', '=', 'customer.id'),
    )
    .select(['retention_case.id as key', 'customer.id as customerId', 'retention_case.opened_at as at'])
    .orderBy('retention_case.opened_at', 'desc')
    .orderBy('retention_case.id')
    .limit(REMEMBERED)
    .execute()
  const states = await statesOf(
    db,
    caller.branchId,
    rows.map(({ key }) => key),
  )
  const shown = await shownBefore(db, caller.branchId, rows)
  return rows.map(({ key, customerId }) => ({
    customerId,
    shown: shown.get(key) ?? [],
    said: (states.get(key)?.reasons ?? []).filter(({ voice }) => voice === 'customer').map(({ reason }) => reason),
    voice: 'customer',
  }))
}

const lossesOf = async (db: Db, caller: Caller): Promise<ShownAndSaid[]> => {
  const rows = await customersWithin(db, caller, 'customer.read')
    .innerJoin('customer_loss', (on) =>
      on.on('customer_loss.branch_id', '=', caller.branchId).onRef('customer_loss.customer_id', '=', 'customer.id'),
    )
    .innerJoin('branch', 'branch.id', 'customer_loss.branch_id')
    .where('customer_loss.undone_at', 'is', null)
    .select(['customer_loss.id as key', 'customer.id as customerId'])
    .select([
      sql<Date>`customer_loss.left_on::timestamp at time zone branch.time_zone`.as('at'),
      sql<ReasonId | null>`(select l.reason from loss_line l where l.branch_id = customer_loss.branch_id
        and l.loss_id = customer_loss.id order by l.written_at desc, l.id desc limit 1)`.as('reason'),
    ])
    .orderBy('customer_loss.left_on', 'desc')
    .orderBy('customer_loss.id')
    .limit(REMEMBERED)
    .execute()
  const shown = await shownBefore(db, caller.branchId, rows)
  return rows.map(({ key, customerId, reason }) => ({
    customerId,
    shown: shown.get(key) ?? [],
    said: reason === null ? [] : [reason],
    voice: 'us',
  }))
}

/** What stood beside each customer in the newest month that was there before the moment, and that no model trained afterwards wrote. */
const shownBefore = async (db: Db, branchId: number, asked: readonly Asked[]): Promise<Map<Id, ShownSign[]>> => {
  const { rows } = await sql<{ key: Id; reasons: ShownSign[] }>`
    select a.key, w.reasons from unnest(${asked.map(({ key }) => key)}::uuid[], ${asked.map((each) => each.customerId)}::uuid[],
      ${asked.map(({ at }) => at)}::timestamptz[]) as a (key, customer_id, at)
    cross join lateral (
      select s.reasons from standing s
        join standing_month m on m.branch_id = s.branch_id and m.month = s.month
        left join churn_model v on v.branch_id = s.branch_id and v.id = s.model_id
      where s.branch_id = ${branchId} and s.customer_id = a.customer_id and s.band is not null
        and coalesce(m.first_at, m.computed_at) < a.at and (v.id is null or v.trained_at < a.at)
      order by s.month desc limit 1
    ) w`.execute(db)
  return new Map(rows.map(({ key, reasons }) => [key, reasons]))
}
