import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { temporaryFolder } from '#test/folder.ts'
import { openDatabase } from './open.ts'
import type { DatabaseChoice } from './open.ts'
import { DatabaseTrouble } from './trouble.ts'

vi.setConfig({ testTimeout: 120_000 })

const choice = (part: Partial<DatabaseChoice>): DatabaseChoice => ({
  databaseUrl: null,
  databasePooler: false,
  databaseConnections: 5,
  databaseAccount: null,
  data: temporaryFolder(),
  ...part,
})

test('the embedded database is served and migrated; the command line works beside it', async () => {
  const embedded = choice({})
  const served = await openDatabase(embedded)
  expect(served.how).toBe('created')
  expect(served.migrated.length).toBeGreaterThan(0)
  await expect(openDatabase(embedded)).rejects.toMatchObject({ code: 'database.already-served' })
  const beside = await openDatabase(embedded, { attach: true })
  expect(beside).toMatchObject({ how: 'attached', migrated: [] })
  const count = (await sql<{ n: number }>`select count(*) as n from weixi_migration`.execute(beside.db)).rows[0]?.n
  expect(count).toBe(served.migrated.length)
  await beside.close()
  await served.close()
})

test('a given database is used as it is given; what is wrong with it is said without its password', async () => {
  const { address } = await testDatabase()
  const url = typeof address === 'string' ? address : urlOf(address)
  const given = await openDatabase(choice({ databaseUrl: url }))
  expect(given).toMatchObject({ how: 'given', migrated: [] })
  await given.close()
  const wrong = new URL(url)
  wrong.pathname = '/nowhere'
  await expect(openDatabase(choice({ databaseUrl: wrong.href }))).rejects.toMatchObject({ code: 'database.no-such' })
  wrong.password = 'secret-but-wrong'
  const refused = await openDatabase(choice({ databaseUrl: wrong.href })).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'database.sign-in-refused' })
  expect(refused instanceof DatabaseTrouble && refused.say('zh')).not.toContain('secret')
  const silent = openDatabase(choice({ databaseUrl: 'postgres://a:b@127.0.0.1:1/c' }))
  await expect(silent).rejects.toMatchObject({ code: 'database.unreachable' })
})

test('a given database is never asked for more connections than it has', async () => {
  const { address, db } = await testDatabase()
  await sql`do $$ begin execute 'alter database ' || quote_ident(current_database()) || ' connection limit 12'; end $$`.execute(
    db,
  )
  const url = typeof address === 'string' ? address : urlOf(address)
  const given = await openDatabase(choice({ databaseUrl: url, databaseConnections: 100 }))
  expect(given.pool.options.max).toBe(9)
  await given.close()
})

const urlOf = (at: { host: string; user: string; password: string; database: string }): string =>
  `postgres://${at.user}:${at.password}@localhost/${at.database}?host=${encodeURIComponent(at.host)}`
