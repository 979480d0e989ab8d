import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '#server/db/pool.ts'
import { computeMonth } from '#server/portfolio/compute-month.ts'
import { MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { csv, importFile, importOf } from '#test/import-story.ts'
import { runMonth } from './run-month.ts'

const BRANCH = 1
const MONTH = '2026-10'

/** Until some session of this database waits for another. */
const somebodyWaits = async ({ db }: TestApi): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (rows.length > 0) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('Nobody waits')
}

test('an import taken back in the middle of a monthly run waits for it, and neither throws the other out', async () => {
  const api = await testApi()
  const done = await importFile(
    api,
    csv(['客户编号', '姓名', '2026年10月账单'], ['A-1', '李素珍', '88'], ['A-2', '单立人', '99']),
  )
  await runMonth(api.db, BRANCH, MONTH, MONDAY_AT_TEN)
  const standings = () => api.db.selectFrom('standing').select('customer_id').execute()
  expect(await standings()).toHaveLength(2)

  const undoing: Promise<void>[] = []
  await inTransaction(api.db, (trx) =>
    // By then the month's rows are gone and the new ones not yet there.
    computeMonth(trx, BRANCH, MONTH, MONDAY_AT_TEN, async () => {
      await api.as('gu')('PUT /api/imports/:id/undo', { params: { id: done.id } })
      undoing.push(api.finishJobs())
      await somebodyWaits(api)
      return new Map()
    }),
  )
  await Promise.all(undoing)
  expect((await importOf(api, done.id)).undone).toMatchObject({ removed: 2, left: 0 })
  expect(await standings()).toEqual([])
})
