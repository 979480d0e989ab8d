import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import type { Db } from '#server/db/pool.ts'
import { plan, treatedApart } from './plan.ts'

let db: Db
beforeAll(async () => {
  db = (await testDatabase()).db
})

const names = async (query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> =>
  (await query.execute(db)).rows.map(({ name }) => name)

/** Tables of rows, with `customer_id` or a key to one that has it. */
const tablesAboutCustomers = () =>
  names(sql<{ name: string }>`
    with own as (
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema = 'public' and c.column_name = 'customer_id' and t.table_type = 'BASE TABLE')
    select name from own
    union
    select k.conrelid::regclass::text from pg_constraint k
    where k.contype = 'f' and k.confrelid::regclass::text in (select name from own union select 'customer')
    order by 1`)

const columnsOfText = (table: string) =>
  names(sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and data_type in ('text', 'jsonb', 'ARRAY', 'bytea')
    order by 1`)

describe('what erasing a person knows', () => {
  test('is every table that says something of a customer', async () => {
    const known = new Set([...Object.keys(plan), ...treatedApart])
    expect((await tablesAboutCustomers()).filter((table) => !known.has(table))).toEqual([])
  })

  test('is every column of text in a row that stays', async () => {
    const undecided: string[] = []
    for (const [table, { how, blank = {}, codes = [] }] of Object.entries(plan)) {
      if (how === 'drop') continue
      const decided = new Set([...Object.keys(blank), ...codes])
      const columns = await columnsOfText(table)
      undecided.push(...columns.filter((column) => !decided.has(column)).map((column) => `${table}.${column}`))
    }
    expect(undecided).toEqual([])
  })

  test('is no table that is gone', async () => {
    for (const table of Object.keys(plan)) expect((await columnsOfText(table)).length, table).toBeGreaterThanOrEqual(0)
    await expect(
      Promise.all(Object.keys(plan).map((table) => sql`select from ${sql.table(table)} limit 0`.execute(db))),
    ).resolves.toHaveLength(Object.keys(plan).length)
  })
})
