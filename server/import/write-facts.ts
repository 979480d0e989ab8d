import { sql } from 'kysely'
import type { Trx } from '#server/db/pool.ts'
import { monthOf } from '#domain/kernel/day.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Setting } from './setting.ts'
import type { Step } from './step.ts'

/** Puts bills in their place; months from the earliest on have to be reckoned anew. */
export const writeBills = async (trx: Trx, { branchId, importId }: Setting, steps: readonly Step[]): Promise<void> => {
  const bills = steps.flatMap(({ customer, bills: own }) => own.map((bill) => ({ ...bill, customerId: customer.id })))
  if (bills.length === 0) return
  // Columns as arrays, not rows as JSON: bills are many, and each is four small values.
  await sql`
    insert into bill (branch_id, customer_id, month, kind, amount_fen, import_id)
    select ${branchId}, b.customer_id, b.month, b.kind, b.amount_fen, ${importId}::uuid
    from unnest(${bills.map((b) => b.customerId)}::uuid[], ${bills.map((b) => b.month)}::int[],
      ${bills.map((b) => b.kind)}::text[], ${bills.map((b) => b.amountFen)}::bigint[])
      as b(customer_id, month, kind, amount_fen)
    on conflict (branch_id, customer_id, month, kind)
    do update set amount_fen = excluded.amount_fen, import_id = excluded.import_id`.execute(trx)
  await markStale(trx, branchId, earliest(bills.map(({ month }) => month)))
}

const earliest = (months: readonly number[]): number =>
  months.reduce((least, month) => Math.min(least, month), Infinity)

/** Months from one on have to be reckoned anew. */
const markStale = async (trx: Trx, branchId: number, from: number): Promise<void> => {
  await trx
    .updateTable('standing_month')
    .set({ stale: true })
    .where('branch_id', '=', branchId)
    .where('month', '>=', from)
    .where('stale', '=', false)
    .execute()
}

export const writeSnapshots = async (
  trx: Trx,
  { branchId, importId, asOf }: Setting,
  steps: readonly Step[],
): Promise<void> => {
  const rows = steps.flatMap(({ customer, snapshot }) =>
    snapshot
      ? [
          {
            branch_id: branchId,
            customer_id: customer.id,
            as_of: asOf,
            attributes: snapshot.attributes,
            left_later: snapshot.left,
            import_id: importId,
          },
        ]
      : [],
  )
  if (rows.length > 0)
    await sql`
      insert into attribute_snapshot (branch_id, customer_id, as_of, attributes, left_later, import_id)
      select branch_id, customer_id, as_of, attributes, left_later, import_id
      from json_populate_recordset(null::attribute_snapshot, ${JSON.stringify(rows)}::json)
      on conflict (branch_id, customer_id, as_of) do update
      set attributes = excluded.attributes, left_later = excluded.left_later, import_id = excluded.import_id`.execute(
      trx,
    )
}

export const writeOrders = async (trx: Trx, { branchId, importId }: Setting, steps: readonly Step[]): Promise<void> => {
  const rows = steps.flatMap(({ customer, order }) =>
    order
      ? [
          {
            branch_id: branchId,
            id: order.id,
            customer_id: customer.id,
            ordered_on: order.day,
            product: order.product,
            quantity: order.quantity,
            amount_fen: order.amountFen,
            number: order.number,
            paid_electronically: order.paidElectronically,
            import_id: importId,
          },
        ]
      : [],
  )
  if (rows.length === 0) return
  await sql`
      insert into outlet_order (branch_id, id, customer_id, ordered_on, product, quantity, amount_fen, number,
        paid_electronically, import_id)
      select branch_id, id, customer_id, ordered_on, product, quantity, amount_fen, number, paid_electronically, import_id
      from json_populate_recordset(null::outlet_order, ${JSON.stringify(rows)}::json)
      on conflict (branch_id, id) do update
      set quantity = excluded.quantity, amount_fen = excluded.amount_fen,
        paid_electronically = coalesce(excluded.paid_electronically, outlet_order.paid_electronically), import_id = excluded.import_id`.execute(
    trx,
  )
  // An outlet's level of a month follows from its orders [K-30].
  await markStale(trx, branchId, earliest(rows.map(({ ordered_on }) => monthNumber(monthOf(ordered_on)))))
}

/** An earlier contact counts from noon of its day: the file knows no time. */
export const writeTouches = async (
  trx: Trx,
  { branchId, importId, actor }: Setting,
  steps: readonly Step[],
): Promise<void> => {
  const rows = steps.flatMap(({ customer, touch }) => (touch ? [{ ...touch, customer_id: customer.id }] : []))
  if (rows.length === 0) return
  await sql`
    with given as (
      select r.*, (r.day + time '12:00') at time zone ${actor.timeZone} as at
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(
        id uuid, customer_id uuid, "staffId" uuid, channel text, direction text, reached boolean, day date, note text)
    ), written as (
      insert into touch (branch_id, id, customer_id, staff_id, import_id, channel, direction, purpose, reached, at, note)
      select ${branchId}, id, customer_id, "staffId", ${importId}::uuid, channel, direction, 'service', reached, at, note
      from given
    )
    update customer set last_touch_at = greatest(customer.last_touch_at, newest.at)
    from (select customer_id, max(at) as at from given where reached group by customer_id) as newest
    where customer.branch_id = ${branchId} and customer.id = newest.customer_id`.execute(trx)
}
