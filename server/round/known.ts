import { addDays, type Day, dayIn } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { OrderLine } from '#domain/round/goods.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** What is usual is read from ten weeks of orders. */
const ORDERS_DAYS = 70
/** A promise kept this recently is worth a question. */
const KEPT_DAYS = 30

const grouped = <R, V>(rows: readonly R[], idOf: (row: R) => string, valueOf: (row: R) => V): Map<string, V[]> => {
  const byId = new Map<string, V[]>()
  for (const row of rows) byId.set(idOf(row), [...(byId.get(idOf(row)) ?? []), valueOf(row)])
  return byId
}

export const ordersOf = async (
  db: Db,
  branchId: number,
  day: Day,
  ids: readonly string[],
): Promise<Map<string, OrderLine[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('outlet_order')
    .select(['customer_id', 'ordered_on', 'delivered_on', 'product', 'quantity'])
    .where('branch_id', '=', branchId)
    .where('customer_id', 'in', ids)
    .where('ordered_on', '>', addDays(day, -ORDERS_DAYS))
    .where('ordered_on', '<=', day)
    .orderBy('ordered_on')
    .orderBy('id')
    .execute()
  return grouped(
    rows,
    ({ customer_id }) => customer_id,
    ({ ordered_on, delivered_on, product, quantity }) => ({
      orderedOn: ordered_on,
      deliveredOn: delivered_on,
      product,
      quantity,
    }),
  )
}

/** Open promises by customer, the soonest due first. */
export const promisesTo = async (
  db: Db,
  { branchId, timeZone }: Caller,
  ids: readonly string[],
): Promise<Map<string, { id: string; what: string; dueDay: Day }[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('promise')
    .select(['id', 'customer_id', 'what', 'due_at'])
    .where('branch_id', '=', branchId)
    .where('customer_id', 'in', ids)
    .where('state', '=', 'open')
    .orderBy('due_at')
    .execute()
  return grouped(
    rows,
    ({ customer_id }) => customer_id,
    ({ id, what, due_at }) => ({ id, what, dueDay: dayIn(due_at, timeZone) }),
  )
}

/** The promise kept last, by customer. */
export const keptTo = async (
  db: Db,
  { branchId, timeZone }: Caller,
  day: Day,
  ids: readonly string[],
): Promise<Map<string, { what: string; day: Day }>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('promise')
    .distinctOn('customer_id')
    .select(['customer_id', 'what', 'settled_at'])
    .where('branch_id', '=', branchId)
    .where('customer_id', 'in', ids)
    .where('state', '=', 'kept')
    .where('settled_at', '>=', instantAt(addDays(day, -KEPT_DAYS), 0, timeZone))
    .orderBy('customer_id')
    .orderBy('settled_at', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ customer_id, what, settled_at }) =>
      settled_at ? [[customer_id, { what, day: dayIn(settled_at, timeZone) }] as const] : [],
    ),
  )
}

/** Whom one deals with at each: the one who decides, else the first written down. */
export const keepersOf = async (db: Db, branchId: number, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('contact_person')
    .select(['customer_id', 'name', 'address_form', 'decision_role'])
    .where('branch_id', '=', branchId)
    .where('customer_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('customer_id')
    .orderBy('id')
    .execute()
  const byCustomer = grouped(
    rows,
    ({ customer_id }) => customer_id,
    (row) => row,
  )
  return new Map(
    [...byCustomer].flatMap(([id, people]) => {
      const one = people.find(({ decision_role }) => decision_role === 'decider') ?? people[0]
      return one ? [[id, one.address_form ?? one.name] as const] : []
    }),
  )
}
