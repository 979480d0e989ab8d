import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'

/** Tables whose rows follow a customer by their own id. */
const followById = [
  'contact_person',
  'member',
  'holding',
  'sighting',
  'small_wish',
  'touch',
  'promise',
  'expectation',
  'service_case',
  'hand_over',
  'run',
  'worklist_decision',
  'outlet_order',
  'customer_photo',
  'points_entry',
  'outlet_evaluation',
  'market_note',
  'task',
  'appointment',
  'form',
  'customer_loss',
  'survey',
  'survey_answer',
  'represented',
  'care_act',
  'thanks',
  'retention_case',
  'retention_event',
] as const

/** Tables with one row a customer and key: a row follows where the one who stays has none under that key. */
const followByKey = [
  { table: 'consent', key: ['purpose'] },
  { table: 'attribute_snapshot', key: ['as_of'] },
  { table: 'customer_key', key: ['kind', 'key'] },
  { table: 'welcome', key: ['month'] },
  { table: 'event_guest', key: ['event_id'] },
  { table: 'departure_customer', key: ['departure_id'] },
  { table: 'survey_sheet', key: ['survey_id'] },
  { table: 'service_change_asker', key: ['change_id'] },
  { table: 'campaign_customer', key: ['campaign_id'] },
  { table: 'undisturbed', key: ['campaign_id'] },
  // one row a customer
  { table: 'customer_place', key: ['branch_id'] },
] as const

/** Amounts a month: a row follows, or is added to what stands there. */
const addUp = [
  { table: 'bill', amount: 'amount_fen' },
  { table: 'usage', amount: 'quantity' },
] as const

/** What a merge leaves where it is: history of its own, with the record it was written for. */
export const stayBehind = [
  'standing',
  'outlet_level',
  'monthly_paid',
  'frozen_member',
  'audit_event',
  'erasure',
  'held_record',
] as const

/** Every table a merge knows; a test compares it with the database, so that a new table is not forgotten. */
export const mergedTables: readonly string[] = [
  ...followById,
  ...followByKey.map(({ table }) => table),
  ...addUp.map(({ table }) => table),
  ...stayBehind,
]

type Key = Record<string, string | number>

/** What a merge moved, so that it can be moved back. */
export type Moves = {
  ids: Record<string, string[]>
  keys: Record<string, Key[]>
  /** `kept`: what stood under the one who stays, null for nothing. */
  amounts: Record<string, { month: number; kind: string; gone: number; kept: number | null }[]>
}

export const countMoves = ({ ids, keys, amounts }: Moves): number =>
  [...Object.values(ids), ...Object.values(amounts), keys['consent'] ?? [], keys['attribute_snapshot'] ?? []].reduce(
    (sum, rows) => sum + rows.length,
    0,
  )

/** Moves everything from one customer to another. */
export const moveAll = async (trx: Db, branchId: number, gone: string, kept: string): Promise<Moves> => {
  const moves: Moves = { ids: {}, keys: {}, amounts: {} }
  for (const table of followById) {
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(table)} set customer_id = ${kept}
      where branch_id = ${branchId} and customer_id = ${gone} returning id`.execute(trx)
    if (rows.length > 0) moves.ids[table] = rows.map(({ id }) => id)
  }
  for (const { table, key } of followByKey) {
    const columns = key.map((name) => sql.ref(name))
    const same = sql.join(
      key.map((name) => sql`k.${sql.ref(name)} = g.${sql.ref(name)}`),
      sql` and `,
    )
    const { rows } = await sql<Key>`
      update ${sql.table(table)} g set customer_id = ${kept}
      where g.branch_id = ${branchId} and g.customer_id = ${gone} and not exists (
        select from ${sql.table(table)} k where k.branch_id = g.branch_id and k.customer_id = ${kept} and ${same})
      returning ${sql.join(columns)}`.execute(trx)
    if (rows.length > 0) moves.keys[table] = rows
  }
  for (const { table, amount } of addUp) {
    const { rows } = await sql<Moves['amounts'][string][number]>`
      select g.month, g.kind, g.${sql.ref(amount)} as gone, k.${sql.ref(amount)} as kept
      from ${sql.table(table)} g left join ${sql.table(table)} k
        on k.branch_id = g.branch_id and k.customer_id = ${kept} and k.month = g.month and k.kind = g.kind
      where g.branch_id = ${branchId} and g.customer_id = ${gone}`.execute(trx)
    for (const row of rows) await putAmount(trx, table, amount, branchId, kept, row, row.gone + (row.kept ?? 0))
    await sql`delete from ${sql.table(table)} where branch_id = ${branchId} and customer_id = ${gone}`.execute(trx)
    if (rows.length > 0) moves.amounts[table] = rows
  }
  return moves
}

/** Moves back what still stands as the merge left it; answers what it had to leave. */
export const moveBack = async (
  trx: Db,
  branchId: number,
  gone: string,
  kept: string,
  moves: Moves,
): Promise<string[]> => {
  const left: string[] = []
  for (const [table, ids] of Object.entries(moves.ids)) {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set customer_id = ${gone}
      where branch_id = ${branchId} and customer_id = ${kept} and id = any(${ids}::uuid[])`.execute(trx)
    if (Number(numAffectedRows ?? 0) < ids.length) left.push(table)
  }
  for (const [table, keys] of Object.entries(moves.keys))
    for (const key of keys) {
      const same = Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
      await sql`update ${sql.table(table)} set customer_id = ${gone}
        where branch_id = ${branchId} and customer_id = ${kept} and ${sql.join(same, sql` and `)}`.execute(trx)
    }
  for (const { table, amount } of addUp)
    for (const row of moves.amounts[table] ?? []) {
      const stands = await amountOf(trx, table, amount, branchId, kept, row)
      if (stands !== row.gone + (row.kept ?? 0)) {
        left.push(`${table} ${row.month}`)
        continue
      }
      await putAmount(trx, table, amount, branchId, gone, row, row.gone)
      if (row.kept === null)
        await sql`delete from ${sql.table(table)} where branch_id = ${branchId} and customer_id = ${kept}
          and month = ${row.month} and kind = ${row.kind}`.execute(trx)
      else await putAmount(trx, table, amount, branchId, kept, row, row.kept)
    }
  return left
}

type Place = { month: number; kind: string }

const putAmount = async (
  trx: Db,
  table: string,
  amount: string,
  branchId: number,
  customerId: string,
  { month, kind }: Place,
  value: number,
): Promise<void> => {
  await sql`insert into ${sql.table(table)} (branch_id, customer_id, month, kind, ${sql.ref(amount)})
    values (${branchId}, ${customerId}, ${month}, ${kind}, ${value})
    on conflict (branch_id, customer_id, month, kind) do update set ${sql.ref(amount)} = excluded.${sql.ref(amount)}`.execute(
    trx,
  )
}

const amountOf = async (
  trx: Db,
  table: string,
  amount: string,
  branchId: number,
  customerId: string,
  { month, kind }: Place,
): Promise<number | null> => {
  const { rows } = await sql<{ amount: number }>`
    select ${sql.ref(amount)} as amount from ${sql.table(table)}
    where branch_id = ${branchId} and customer_id = ${customerId} and month = ${month} and kind = ${kind}`.execute(trx)
  return rows[0]?.amount ?? null
}
