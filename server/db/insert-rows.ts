import { sql } from 'kysely'
import type { Db } from './pool.ts'
import type { Tables } from './tables.ts'

type NewRow<T extends keyof Tables> = Partial<Record<keyof Tables[T] & string, unknown>>

/**
 * Inserts many rows in one statement, as one parameter: no limit of parameters, one plan for any number of rows. Every row
 * must name the same columns; json columns take plain values, instants `Date`. Give `skipKnown` to leave rows out whose
 * key is there already.
 */
export const insertRows = async <T extends keyof Tables>(
  trx: Db,
  table: T,
  rows: readonly NewRow<T>[],
  options: { skipKnown?: boolean } = {},
): Promise<void> => {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    ${options.skipKnown ? sql`on conflict do nothing` : sql``}`.execute(trx)
}
