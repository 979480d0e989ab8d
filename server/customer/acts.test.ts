import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { mergedTables } from './merge-moves.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', phone: '13000126027' })
  await aCustomer(api, '李素贞', { manager: 'han' })
  await aCustomer(api, '王伟', { manager: 'lin' })
  await aCustomer(api, '王伟二', { manager: 'han' })
  await aCustomer(api, '陈国栋', { manager: 'xu' })
})

const change = (code: string, name: string, dossier: Record<string, unknown>, baseVersion = 1) =>
  api.as(code)('PATCH /api/customers/:id', { params: { id: idOf(name) }, body: { baseVersion, dossier } })

const bills = async (name: string) =>
  (await api.as('gu')('GET /api/customers/:id/bills', { params: { id: idOf(name) } })).body.months

const bill = (name: string, month: number, yuan: number) =>
  api.db
    .insertInto('bill')
    .values({ branch_id: 1, customer_id: idOf(name), month, amount_fen: yuan * 100 })
    .execute()

describe('duplicates', () => {
  test('are suggested with their reasons, and told apart for good', async () => {
    await change('lin', '王伟', { idNumber: '420000197001010011' })
    await change('han', '王伟二', { idNumber: '420000197001010011' })
    const pairs = async (code: string) => (await api.as(code)('GET /api/customers/duplicates', {})).body.pairs
    expect(
      (await pairs('gu')).map(({ a, b, why }) => [[a.name, b.name].toSorted(), why.map(({ code }) => code)]),
    ).toEqual([[['王伟', '王伟二'], ['duplicate.same_paper']]])
    expect(await pairs('lin')).toEqual([])
    await api.as('gu')('PUT /api/customers/:id/apart/:otherId', {
      params: { id: idOf('王伟二'), otherId: idOf('王伟') },
    })
    expect(await pairs('gu')).toEqual([])
  })

  test('of one customer include names that differ by one character and share a document', async () => {
    const ask = () => api.as('gu')('GET /api/customers/duplicates', { query: { customerId: idOf('李素珍') } })
    expect((await ask()).body.pairs).toEqual([])
  })
})

describe('merging', () => {
  const params = () => ({ id: idOf('李素珍'), mergeId: idOf('merge') })

  test('is the lead’s, between customers of one kind, and not with itself', async () => {
    const merge = (code: string, gone: string) =>
      api.as(code)('PUT /api/customers/:id/merges/:mergeId', {
        params: params(),
        body: { goneId: idOf(gone), take: [] },
      })
    expect((await merge('lin', '李素贞')).error.code).toBe('access.denied')
    expect((await merge('gu', '陈国栋')).status).toBe(404)
    expect((await merge('gu', '李素珍')).error.reasons?.[0]?.code).toBe('merge.itself')
  })

  test('waits while both have an open retention case; one such case goes with its customer', async () => {
    const open = (name: string) =>
      api.db
        .insertInto('retention_case')
        .values({
          branch_id: 1,
          id: idOf(`case of ${name}`),
          customer_id: idOf(name),
          stage: 'dispatched',
          signal: 'customer',
          opened_at: MONDAY_AT_TEN,
          changed_at: MONDAY_AT_TEN,
        })
        .execute()
    await open('李素珍')
    await open('李素贞')
    const both = { id: idOf('李素珍'), mergeId: idOf('merge of two kept') }
    const merged = () =>
      api.as('gu')('PUT /api/customers/:id/merges/:mergeId', {
        params: both,
        body: { goneId: idOf('李素贞'), take: [] },
      })
    expect((await merged()).error.reasons?.[0]?.code).toBe('merge.retention')
    await api.db.deleteFrom('retention_case').where('customer_id', '=', idOf('李素珍')).execute()
    expect((await merged()).status).toBe(200)
    const owner = async () =>
      (await api.db.selectFrom('retention_case').select('customer_id').execute())[0]?.customer_id
    expect(await owner()).toBe(idOf('李素珍'))
    await api.as('gu')('DELETE /api/customers/:id/merges/:mergeId', { params: both })
    expect(await owner()).toBe(idOf('李素贞'))
    await api.db.deleteFrom('retention_case').execute()
  })

  test('moves everything and fills gaps; undoing puts it back but for what was changed since', async () => {
    await change('lin', '李素珍', { occupation: '建材店主' })
    await change('han', '李素贞', { occupation: '店主', goodTimes: '下午三点后', interests: ['麻将'] })
    await bill('李素珍', 202610, 100)
    await bill('李素贞', 202610, 50)
    await bill('李素贞', 202609, 40)
    await api.as('han')('PUT /api/customers/:id/wishes/:partId', {
      params: { id: idOf('李素贞'), partId: idOf('wish') },
      body: { baseVersion: null, fields: { what: '要纸质账单', saidOn: '2026-11-01' } },
    })
    const place = { branch_id: 1, customer_id: idOf('李素贞'), latitude: 30.2, longitude: 120.1 }
    await api.db
      .insertInto('customer_place')
      .values({ ...place, noted_by: idOf('han'), noted_at: MONDAY_AT_TEN })
      .execute()
    const placed = async () =>
      (await api.db.selectFrom('customer_place').select('customer_id').execute()).map(Object.values)
    const body = { goneId: idOf('李素贞'), take: ['occupation'] }
    const merged = await api.as('gu')('PUT /api/customers/:id/merges/:mergeId', { params: params(), body })
    expect(merged.body).toEqual({ moved: 3 })
    expect(await placed()).toEqual([[idOf('李素珍')]])
    expect((await api.as('gu')('PUT /api/customers/:id/merges/:mergeId', { params: params(), body })).body).toEqual({
      moved: 3,
    })
    const kept = await api.as('lin')('GET /api/customers/:id', { params: { id: idOf('李素珍') } })
    expect(kept.body.dossier).toEqual({ occupation: '店主', goodTimes: '下午三点后', interests: ['麻将'] })
    expect((await bills('李素珍')).map(({ totalFen }) => totalFen)).toEqual([4000, 15000])
    const old = await api.as('gu')('GET /api/customers/:id', { params: { id: idOf('李素贞') } })
    expect(old.body.id).toBe(idOf('李素珍'))
    expect((await api.as('xu')('GET /api/customers/:id', { params: { id: idOf('李素贞') } })).status).toBe(404)
    const { merges } = (await api.as('gu')('GET /api/customers/:id/merges', { params: { id: old.body.id } })).body
    expect(merges).toMatchObject([{ goneId: idOf('李素贞'), goneName: '李素贞', by: '顾一鸣' }])
    const found = await api.as('gu')('GET /api/customers', { query: { q: 'lsz' } })
    expect(found.body.rows.map(({ name }) => name)).toEqual(['李素珍'])

    await change('lin', '李素珍', { goodTimes: '晚上' }, kept.body.version)
    const undone = await api.as('gu')('DELETE /api/customers/:id/merges/:mergeId', { params: params() })
    expect(undone.body).toEqual({ goneId: idOf('李素贞'), left: ['goodTimes'] })
    expect(await placed()).toEqual([[idOf('李素贞')]])
    expect((await bills('李素珍')).map(({ totalFen }) => totalFen)).toEqual([10000])
    expect((await bills('李素贞')).map(({ totalFen }) => totalFen)).toEqual([4000, 5000])
    const back = await api.as('han')('GET /api/customers/:id', { params: { id: idOf('李素贞') } })
    expect(back.body.dossier).toEqual({ occupation: '店主', goodTimes: '下午三点后', interests: ['麻将'] })
    const file = await api.as('han')('GET /api/customers/:id/file', { params: { id: idOf('李素贞') } })
    expect(file.body.wishes).toMatchObject([{ what: '要纸质账单' }])
    const again = await api.as('gu')('DELETE /api/customers/:id/merges/:mergeId', { params: params() })
    expect(again.error.reasons?.[0]?.code).toBe('merge.undone')
  })

  test('knows every table that has a customer', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns natural join information_schema.tables
      where table_schema = 'public' and column_name = 'customer_id' and table_type = 'BASE TABLE'`.execute(api.db)
    expect(rows.map(({ name }) => name).filter((name) => !mergedTables.includes(name))).toEqual([])
  })
})

describe('one change to many', () => {
  const assign = (code: string, more: Record<string, unknown>) =>
    api.as(code)('POST /api/customers/bulk', {
      body: { bulkId: idOf('bulk'), filter: { managerId: idOf('lin') }, managerId: idOf('han'), ...more },
    })
  const keptBy = async (manager: string) =>
    (await api.as('gu')('GET /api/customers', { query: { managerId: idOf(manager) } })).body.rows.map(
      ({ name }) => name,
    )

  test('who keeps them is the lead’s to say, within the lead’s team', async () => {
    expect((await assign('lin', {})).error.code).toBe('access.denied')
    expect((await assign('gu', { managerId: idOf('xu') })).error.reasons?.[0]?.code).toBe('assign.outside')
    expect((await assign('gu', { managerId: idOf('train') })).error.reasons?.[0]?.code).toBe('assign.outside')
    expect((await assign('gu', { backupId: idOf('han') })).error.reasons?.[0]?.code).toBe('assign.same')
  })

  test('is for those ticked or those under a filter, never for everybody unsaid', async () => {
    const neither = await assign('gu', { filter: undefined })
    const both = await assign('gu', { ids: [idOf('王伟')] })
    expect([neither.status, both.status]).toEqual([400, 400])
  })

  test('is taken back where it still stands', async () => {
    const before = await keptBy('lin')
    expect((await assign('gu', {})).body).toEqual({ changed: before.length })
    expect(await keptBy('lin')).toEqual([])
    const undo = await api.as('gu')('DELETE /api/customers/bulk/:bulkId', { params: { bulkId: idOf('bulk') } })
    expect(undo.body).toEqual({ changed: before.length, left: 0 })
    expect(await keptBy('lin')).toEqual(before)
  })

  test('sent several times at once is one change, and is taken back whole', async () => {
    const bulkId = idOf('bulk at once')
    const before = await keptBy('lin')
    const answers = await Promise.all([1, 2, 3, 4].map(() => assign('gu', { bulkId })))
    expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ changed: before.length })))
    const undo = await api.as('gu')('DELETE /api/customers/bulk/:bulkId', { params: { bulkId } })
    expect(undo.body).toEqual({ changed: before.length, left: 0 })
    expect(await keptBy('lin')).toEqual(before)
  })

  test('tags are added to the ticked ones and filter the list', async () => {
    await api.as('lin')('POST /api/customers/bulk', {
      body: { bulkId: idOf('tags'), ids: [idOf('王伟'), idOf('陈国栋')], addTags: ['年底回访'] },
    })
    const { body } = await api.as('gu')('GET /api/customers', { query: { tag: '年底回访' } })
    expect(body.rows.map(({ name, tags }) => [name, tags])).toEqual([['王伟', ['年底回访']]])
  })
})

describe('export', () => {
  test('needs the permission, masks numbers, and is written down', async () => {
    const get = (code: string) => api.as(code)('GET /api/customers/export', { query: { format: 'csv' } })
    expect((await get('train')).status).toBe(403)
    const file = await get('lin')
    const lines = String(file.body).trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[3]).toBe('※ 维系导出 · 林晓岚 · 2026-11-23 10:00')
    expect(lines[0]).toContain('客户编号,类别,名称')
    expect(String(file.body)).toContain('130 **** 6027')
    expect(String(file.body)).not.toContain('13000126027')
    const logged = await api.db
      .selectFrom('audit_event')
      .select('params')
      .where('action', '=', 'customer.exported')
      .execute()
    expect(logged).toMatchObject([{ params: { count: 2, format: 'csv' } }])
  })
})

describe('saved views', () => {
  test('private ones are one’s own, shared ones everybody’s to use and the owner’s to change', async () => {
    const save = (code: string, shared: boolean) =>
      api.as(code)('PUT /api/views/:id', {
        params: { id: idOf(`view of ${code}`) },
        body: { screen: 'customers', name: '一个月没联系', shared, definition: { quietDays: 30 } },
      })
    await save('lin', false)
    await save('han', true)
    const seen = async (code: string) =>
      (await api.as(code)('GET /api/views', { query: { screen: 'customers' } })).body.views.map(({ owner }) => owner)
    expect(await seen('lin')).toEqual(['林晓岚', '韩一诺'])
    expect(await seen('gu')).toEqual(['韩一诺'])
    const foreign = await api.as('gu')('PUT /api/views/:id', {
      params: { id: idOf('view of han') },
      body: { screen: 'customers', name: '我的', shared: false, definition: {} },
    })
    expect(foreign.error.reasons?.[0]?.code).toBe('view.foreign')
    const unread = await api.as('line')('GET /api/views', { query: { screen: 'customers' } })
    expect([unread.status, unread.error.code]).toEqual([403, 'access.denied'])
    expect((await save('line', true)).status).toBe(403)
    const gone = await api.as('gu')('DELETE /api/views/:id', { params: { id: idOf('view of han') } })
    expect(gone.status).toBe(404)
  })

  const put = (code: string, view: string, more: Record<string, unknown> = {}) =>
    api.as(code)('PUT /api/views/:id', {
      params: { id: idOf(view) },
      body: { screen: 'customers', name: '我的', shared: false, definition: {}, ...more },
    })

  test('one id written by two at once is one person’s view', async () => {
    const both = await Promise.all([put('lin', 'one view'), put('han', 'one view')])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 422])
    const [owner] = both[0].status === 204 ? ['lin'] : ['han']
    const seen = await api.as(owner)('GET /api/views', { query: { screen: 'customers' } })
    expect(seen.body.views.find(({ id }) => id === idOf('one view'))?.mine).toBe(true)
  })

  test('are filters of screens there are, no store for anything', async () => {
    expect((await put('han', 'large', { definition: { q: '茶'.repeat(9000) } })).status).toBe(400)
    expect((await put('han', 'nowhere', { screen: 'attic' })).status).toBe(400)
    for (let n = 0; n < 50; n += 1) await put('xu', `view ${n}`)
    expect((await put('xu', 'one more')).error.reasons).toEqual([{ code: 'view.too_many', params: { most: 50 } }])
    expect((await put('xu', 'view 7', { name: '第七个' })).status).toBe(204)
  })
})
