import { describe, expect, test } from 'vitest'
import { aCustomer, idOf, MONDAY_AT_TEN, type TestApi, testApi } from '#test/api.ts'
import { csv, type ImportView, importFile, importOf, preview, upload } from '#test/import-story.ts'
import { carryOut } from '#server/jobs/carry-out.ts'
import { Stopping, type Works } from '#server/jobs/task.ts'

const undo = async (api: TestApi, id: string, by = 'gu'): Promise<ImportView> => {
  const asked = await api.as(by)('PUT /api/imports/:id/undo', { params: { id } })
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.error))
  await api.finishJobs()
  return importOf(api, id, by)
}

const leftBy = async (api: TestApi, id: string) =>
  (await api.as('gu')('GET /api/imports/:id/left', { params: { id }, query: {} })).body.rows.map(
    ({ entity, code, fields }) => [entity, code, ...fields].join(' '),
  )

const codesOf = async (api: TestApi): Promise<string[]> =>
  (await api.db.selectFrom('customer').select('code').orderBy('code').execute()).map(({ code }) => code)

describe('undoing an import', () => {
  test('removes what it created and restores what it changed, as if it had never been', async () => {
    const api = await testApi()
    const id = await aCustomer(api, '李素珍', { code: 'A-1', phone: '13000126027' })
    const before = (await api.as('lin')('GET /api/customers/:id', { params: { id } })).body
    const done = await importFile(
      api,
      csv(
        ['客户编号', '姓名', '手机号码', '生日', '是否同意联系', '套餐', '1月账单', '血型'],
        ['A-1', '李素贞', '13000129999', '1985-08-15', '是', '全球通', '88', '钓鱼'],
        ['A-2', '单立人', '13000126028', '', '', '', '99', ''],
      ),
    )
    expect(await undo(api, done.id)).toMatchObject({ state: 'undone', undone: { left: 0, gone: 0 } })
    const after = (await api.as('lin')('GET /api/customers/:id', { params: { id } })).body
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
    expect(await codesOf(api)).toEqual(['A-1'])
    for (const table of ['bill', 'attribute_snapshot', 'consent', 'holding'] as const)
      expect(await api.db.selectFrom(table).selectAll().execute()).toEqual([])
    expect((await api.as('lin')('GET /api/customers', { query: { q: '6027' } })).body.rows).toHaveLength(1)
    expect(await leftBy(api, done.id)).toEqual([])
  })

  test('leaves what somebody has changed or built on since, and lists it', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-1' })
    const done = await importFile(
      api,
      csv(
        ['客户编号', '姓名', '敏感度', '行业', '客户经理'],
        ['A-1', '李素贞', '价格', '', ''],
        ['A-2', '单立人', '价格', '', 'lin'],
        ['A-3', '仇小明', '', '', 'lin'],
        ['A-4', '解放', '', '', 'lin'],
      ),
    )
    const idsOf = await api.db.selectFrom('customer').select(['id', 'code']).execute()
    const idOfCode = (code: string): string => idsOf.find((one) => one.code === code)?.id ?? ''
    await api.as('lin')('PATCH /api/customers/:id', {
      params: { id: idOf('李素珍') },
      body: { baseVersion: 2, dossier: { sensitivity: 'service' } },
    })
    await api.as('lin')('PATCH /api/customers/:id', {
      params: { id: idOfCode('A-2') },
      body: { baseVersion: 1, dossier: { occupation: '教师' } },
    })
    await api.db
      .insertInto('small_wish')
      .values({
        branch_id: 1,
        id: idOf('愿望'),
        customer_id: idOfCode('A-3'),
        what: '要一张靠窗的座',
        said_on: '2026-11-23',
      })
      .execute()
    const undone = await undo(api, done.id)
    expect(undone.undone).toMatchObject({ removed: 1, restored: 0, left: 3 })
    expect(await leftBy(api, done.id)).toEqual([
      'customer A-1 sensitivity',
      'customer A-2 occupation',
      'customer A-3 record',
    ])
    expect(await codesOf(api)).toEqual(['A-1', 'A-2', 'A-3'])
    const kept = await api.as('lin')('GET /api/customers/:id', { params: { id: idOf('李素珍') } })
    expect(kept.body).toMatchObject({ name: '李素珍', dossier: { sensitivity: 'service' } })
  })

  test('gives a replaced bill its former amount, and leaves one that a later import replaced', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-1' })
    const bill = (amounts: string[]) =>
      importFile(api, csv(['客户编号', '1月账单', '2月账单'], ['A-1', ...amounts]), { target: 'bill', mode: 'update' })
    const first = await bill(['88', '99'])
    const second = await bill(['80', '90'])
    await bill(['80', '91'])
    expect((await undo(api, second.id)).undone).toMatchObject({ restored: 1, left: 1 })
    const amounts = await api.db
      .selectFrom('bill')
      .select(['month', 'amount_fen', 'import_id'])
      .orderBy('month')
      .execute()
    expect(amounts).toMatchObject([
      { month: 202601, amount_fen: 8800, import_id: first.id },
      { month: 202602, amount_fen: 9100 },
    ])
    expect(await leftBy(api, second.id)).toEqual(['bill A-1 amount'])
  })

  test('takes contacts back, with when the customer was last reached', async () => {
    const api = await testApi()
    const id = await aCustomer(api, '李素珍', { code: 'A-1' })
    const touches = (day: string) =>
      importFile(api, csv(['客户编号', '联系日期', '内容'], ['A-1', day, '回访']), { target: 'touch' })
    await touches('2026-10-01')
    const later = await touches('2026-11-01')
    await undo(api, later.id)
    const shown = await api.as('lin')('GET /api/customers/:id', { params: { id } })
    expect(shown.body.lastTouchAt).toBe('2026-10-01T04:00:00.000Z')
  })

  test('can be followed by importing the same file again, and is not done twice', async () => {
    const api = await testApi()
    const done = await importFile(api, csv(['客户编号', '姓名'], ['A-1', '李素珍']))
    await undo(api, done.id)
    const twice = await api.as('gu')('PUT /api/imports/:id/undo', { params: { id: done.id } })
    expect(twice.error.reasons?.[0]).toEqual({ code: 'import.not-now', params: { state: 'undone' } })
    const { mapping } = (await preview(api, done.id)).body
    await api.as('gu')('PUT /api/imports/:id/run', { params: { id: done.id }, body: { mapping, mode: 'both' } })
    await api.finishJobs()
    expect(await importOf(api, done.id)).toMatchObject({ state: 'done', figures: { created: 1 } })
    expect((await undo(api, done.id)).undone).toMatchObject({ removed: 1 })
    expect(await codesOf(api)).toEqual([])
  })
})

describe('an import of several batches', () => {
  const many = csv(
    ['客户编号', '姓名', '1月账单'],
    ...Array.from({ length: 4500 }, (_, i) => [`A-${i}`, `客户${i}`, '88']),
  )

  /** Asks for an import of many rows and lets the given event happen after the first batch. */
  const brokenOff = async (api: TestApi, event: (id: string, jobId: string) => Promise<void>) => {
    const { id } = await upload(api, many)
    const { mapping } = (await preview(api, id)).body
    const asked = await api.as('gu')('PUT /api/imports/:id/run', { params: { id }, body: { mapping, mode: 'both' } })
    const { jobId } = asked.body
    const works: Works = {
      import: (task) => {
        const progress = async (done: number, total?: number | null): Promise<void> => {
          if (done === 2000) await event(id, jobId)
          await task.progress(done, total)
        }
        return api.works['import']?.({ ...task, progress }) ?? Promise.resolve({})
      },
    }
    const carrier = { db: api.db, clock: api.clock, works, onError: () => undefined }
    await carryOut(carrier, { branchId: 1, id: jobId, name: 'import', payload: { importId: id, act: 'run' } }).catch(
      () => undefined,
    )
    await api.db.updateTable('outbox').set({ sent_at: MONDAY_AT_TEN }).execute()
    return { id, jobId }
  }

  test('goes on behind the last whole batch when the program died in between', async () => {
    const api = await testApi()
    const { id, jobId } = await brokenOff(api, () => Promise.reject(new Stopping()))
    expect(await importOf(api, id)).toMatchObject({ state: 'running', figures: { created: 2000 } })
    await carryOut(
      { db: api.db, clock: api.clock, works: api.works, onError: () => undefined },
      { branchId: 1, id: jobId, name: 'import', payload: { importId: id, act: 'run' } },
    )
    expect(await importOf(api, id)).toMatchObject({ state: 'done', figures: { rowsRead: 4500, created: 4500 } })
    expect(await codesOf(api)).toHaveLength(4500)
  })

  test('leaves nothing behind when it is cancelled in between', async () => {
    const api = await testApi()
    const { id } = await brokenOff(api, async (_, jobId) => {
      await new Promise((done) => setTimeout(done, 300))
      await api.as('gu')('PUT /api/jobs/:id/cancellation', { params: { id: jobId } })
    })
    expect(await importOf(api, id)).toMatchObject({ state: 'cancelled', problem: null })
    expect(await codesOf(api)).toEqual([])
    expect(await api.db.selectFrom('bill').selectAll().execute()).toEqual([])
  })
})
