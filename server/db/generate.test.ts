import * as fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { temporaryFolder } from '#test/folder.ts'
import { listedIn, readColumns } from './catalogue.ts'
import { tableTypes } from './generate.ts'

const shop = `
create type mood as enum ('calm', 'cross');
create table bill (
  branch_id integer not null,
  id text collate "C" not null,
  month text not null,
  amount_fen bigint not null,
  rate numeric(5, 2),
  kind text not null default 'voice' check (kind in ('voice', 'net', 'owner''s')),
  sole text check (sole = 'one'),
  short varchar(9) check (short in ('a', 'b')),
  due date,
  made_at timestamptz not null default now(),
  facts jsonb not null default '{}',
  extra jsonb,
  tags text[] not null,
  roles text[] not null check (roles <@ array['lead', 'trainer']),
  moods mood[],
  twice bigint generated always as (amount_fen * 2) stored,
  seq bigint generated always as identity,
  primary key (branch_id, id)
);
create view a_view as select id, facts, kind from bill;
`

test('the committed table types are those of the migrations', async () => {
  const { pool } = await testDatabase()
  const committed = fs.readFileSync(path.join(import.meta.dirname, 'tables.ts'), 'utf8')
  expect(committed, 'run: node scripts/run.mjs tables').toBe(tableTypes(await readColumns(pool)))
})

test('a table becomes a type in the domain’s words', async () => {
  const migrations = temporaryFolder()
  fs.writeFileSync(path.join(migrations, '0001_shop.sql'), shop)
  const { pool } = await testDatabase({ migrations })
  const columns = (await readColumns(pool)).filter((column) => column.table !== 'weixi_migration')
  expect(tableTypes(columns)).toBe(`\
// Made by \`node scripts/run.mjs tables\` from the migrations; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Day, Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { GeneratedJson, Json } from './columns.ts'

type AViewTable = {
  id: ColumnType<Id | null, never, never>
  facts: ColumnType<unknown, never, never>
  kind: ColumnType<string | null, never, never>
}

type BillTable = {
  branch_id: number
  id: Id
  month: Month
  amount_fen: Fen
  rate: number | null
  kind: Generated<'voice' | 'net' | 'owner\\'s'>
  sole: 'one' | null
  short: 'a' | 'b' | null
  due: Day | null
  made_at: Generated<Date>
  facts: GeneratedJson
  extra: Json | null
  tags: string[]
  roles: ('lead' | 'trainer')[]
  moods: ('calm' | 'cross')[] | null
  twice: GeneratedAlways<number | null>
  seq: GeneratedAlways<number>
}

export type Tables = {
  a_view: AViewTable
  bill: BillTable
}
`)
})

test('only a check that lists values narrows a column', () => {
  expect(listedIn(`CHECK ((kind = ANY (ARRAY['a'::text, 'b'::text])))`)).toEqual(['a', 'b'])
  expect(listedIn(`CHECK ((kind <> 'a'::text))`)).toBeNull()
  expect(listedIn(`CHECK (((kind = 'a'::text) OR (kind IS NULL)))`)).toBeNull()
  expect(listedIn(`CHECK ((amount >= 0))`)).toBeNull()
})
