import * as fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { temporaryFolder } from '#test/folder.ts'
import { migrate } from './migrate.ts'

const folderWith = (files: Record<string, string>): string => {
  const folder = temporaryFolder()
  for (const [name, sql] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), sql)
  return folder
}

const first = { '0001_shelf.sql': 'create table shelf (id integer primary key);\n' }
const second = { '0002_book.sql': 'create table book (id integer primary key);\n' }

const { pool } = await testDatabase({ migrations: folderWith({}) })

const fresh = async () => (await testDatabase({ migrations: folderWith({}) })).pool

test('migrations run once, in order, and only the new ones later', async () => {
  expect(await migrate(pool, folderWith(first))).toEqual(['shelf'])
  expect(await migrate(pool, folderWith(first))).toEqual([])
  expect(await migrate(pool, folderWith({ ...first, ...second }))).toEqual(['book'])
})

test('line endings changed by git are not a change', async () => {
  const windows = Object.fromEntries(
    Object.entries({ ...first, ...second }).map(([name, sql]) => [name, sql.replaceAll('\n', '\r\n')]),
  )
  expect(await migrate(pool, folderWith(windows))).toEqual([])
})

test('a database newer than the program is refused', async () => {
  await expect(migrate(pool, folderWith(first))).rejects.toMatchObject({
    code: 'migration.newer-database',
    params: { number: 2, name: 'book', program: 1 },
  })
})

test('a changed migration is refused', async () => {
  const changed = { ...first, '0002_book.sql': 'create table book (id bigint primary key);\n' }
  await expect(migrate(pool, folderWith(changed))).rejects.toMatchObject({ code: 'migration.changed' })
})

test('a migration missing from the program is refused', async () => {
  const holed = { ...second, '0003_page.sql': 'select 1' }
  await expect(migrate(pool, folderWith(holed))).rejects.toMatchObject({ code: 'migration.missing' })
})

test('a migration numbered before one that ran is refused', async () => {
  const late = { '0000_late.sql': 'select 1', ...first, ...second }
  await expect(migrate(pool, folderWith(late))).rejects.toMatchObject({ code: 'migration.out-of-order' })
})

test('a failing migration leaves nothing of itself, keeps those before it and names file and line', async () => {
  const pool = await fresh()
  const failing = { ...first, '0002_book.sql': 'create table book (id integer);\n-- 书\nselect * from nowhere;\n' }
  await expect(migrate(pool, folderWith(failing))).rejects.toMatchObject({
    code: 'migration.failed',
    params: { file: '0002_book.sql', line: 3 },
  })
  const tables = await pool.query(`select to_regclass('shelf') is not null as shelf, to_regclass('book') as book`)
  expect(tables.rows).toEqual([{ shelf: true, book: null }])
  expect(await migrate(pool, folderWith({ ...first, ...second }))).toEqual(['book'])
})

test('a migration that ends its own transaction is refused', async () => {
  const pool = await fresh()
  const ending = { '0001_ends.sql': 'create table ends (id integer); commit; begin;' }
  await expect(migrate(pool, folderWith(ending))).rejects.toMatchObject({ code: 'migration.own-transaction' })
})

test('two programs starting at once migrate once', async () => {
  const pool = await fresh()
  const folder = folderWith({ ...first, ...second })
  const ran = await Promise.all([migrate(pool, folder), migrate(pool, folder), migrate(pool, folder)])
  expect(ran.flat().sort()).toEqual(['book', 'shelf'])
})

test('badly named and doubly numbered files are refused before anything runs', async () => {
  await expect(migrate(pool, folderWith({ '1_book.sql': '' }))).rejects.toMatchObject({ code: 'migration.bad-name' })
  await expect(migrate(pool, folderWith({ ...first, '0001_b.sql': '' }))).rejects.toMatchObject({
    code: 'migration.same-number',
  })
})
