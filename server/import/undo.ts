import { sql } from 'kysely'
import { type UndoPlan, undoRow, type Values } from '#domain/import/plan.ts'
import { lockStandings } from '#server/customer/lock-standings.ts'
import { holdersOf, lockNumbers } from '#server/customer/numbers.ts'
import type { Db, Trx } from '#server/db/pool.ts'
import { inTransaction } from '#server/db/pool.ts'
import { JobRefused, type Task } from '#server/jobs/task.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { type Known, knownCustomers } from './known.ts'
import { undoContacts, undoFacts, undoHoldings } from './undo-facts.ts'
import { changeCustomers, type Writer } from './write-customers.ts'

export type Undone = { removed: number; restored: number; left: number; gone: number }

const CUSTOMERS_A_BATCH = 1000

/**
 * Takes back what an import wrote [DESIGN §5]: first what hangs on customers, then customers. Only what still holds the
 * import's own values is restored or removed; the rest stays and is listed. Each batch is whole; cut short, it goes on
 * with what has not been taken back yet.
 */
export const takeBack = async (task: Task, importId: string): Promise<Undone> => {
  const { db, branchId } = task
  const actor = task.askedBy === null ? null : await seatOfStaff(db, branchId, task.askedBy)
  if (!actor) throw new JobRefused({ code: 'import.not-allowed', params: {} })
  const writer = (): Writer => ({
    branchId,
    actorId: actor.staffId,
    at: task.clock.now(),
    today: task.clock.today(actor.timeZone),
  })
  const hanging = await tablesOnCustomer(db)
  await inTransaction(
    db,
    async (trx) => {
      const at = task.clock.now()
      // A run that has read the old bills would call its month up to date after it was marked.
      await lockStandings(trx, branchId)
      await undoFacts(trx, branchId, importId, at)
      await undoContacts(trx, branchId, importId, at)
      await undoHoldings(trx, branchId, importId, at)
      await markStale(trx, branchId, importId)
    },
    { statementTimeoutMs: 0 },
  )
  for (let done = 0; ; done += CUSTOMERS_A_BATCH) {
    await task.progress(done)
    const more = await inTransaction(db, (trx) => undoCustomers(trx, writer(), importId, hanging), {
      statementTimeoutMs: 0,
    })
    if (!more) return countUndone(db, branchId, importId)
  }
}

/** Standings of the months that had bills from the import, and of all that follow, have to be reckoned anew. */
const markStale = async (trx: Trx, branchId: number, importId: string): Promise<void> => {
  await sql`
    update standing_month set stale = true
    where branch_id = ${branchId} and month >= (
      select min(m) from import i, unnest(i.months) as m where i.branch_id = ${branchId} and i.id = ${importId})`.execute(
    trx,
  )
}

type Waiting = { entity_key: string; before: Values | null; written: Values }

/** Takes one batch of customers back, the last row first; false when none is left. */
const undoCustomers = async (
  trx: Trx,
  writer: Writer,
  importId: string,
  hanging: readonly Hanging[],
): Promise<boolean> => {
  const { branchId, at } = writer
  const effects = (await trx
    .selectFrom('import_effect')
    .select(['entity_key', 'before', 'written'])
    .where('branch_id', '=', branchId)
    .where('import_id', '=', importId)
    .where('entity', '=', 'customer')
    .where('undone_at', 'is', null)
    .orderBy('row_number', 'desc')
    .limit(CUSTOMERS_A_BATCH)
    .execute()) as unknown as Waiting[]
  if (effects.length === 0) return false
  await lockStandings(trx, branchId)
  const ids = effects.map((effect) => effect.entity_key)
  const numbers = effects.flatMap(({ before }) => (typeof before?.['phone'] === 'string' ? [before['phone']] : []))
  if (numbers.length > 0) await lockNumbers(trx, branchId, 'all')
  const holders = await holdersOf(trx, branchId, numbers)
  const there = await knownCustomers(trx, branchId, { kind: 'all' }, { ids }, true)
  const known = new Map(there.map((customer) => [customer.id, customer]))
  const used = await customersInUse(trx, branchId, ids, hanging)
  const remove: string[] = []
  const changes: { known: Known; after: Values }[] = []
  const left: { key: string; fields: string[] }[] = []
  for (const { entity_key: key, before, written } of effects) {
    const customer = known.get(key)
    const elsewhere = holders.get(String(before?.['phone']))?.some((id) => id !== key) ?? false
    const isUsed = used.has(key) || customer?.mergedInto !== null
    const undone = undoRow(before, filled(written), customer?.values ?? null, isUsed)
    const plan = elsewhere ? withoutNumber(undone) : undone
    if (plan.act === 'remove') remove.push(key)
    if (plan.act === 'restore' && customer && Object.keys(plan.restore).length > 0)
      changes.push({ known: customer, after: plan.restore })
    if (plan.act === 'keep') left.push({ key, fields: plan.left.length > 0 ? plan.left : ['record'] })
    if (plan.act === 'restore' && plan.left.length > 0) left.push({ key, fields: plan.left })
    if (plan.act === 'gone') left.push({ key, fields: ['gone'] })
  }
  await changeCustomers(trx, writer, changes)
  await removeCustomers(trx, branchId, remove)
  await sql`
    update import_effect e set undone_at = ${at}, left_fields = r.fields
    from unnest(${ids}::text[]) as k(key)
      left join json_to_recordset(${JSON.stringify(left)}::json) as r(key text, fields text[]) on r.key = k.key
    where e.branch_id = ${branchId} and e.import_id = ${importId} and e.entity = 'customer' and e.entity_key = k.key`.execute(
    trx,
  )
  return true
}

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** A number that is another customer's by now stays there. */
const withoutNumber = (plan: UndoPlan): UndoPlan => {
  if (plan.act !== 'restore' || plan.restore['phone'] === undefined) return plan
  const { phone: _phone, ...restore } = plan.restore
  return { act: 'restore', restore, left: [...plan.left, 'phone'] }
}

type Hanging = { table: string; column: string }

/** Removed with the customer, or looked at by themselves: these alone do not show that somebody works with a customer. */
const ownTables = new Set(['customer_key', 'standing', 'outlet_level', 'member', 'consent'])

/** Every table whose rows are about a customer, asked of the database so that a new one is never forgotten. */
const tablesOnCustomer = async (db: Db): Promise<Hanging[]> => {
  const { rows } = await sql<Hanging>`
    select c.relname as "table", a.attname as "column" from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
    where k.contype = 'f' and k.confrelid = 'public.customer'::regclass`.execute(db)
  return rows.filter(({ table }) => !ownTables.has(table))
}

/** Customers on whom something hangs that the import did not bring. */
const customersInUse = async (
  trx: Trx,
  branchId: number,
  ids: readonly string[],
  hanging: readonly Hanging[],
): Promise<Set<string>> => {
  const ways = hanging.map(
    ({ table, column }) =>
      sql`exists (select from ${sql.table(table)} h where h.branch_id = ${branchId} and h.${sql.ref(column)} = k.id)`,
  )
  const more = sql`(select count(*) from member m where m.branch_id = ${branchId} and m.customer_id = k.id) > 1
    or exists (select from consent c where c.branch_id = ${branchId} and c.customer_id = k.id and c.purpose <> 'any')`
  const { rows } = await sql<{ id: string }>`
    select k.id from unnest(${[...ids]}::uuid[]) as k(id) where ${sql.join([...ways, more], sql` or `)}`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

const removeCustomers = async (trx: Trx, branchId: number, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  for (const table of ['standing', 'outlet_level', 'consent', 'member', 'customer_key'] as const)
    await trx
      .deleteFrom(table)
      .where('branch_id', '=', branchId)
      .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val([...ids]))))
      .execute()
  await trx
    .deleteFrom('customer')
    .where('branch_id', '=', branchId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
}

const countUndone = async (db: Db, branchId: number, importId: string): Promise<Undone> => {
  const { rows } = await sql<Undone>`
    select count(*) filter (where before is null and left_fields is null)::int as removed,
      count(*) filter (where before is not null and left_fields is null)::int as restored,
      count(*) filter (where left_fields is not null and left_fields <> '{gone}')::int as "left",
      count(*) filter (where left_fields = '{gone}')::int as gone
    from import_effect where branch_id = ${branchId} and import_id = ${importId}`.execute(db)
  return rows[0] ?? { removed: 0, restored: 0, left: 0, gone: 0 }
}
