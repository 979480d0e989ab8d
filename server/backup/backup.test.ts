import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { idOf, MONDAY_AT_TEN, type TestApi, testApi } from '#test/api.ts'
import { temporaryFolder } from '#test/folder.ts'
import { sealAll } from '#server/audit/seal.ts'
import { verifyChain } from '#server/audit/verify.ts'
import { freshId } from '#server/db/id.ts'
import { openDatabase } from '#server/db/open.ts'
import { envOfProcess } from '#server/env.ts'
import { askForJob } from '#server/jobs/ask.ts'
import { makeBackup } from './make.ts'
import { checkBackup, restoreBackup } from './restore.ts'
import { addToSeries, keptIn } from './series.ts'
import { verifyBackup } from './verify.ts'

let api: TestApi
let data: string

const customer = async (name: string): Promise<string> => {
  const id = freshId(MONDAY_AT_TEN)
  const put = { params: { id }, body: { code: id.slice(-12), kind: 'person' as const, name } }
  expect((await api.as('lin')('PUT /api/customers/:id', put)).status).toBe(200)
  return id
}

const place = (): string => {
  const folder = temporaryFolder()
  chmodSync(folder, 0o711)
  return folder
}

beforeAll(async () => {
  api = await testApi()
  data = place()
  await customer('备份甲')
  await api.db
    .updateTable('customer')
    .set({ dossier: JSON.stringify({ wish: '带\t制表\\反斜杠\n换行，“引号”' }) })
    .execute()
  await askForJob(api.db, 1, MONDAY_AT_TEN, { name: 'audit.check', askedBy: idOf('admin') })
  await api.db.updateTable('outbox').set({ sent_at: MONDAY_AT_TEN }).execute()
  await sealAll(api.db, MONDAY_AT_TEN)
  mkdirSync(path.join(data, 'pictures/1'), { recursive: true })
  writeFileSync(path.join(data, 'pictures/1/shop'), 'a picture')
  writeFileSync(path.join(data, 'session-secret'), 'a secret of sufficient length for tests')
})

const into = (folder: string) => ({ ...envOfProcess(), databaseUrl: null, data: folder })

describe('a backup', () => {
  test('is as of one moment while people go on writing, and comes back row for row', async () => {
    const folder = path.join(place(), 'one')
    const before = await api.db.selectFrom('customer').selectAll().orderBy('id').execute()
    let written = 0
    const writing = (async () => {
      for (; written < 12; written++) await customer(`后来${written}`)
    })()
    const manifest = await makeBackup(api.pool, data, folder, MONDAY_AT_TEN)
    await writing
    expect(existsSync(`${folder}.unfinished`)).toBe(false)
    const restored = path.join(place(), 'restored')
    await restoreBackup(folder, into(restored))
    const there = await openDatabase(into(restored))
    try {
      const after = await there.db.selectFrom('customer').selectAll().orderBy('id').execute()
      expect(after).toHaveLength(manifest.branches[0]?.customers ?? -1)
      expect(after.filter(({ id }) => before.some((one) => one.id === id))).toEqual(before)
      const chain = await verifyChain(there.db, 1, manifest.branches[0]?.head ?? null)
      expect(chain).toMatchObject({ faults: [], found: true })
      expect(await there.db.selectFrom('outbox').select('sent_at').executeTakeFirstOrThrow()).toEqual({ sent_at: null })
    } finally {
      await there.close()
    }
    expect(readFileSync(path.join(restored, 'pictures/1/shop'), 'utf8')).toBe('a picture')
    expect(existsSync(path.join(restored, 'session-secret'))).toBe(true)
    await expect(restoreBackup(folder, into(restored))).rejects.toMatchObject({ code: 'backup.notEmpty' })
  })

  test('is proven by taking it up elsewhere', async () => {
    const folder = path.join(place(), 'one')
    await makeBackup(api.pool, data, folder, MONDAY_AT_TEN)
    await verifyBackup(folder)
  })

  test('says which file is damaged or gone, and restores nothing of it', async () => {
    const folder = path.join(place(), 'one')
    await makeBackup(api.pool, data, folder, MONDAY_AT_TEN)
    await checkBackup(folder)
    const file = 'tables/public.customer.copy.gz'
    appendFileSync(path.join(folder, file), 'x')
    const restored = path.join(place(), 'restored')
    const damaged = { code: 'backup.damaged', params: { file } }
    await expect(restoreBackup(folder, into(restored))).rejects.toMatchObject(damaged)
    expect(existsSync(restored)).toBe(false)
    rmSync(path.join(folder, file))
    await expect(checkBackup(folder)).rejects.toMatchObject(damaged)
    await expect(checkBackup(place())).rejects.toMatchObject({ code: 'backup.none' })
  })

  test('of a newer Weixi is left to that one; a file that points out of its folder is refused', async () => {
    const folder = path.join(place(), 'one')
    await makeBackup(api.pool, data, folder, MONDAY_AT_TEN)
    const file = path.join(folder, 'manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...manifest, migration: 9999 }))
    const newer = restoreBackup(folder, into(path.join(place(), 'new')))
    await expect(newer).rejects.toMatchObject({ code: 'backup.newer', params: { made: 9999 } })
    const secret = manifest.files.find((one: { file: string }) => one.file === 'files/session-secret')
    writeFileSync(path.join(folder, 'outside'), readFileSync(path.join(folder, secret.file)))
    writeFileSync(file, JSON.stringify({ ...manifest, files: [{ ...secret, file: 'files/../../outside' }] }))
    await expect(restoreBackup(folder, into(path.join(place(), 'new')))).rejects.toMatchObject({
      code: 'backup.damaged',
    })
  })

  test('in a series the oldest go when the newest is whole; what else lies there stays', async () => {
    const parent = place()
    const series = { parent, name: 'branch' }
    mkdirSync(path.join(parent, 'branch-20260101-000000'))
    mkdirSync(path.join(parent, 'branch-20261120-000000.unfinished'))
    for (const hour of [1, 2, 3, 4])
      await addToSeries(api.pool, data, series, new Date(Date.UTC(2026, 10, 23, hour)), 3)
    expect((await keptIn(series)).map(({ folder }) => path.basename(folder))).toEqual([
      'branch-20261123-020000',
      'branch-20261123-030000',
      'branch-20261123-040000',
    ])
    expect(existsSync(path.join(parent, 'branch-20260101-000000'))).toBe(true)
  })

  test('keeps every table there is', async () => {
    const folder = path.join(place(), 'one')
    const { tables } = await makeBackup(api.pool, data, folder, MONDAY_AT_TEN)
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name <> 'weixi_migration'`.execute(api.db)
    expect(
      tables
        .filter(({ schema }) => schema === 'public')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(rows.map(({ name }) => name).toSorted())
  })
})
