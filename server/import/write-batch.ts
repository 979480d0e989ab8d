import { sql } from 'kysely'
import type { Row } from '#domain/import/cell.ts'
import type { Problem } from '#domain/import/facts.ts'
import { searchKeysOf } from '#domain/customer/name-keys.ts'
import { surnameReading } from '#domain/customer/surnames.ts'
import { freshId } from '#server/db/id.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import type { Trx } from '#server/db/pool.ts'
import type { Setting } from './setting.ts'
import { type Effect, outcomeOf, type Step } from './step.ts'
import { addCustomers, changeCustomers, type Writer } from './write-customers.ts'
import { writeBills, writeOrders, writeSnapshots, writeTouches } from './write-facts.ts'

/** Writes what a batch was planned to do: each kind of row in one statement, with its before-images. */
export const writeBatch = async (trx: Trx, setting: Setting, steps: readonly Step[], at: Date): Promise<void> => {
  const writer: Writer = { branchId: setting.branchId, actorId: setting.actor.staffId, at, today: setting.today }
  await addCustomers(
    trx,
    writer,
    steps.flatMap(({ customer }) => (customer.act === 'create' ? [customer] : [])),
  )
  await changeCustomers(
    trx,
    writer,
    steps.flatMap(({ customer }) => (customer.act === 'update' ? [customer] : [])),
  )
  await writeContacts(trx, setting, steps)
  const holdings = await writeHoldings(trx, setting, steps, at)
  await writeBills(trx, setting, steps)
  await writeSnapshots(trx, setting, steps)
  await writeOrders(trx, setting, steps)
  await writeTouches(trx, setting, steps)
  await writeEffects(trx, setting, [...steps.flatMap(effectsOf), ...holdings])
}

const writeContacts = async (trx: Trx, { branchId }: Setting, steps: readonly Step[]): Promise<void> => {
  const rows = steps.flatMap(({ customer, contact }) => (contact ? [{ ...contact, customerId: customer.id }] : []))
  await insertRows(
    trx,
    'contact_person',
    rows.flatMap(({ id, customerId, known, name, phone }) =>
      known
        ? []
        : [
            {
              branch_id: branchId,
              id,
              customer_id: customerId,
              name,
              name_sort: searchKeysOf(name).sortKey,
              name_reading: surnameReading(name)?.reading ?? null,
              phone,
              version: 1,
            },
          ],
    ),
  )
  const changed = rows.filter(({ known }) => known).map(({ id, phone }) => ({ id, phone }))
  if (changed.length > 0)
    await sql`update contact_person p set phone = r.phone, version = p.version + 1
      from json_populate_recordset(null::contact_person, ${JSON.stringify(changed)}::json) as r
      where p.branch_id = ${branchId} and p.id = r.id`.execute(trx)
}

const writeHoldings = async (trx: Trx, setting: Setting, steps: readonly Step[], at: Date): Promise<Effect[]> => {
  const rows = steps.flatMap(({ record, customer, product }) =>
    product === null ? [] : [{ id: freshId(at), customerId: customer.id, product, row: record.row }],
  )
  await insertRows(
    trx,
    'holding',
    rows.map(({ id, customerId, product }) => ({
      branch_id: setting.branchId,
      id,
      customer_id: customerId,
      product,
      answers: {},
      version: 1,
    })),
  )
  return rows.map(({ id, product, row }) => ({ entity: 'holding', key: id, row, before: null, written: { product } }))
}

const effectsOf = ({ record, customer, contact, bills, snapshot, order }: Step): Effect[] => {
  const { row } = record
  const effects: Effect[] = []
  if (customer.act === 'create')
    effects.push({ entity: 'customer', key: customer.id, row, before: null, written: customer.after })
  if (customer.act === 'update')
    effects.push({ entity: 'customer', key: customer.id, row, before: customer.before, written: customer.after })
  if (contact)
    effects.push({
      entity: 'contact_person',
      key: contact.id,
      row,
      before: contact.known ? { phone: contact.phoneBefore } : null,
      written: { name: contact.name, phone: contact.phone },
    })
  // What is new in these carries the import's id; only what was replaced needs remembering.
  for (const { month, kind, amountFen, before } of bills)
    if (before)
      effects.push({ entity: 'bill', key: `${customer.id} ${month} ${kind}`, row, before, written: { amountFen } })
  if (snapshot?.before)
    effects.push({ entity: 'snapshot', key: customer.id, row, before: snapshot.before, written: snapshot.attributes })
  if (order?.before)
    effects.push({ entity: 'order', key: order.id, row, before: order.before, written: { quantity: order.quantity } })
  return effects
}

const writeEffects = (trx: Trx, { branchId, importId }: Setting, effects: readonly Effect[]): Promise<void> =>
  insertRows(
    trx,
    'import_effect',
    effects.map(({ entity, key, row, before, written }) => ({
      branch_id: branchId,
      import_id: importId,
      entity,
      entity_key: key,
      row_number: row,
      before,
      written,
    })),
    { skipKnown: true },
  )

export type Rejected = { row: Row; problems: Problem[] }

/** Keeps rejected rows as they were, so that they can go back to whoever sent them. */
export const writeRejects = (trx: Trx, { branchId, importId }: Setting, rejected: readonly Rejected[]): Promise<void> =>
  insertRows(
    trx,
    'import_reject',
    rejected.map(({ row, problems }) => ({
      branch_id: branchId,
      import_id: importId,
      row_number: row.rowNumber,
      cells: row.cells,
      problems,
    })),
    { skipKnown: true },
  )

export type Counts = { created: number; updated: number; unchanged: number; rejected: number }

export const countsOf = (steps: readonly Step[], rejected: number): Counts => {
  const counts = { created: 0, updated: 0, unchanged: 0, rejected }
  for (const step of steps) counts[outcomeOf(step)] += 1
  return counts
}

/** Moves the import's mark past a batch, in the transaction of the batch: a broken run goes on after it, never before. */
export const writeMark = async (
  trx: Trx,
  { branchId, importId }: Setting,
  mark: { readTo: number; rows: number; counts: Counts; months: readonly number[] },
): Promise<void> => {
  const { created, updated, unchanged, rejected } = mark.counts
  await sql`
    update import set read_to = ${mark.readTo}, rows_read = rows_read + ${mark.rows}, created = created + ${created},
      updated = updated + ${updated}, unchanged = unchanged + ${unchanged}, rejected = rejected + ${rejected},
      months = array(select distinct m from unnest(months || ${[...mark.months]}::int[]) as m order by m)
    where branch_id = ${branchId} and id = ${importId}`.execute(trx)
}
