import { phoneTail } from '#domain/customer/phone.ts'
import type { ImportedCustomer } from '#domain/import/stored.ts'
import { type AcceptedRow, headerOf } from '#domain/import/validate.ts'
import { holdersOf, lockNumbers } from '#server/customer/numbers.ts'
import type { Db } from '#server/db/pool.ts'
import { freshId } from '#server/db/id.ts'
import { knownCustomers } from './known.ts'
import { planCustomer } from './plan-customer.ts'
import { planBills, planOrders, planSnapshots, planTouch, type Placed } from './plan-facts.ts'
import type { Setting } from './setting.ts'
import type { ContactStep, CustomerStep, Reject, Step, TouchStep } from './step.ts'

type Half = { record: AcceptedRow; customer: CustomerStep; imported: ImportedCustomer | null; touch: TouchStep | null }

/** Works out what a batch of accepted rows would do. Locks the numbers and customers it is about when it is to be written. */
export const planBatch = async (
  db: Db,
  setting: Setting,
  records: readonly AcceptedRow[],
  at: Date,
  lock: boolean,
): Promise<{ steps: Step[]; rejects: Reject[] }> => {
  const { branchId, scope } = setting
  const codes = [...new Set(records.map(({ code }) => code))]
  const numberTaken = await numberRule(db, setting, records, lock)
  const there = await knownCustomers(db, branchId, scope, { codes }, lock)
  const known = new Map(there.map((customer) => [customer.code, customer]))
  const made = new Map<string, CustomerStep>()
  const rejects: Reject[] = []
  const halves: Half[] = []
  for (const record of records) {
    const touch = planTouch(setting, record, at)
    if (typeof touch === 'string') {
      const said = { code: `staff.${touch}`, params: { text: String(record.fields['staff']) } } as const
      rejects.push({ record, problems: [{ row: record.row, field: headerOf('staff', setting.mapping), said }] })
      continue
    }
    const earlier = made.get(record.code)
    if (earlier) {
      halves.push({ record, customer: { act: 'unchanged', id: earlier.id, known: null }, imported: null, touch })
      continue
    }
    const planned = planCustomer(setting, record, known.get(record.code) ?? null, at)
    if (!planned.ok) {
      rejects.push({ record, problems: planned.error })
      continue
    }
    const { step, imported } = planned.value
    const taken = numberTaken(step)
    if (taken !== null) {
      const said = { code: 'number.elsewhere', params: { tail: phoneTail(taken) } } as const
      rejects.push({ record, problems: [{ row: record.row, field: headerOf('phone', setting.mapping), said }] })
      continue
    }
    if (step.act === 'create') made.set(record.code, step)
    halves.push({ record, customer: step, imported, touch })
  }
  return { steps: await withFacts(db, setting, halves, made, at), rejects }
}

/** Tells the number of a row that is another customer's already, or that an earlier row has just given away [K-28]. */
const numberRule = async (db: Db, { branchId }: Setting, records: readonly AcceptedRow[], lock: boolean) => {
  const numbers = records.flatMap(({ fields: { phone } }) => (typeof phone === 'string' ? [phone] : []))
  if (lock && numbers.length > 0) await lockNumbers(db, branchId, 'all')
  const holders = await holdersOf(db, branchId, [...new Set(numbers)])
  return (step: CustomerStep): string | null => {
    const number = step.act === 'unchanged' ? null : step.after['phone']
    if (typeof number !== 'string') return null
    const there = holders.get(number) ?? []
    if (there.some((id) => id !== step.id)) return number
    holders.set(number, [step.id])
    return null
  }
}

const withFacts = async (
  db: Db,
  setting: Setting,
  halves: readonly Half[],
  made: ReadonlyMap<string, CustomerStep>,
  at: Date,
): Promise<Step[]> => {
  const placed = halves.map(({ record, customer }): Placed => ({
    record,
    customerId: customer.id,
    isNew: made.has(record.code),
  }))
  const bills = await planBills(db, setting.branchId, placed)
  const snapshots = await planSnapshots(db, setting, placed)
  const orders = await planOrders(db, setting.branchId, placed, at)
  const contacts = await planContacts(db, setting.branchId, halves, at)
  const products = await planProducts(db, setting.branchId, halves)
  return halves.map(({ record, customer, touch }, i) => ({
    record,
    customer,
    touch,
    contact: contacts[i] ?? null,
    product: products[i] ?? null,
    bills: bills[i] ?? [],
    snapshot: snapshots[i] ?? null,
    order: orders[i] ?? null,
  }))
}

const knownIds = (halves: readonly Half[], wants: (imported: ImportedCustomer) => boolean): string[] =>
  halves.flatMap(({ customer, imported }) =>
    customer.act !== 'create' && imported && wants(imported) ? [customer.id] : [],
  )

/** Contact persons that are new or have another number; a name that is there already is the same person. */
const planContacts = async (
  db: Db,
  branchId: number,
  halves: readonly Half[],
  at: Date,
): Promise<(ContactStep | null)[]> => {
  const ids = knownIds(halves, ({ contact }) => contact !== null)
  const there =
    ids.length === 0
      ? []
      : await db
          .selectFrom('contact_person')
          .select(['id', 'customer_id', 'name', 'phone'])
          .where('branch_id', '=', branchId)
          .where('removed_at', 'is', null)
          .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val(ids))))
          .execute()
  const known = new Map(there.map((person) => [`${person.customer_id} ${person.name}`, person]))
  return halves.map(({ customer, imported }) => {
    if (!imported?.contact?.name) return null
    const { name, phone } = imported.contact
    const person = known.get(`${customer.id} ${name}`)
    if (!person) return { id: freshId(at), known: false, name, phone, phoneBefore: null }
    if (phone === null || person.phone === phone) return null
    return { id: person.id, known: true, name, phone, phoneBefore: person.phone }
  })
}

const planProducts = async (db: Db, branchId: number, halves: readonly Half[]): Promise<(string | null)[]> => {
  const ids = knownIds(halves, ({ product }) => product !== null)
  const there =
    ids.length === 0
      ? []
      : await db
          .selectFrom('holding')
          .select(['customer_id', 'product'])
          .where('branch_id', '=', branchId)
          .where('removed_at', 'is', null)
          .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val(ids))))
          .execute()
  const known = new Set(there.map(({ customer_id: id, product }) => `${id} ${product}`))
  return halves.map(({ customer, imported }) =>
    imported?.product && !known.has(`${customer.id} ${imported.product}`) ? imported.product : null,
  )
}
