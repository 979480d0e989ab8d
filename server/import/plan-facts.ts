import type { AcceptedRow } from '#domain/import/validate.ts'
import type { Db } from '#server/db/pool.ts'
import { freshId } from '#server/db/id.ts'
import { same } from '#domain/customer/edit.ts'
import { type Setting, staffNamed } from './setting.ts'
import type { BillBefore, BillStep, OrderStep, SnapshotBefore, SnapshotStep, TouchStep } from './step.ts'

/** A row with the customer it is about; `isNew` when this import has just made them, so that nothing is there yet. */
export type Placed = { record: AcceptedRow; customerId: string; isNew: boolean }

const monthNumber = (month: string): number => Number(month.replace('-', ''))

const idsOf = (rows: readonly Placed[]): string[] => [
  ...new Set(rows.filter(({ isNew }) => !isNew).map(({ customerId }) => customerId)),
]

/** Bills that are not there yet or say another amount; the same bill again changes nothing. */
export const planBills = async (db: Db, branchId: number, rows: readonly Placed[]): Promise<BillStep[][]> => {
  const months = [...new Set(rows.flatMap(({ record }) => record.bills.map(({ month }) => monthNumber(month))))]
  const ids = months.length === 0 ? [] : idsOf(rows)
  const there =
    ids.length === 0
      ? []
      : await db
          .selectFrom('bill')
          .select(['customer_id', 'month', 'kind', 'amount_fen', 'import_id'])
          .where('branch_id', '=', branchId)
          .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val(ids))))
          .where((eb) => eb('month', '=', eb.fn.any(eb.val(months))))
          .execute()
  const keyOf = (customerId: string, month: number, kind: string): string => `${customerId} ${month} ${kind}`
  const known = new Map<string, BillBefore>(
    there.map((bill) => [
      keyOf(bill.customer_id, bill.month, bill.kind),
      { amountFen: bill.amount_fen, importId: bill.import_id },
    ]),
  )
  return rows.map(({ record, customerId }) =>
    record.bills.flatMap(({ month, billKind, amount }): BillStep[] => {
      const before = known.get(keyOf(customerId, monthNumber(month), billKind)) ?? null
      if (before?.amountFen === amount) return []
      return [{ month: monthNumber(month), kind: billKind, amountFen: amount, before }]
    }),
  )
}

/** Attributes and whether the customer left, as they stood on the day of the file. */
export const planSnapshots = async (
  db: Db,
  setting: Setting,
  rows: readonly Placed[],
): Promise<(SnapshotStep | null)[]> => {
  const keepsAttributes = setting.mapping.target === 'customer' || setting.mapping.target === 'attribute'
  const wanted = rows.map(({ record }) => (keepsAttributes ? attributesOf(setting, record) : {}))
  const some = rows.filter((row, i) => Object.keys(wanted[i] ?? {}).length > 0 || row.record.left !== null)
  const ids = keepsAttributes ? idsOf(some) : []
  const there =
    ids.length === 0
      ? []
      : await db
          .selectFrom('attribute_snapshot')
          .selectAll()
          .where('branch_id', '=', setting.branchId)
          .where('as_of', '=', setting.asOf)
          .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val(ids))))
          .execute()
  const known = new Map<string, SnapshotBefore>(
    there.map((row) => [
      row.customer_id,
      { attributes: row.attributes as Record<string, unknown>, left: row.left_later, importId: row.import_id },
    ]),
  )
  return rows.map(({ record, customerId }, i): SnapshotStep | null => {
    const attributes = wanted[i] ?? {}
    if (!keepsAttributes || (Object.keys(attributes).length === 0 && record.left === null)) return null
    const before = known.get(customerId) ?? null
    const after = { attributes: { ...before?.attributes, ...attributes }, left: record.left ?? before?.left ?? null }
    if (before && same(before.attributes, after.attributes) && before.left === after.left) return null
    return { ...after, before }
  })
}

/** Everything paid so far is an attribute too, in yuan, under the name its column has. */
const attributesOf = ({ mapping }: Setting, record: AcceptedRow): Record<string, unknown> => {
  const header = mapping.columns.find(({ role }) => role.role === 'cumulative')?.header
  if (record.cumulative === null || header === undefined) return record.attributes
  return { ...record.attributes, [header]: record.cumulative / 100 }
}

/** Orders; one with a number of its own is the same order when it comes again. */
export const planOrders = async (
  db: Db,
  branchId: number,
  rows: readonly Placed[],
  at: Date,
): Promise<(OrderStep | null)[]> => {
  const numbered = rows.filter(({ record }) => record.fields['orderNumber'] !== undefined)
  const ids = idsOf(numbered)
  const there =
    ids.length === 0
      ? []
      : await db
          .selectFrom('outlet_order')
          .selectAll()
          .where('branch_id', '=', branchId)
          .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val(ids))))
          .where((eb) =>
            eb('number', '=', eb.fn.any(eb.val(numbered.map(({ record }) => String(record.fields['orderNumber']))))),
          )
          .execute()
  const known = new Map(there.map((order) => [`${order.customer_id} ${order.number} ${order.product}`, order]))
  return rows.map(({ record, customerId }): OrderStep | null => {
    const { orderDay, orderProduct, quantity, orderAmount, orderNumber, settlement } = record.fields
    if (record.target !== 'order') return null
    const product = String(orderProduct ?? '')
    const number = orderNumber === undefined ? null : String(orderNumber)
    const before = number === null ? undefined : known.get(`${customerId} ${number} ${product}`)
    const wanted = { quantity: Math.round(Number(quantity ?? 1)), amountFen: Number(orderAmount) }
    if (before && before.quantity === wanted.quantity && before.amount_fen === wanted.amountFen) return null
    return {
      ...wanted,
      id: before?.id ?? freshId(at),
      day: String(orderDay),
      product,
      number,
      paidElectronically: settlement === undefined ? null : settlement === 'electronic',
      before: before ? { quantity: before.quantity, amountFen: before.amount_fen, importId: before.import_id } : null,
    }
  })
}

const channels = { call: 'call', visit: 'visit', message: 'message', mail: 'mail', counter: 'hall' } as const

const isChannel = (text: unknown): text is keyof typeof channels => typeof text === 'string' && text in channels

/** An earlier contact; `unknown` or `ambiguous` when the file names somebody who cannot be told. */
export const planTouch = (
  setting: Setting,
  record: AcceptedRow,
  at: Date,
): TouchStep | 'unknown' | 'ambiguous' | null => {
  const { touchDay, channel, direction, content, result, staff, reached, note } = record.fields
  if (record.target !== 'touch') return null
  const by = staff === undefined ? { id: setting.actor.staffId } : staffNamed(setting.staff, String(staff))
  if (typeof by === 'string') return by
  return {
    id: freshId(at),
    staffId: by.id,
    channel: isChannel(channel) ? channels[channel] : 'call',
    direction: direction === 'passive' ? 'passive' : 'active',
    reached: reached !== false,
    day: String(touchDay),
    note: [content, result, note].filter((text) => text !== undefined).join('\n') || null,
  }
}
