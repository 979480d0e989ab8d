import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { usualGuard } from '#domain/retention/guard-setting.ts'
import { migrate, ownMigrations } from '#server/db/migrate.ts'
import { testDatabase } from '#test/database.ts'
import { temporaryFolder } from '#test/folder.ts'
import { guardWith } from './setting.ts'

const BEFORE = 51

const migrationsBefore = (): string => {
  const folder = temporaryFolder()
  for (const file of fs.readdirSync(ownMigrations))
    if (Number(file.slice(0, 4)) < BEFORE) fs.copyFileSync(path.join(ownMigrations, file), path.join(folder, file))
  return folder
}

/** As it was stored before the ways were kept for each kind of customer, a step in one language only. */
const door = (...steps: object[]) => ({ steps, channels: ['hall', 'phone'] })
const stored = {
  ...usualGuard,
  country: null,
  localPhrases: ['再不定就涨价'],
  doors: {
    in: door({ what: '带证件，签名', minutes: 10 }, { what: '核对身份', minutes: 3, asked: 'law' }),
    out: door({ what: '说一声，当天登记', minutes: 4 }),
    back: door(),
  },
}

test('what a branch had set about its ways holds for every kind of customer after the update, nothing of it lost [R-09]', async () => {
  const { pool, db } = await testDatabase({ migrations: migrationsBefore() })
  const staffId = '018f0000-0000-7000-8000-000000000001'
  const [since, unitId] = ['2026-11-01T02:00:00Z', '018f0000-0000-7000-8000-000000000002']
  await pool.query(`insert into branch (id, name, created_at) values (1, '云川', $1)`, [since])
  await pool.query(`insert into unit (branch_id, id, code, name) values (1, $1, 'north', '城北')`, [unitId])
  await pool.query(
    `insert into staff (branch_id, id, code, name, name_sort, short_name, roles, unit_id)
      values (1, $1, 'gu', '顾一鸣', 'gu', '小顾', '{lead}', $2)`,
    [staffId, unitId],
  )
  for (const version of [1, 2])
    await pool.query(
      `insert into retention_guard (branch_id, version, setting, set_by, set_at) values (1, $1, $2, $3, $4)`,
      [version, JSON.stringify({ ...stored, reviewFrom: version * 100 }), staffId, since],
    )
  expect((await guardWith(db, 1)).version).toBe(0)

  expect(await migrate(pool)).toContain('campaign_way_and_doors_by_kind')
  const { setting, version } = await guardWith(db, 1)
  expect(version).toBe(2)
  const step = (zh: string, minutes: number, more: object = {}) => ({ what: { zh, en: '' }, minutes, ...more })
  const ways = {
    in: door(step('带证件，签名', 10), step('核对身份', 3, { asked: 'law' })),
    out: door(step('说一声，当天登记', 4)),
    back: door(),
  }
  expect(setting).toEqual({ ...stored, reviewFrom: 200, doors: { person: ways, group: ways, outlet: ways } })
  const { rows } = await pool.query<{ doors: object }>(
    `select setting -> 'doors' as doors from retention_guard where version = 1`,
  )
  expect(rows).toEqual([{ doors: setting.doors }])
})
