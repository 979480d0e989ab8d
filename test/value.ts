import { sql } from 'kysely'
import type { Day, Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import { idOf, MONDAY_AT_TEN } from './api.ts'

/** Bills of one customer, oldest first, the last in `until`; null is a month without a bill. */
export const paysUntil = async (
  { db }: { db: Db },
  customerId: string,
  until: Month,
  fen: readonly (Fen | null)[],
  kind = 'total',
): Promise<void> => {
  const last = Number(until.slice(0, 4)) * 12 + Number(until.slice(5)) - 1
  const rows = fen.flatMap((amount, i) => {
    const index = last + i + 1 - fen.length
    const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    return amount === null
      ? []
      : [{ branch_id: 1, customer_id: customerId, month: monthNumber(month), kind, amount_fen: amount }]
  })
  if (rows.length > 0) await db.insertInto('bill').values(rows).execute()
}

/** The same amount for a whole year. */
export const aYearOf = (fen: Fen): Fen[] => Array.from({ length: 12 }, () => fen)

/** What was known of a customer on a day, and whether they left afterwards. */
export const isKnownAs = async (
  { db }: { db: Db },
  customerId: string,
  asOf: Day,
  attributes: Record<string, string | number>,
  left: boolean | null = null,
): Promise<void> => {
  await db
    .insertInto('attribute_snapshot')
    .values({
      branch_id: 1,
      customer_id: customerId,
      as_of: asOf,
      attributes: JSON.stringify(attributes),
      left_later: left,
    })
    .execute()
}

export type KnownRow = { code: string; attributes: Record<string, string | number>; left: boolean | null }

/** An id made of a code, in the form of a UUIDv7. */
const madeId = sql`overlay(overlay(md5(code) placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid`

/** Customers as an import leaves them: a code, kept by somebody, and what was known of each on a day. */
export const manyKnownAs = async (
  { db }: { db: Db },
  asOf: Day,
  rows: readonly KnownRow[],
  manager = 'lin',
): Promise<void> => {
  await sql`
    insert into customer (branch_id, id, code, kind, name, name_sort, name_folded, manager_id, unit_id, created_at, updated_at)
    select 1, ${madeId}, code, 'person', code, code, code, ${idOf(manager)}::uuid, ${idOf('north')}::uuid,
      ${MONDAY_AT_TEN}, ${MONDAY_AT_TEN}
    from unnest(${rows.map(({ code }) => code)}::text[]) code on conflict do nothing`.execute(db)
  await sql`
    insert into attribute_snapshot (branch_id, customer_id, as_of, attributes, left_later)
    select 1, ${madeId}, ${asOf}::date, r -> 'attributes', (r ->> 'left')::boolean
    from (select value ->> 'code' as code, value as r from jsonb_array_elements(${JSON.stringify(rows)}::jsonb)) rows`.execute(
    db,
  )
}
