import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aCustomer, idOf, testApi } from '#test/api.ts'
import { csv, importFile, importOf, preview, problemsOf, upload } from '#test/import-story.ts'

const customersOf = async (api: Awaited<ReturnType<typeof testApi>>) =>
  (
    await sql<{ code: string; name: string; dossier: Record<string, unknown> }>`
      select code, name, dossier from customer order by code`.execute(api.db)
  ).rows

describe('a file of customers', () => {
  test('is imported with names, numbers, dossier, keeper and all they are found by', async () => {
    const api = await testApi()
    const done = await importFile(
      api,
      csv(
        ['客户编号', '姓名', '手机号码', '生日', '客户经理', '敏感度', '是否同意联系', '套餐'],
        ['A-001', '李素珍', '13000126027', '农历八月十五', '林晓岚', '价格', '是', '全球通188'],
        ['A-002', '单立人', '13000126028', '1985-08-15', 'han', '', '否', ''],
      ),
    )
    expect(done).toMatchObject({ state: 'done', figures: { rowsRead: 2, created: 2, rejected: 0 } })
    const found = await api.as('lin')('GET /api/customers', { query: { q: '6027' } })
    expect(found.body.rows.map(({ name, phone }) => [name, phone])).toEqual([['李素珍', '130 **** 6027']])
    expect((await api.as('han')('GET /api/customers', { query: { q: 'slr' } })).body.rows[0]?.name).toBe('单立人')
    expect(await customersOf(api)).toMatchObject([
      { dossier: { sensitivity: 'price', birthday: { calendar: 'lunar', month: 8, day: 15 } } },
      { dossier: { birthday: { calendar: 'solar', year: 1985, month: 8, day: 15 } } },
    ])
    const consents = await api.db.selectFrom('consent').select(['state', 'purpose']).orderBy('state').execute()
    expect(consents).toEqual([
      { state: 'given', purpose: 'any' },
      { state: 'refused', purpose: 'any' },
    ])
    expect(await api.db.selectFrom('holding').select('product').execute()).toEqual([{ product: '全球通188' }])
  })

  test('that left as a list comes back without the line that says who took it', async () => {
    const api = await testApi()
    const done = await importFile(
      api,
      csv(['客户编号', '姓名'], ['M-1', '水印客户'], ['※ 维系导出 · 顾一鸣 · 2026-11-23 10:00']),
    )
    expect(done).toMatchObject({ state: 'done', figures: { rowsRead: 1, created: 1, rejected: 0 } })
  })

  test('updates by code, keeping what it does not hold, as a change in the history of each', async () => {
    const api = await testApi()
    const id = await aCustomer(api, '李素珍', { code: 'A-001', phone: '13000126027' })
    await api.as('lin')('PATCH /api/customers/:id', {
      params: { id },
      body: { baseVersion: 1, dossier: { occupation: '教师', sensitivity: 'price' } },
    })
    const table = csv(['客户编号', '姓名', '手机号码', '敏感度'], ['A-001', '李素贞', '13000129999', '服务'])
    expect((await importFile(api, table)).figures).toMatchObject({ created: 0, updated: 1 })
    expect((await importFile(api, table)).figures).toMatchObject({ updated: 0, unchanged: 1 })
    const shown = await api.as('lin')('GET /api/customers/:id', { params: { id } })
    expect(shown.body).toMatchObject({
      name: '李素贞',
      version: 3,
      dossier: { occupation: '教师', sensitivity: 'service' },
    })
    expect((await api.as('lin')('GET /api/customers', { query: { q: '9999' } })).body.rows).toHaveLength(1)
    expect((await api.as('lin')('GET /api/customers', { query: { q: '6027' } })).body.rows).toHaveLength(0)
    const clash = await api.as('lin')('PATCH /api/customers/:id', {
      params: { id },
      body: { baseVersion: 2, fields: { name: '李淑珍' } },
    })
    expect(clash.error).toMatchObject({ code: 'record.conflict', conflicts: [{ field: 'name', theirs: '李素贞' }] })
  })

  test.each([
    ['create', ['2 客户编号 row.exists'], { created: 1, updated: 0 }],
    ['update', ['3 客户编号 row.unreachable'], { created: 0, updated: 1 }],
    ['both', [], { created: 1, updated: 1 }],
  ] as const)('in mode %s refuses what the mode does not mean', async (mode, problems, figures) => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-001' })
    const done = await importFile(api, csv(['客户编号', '姓名'], ['A-001', '李素贞'], ['A-002', '单立人']), { mode })
    expect(await problemsOf(api, done.id)).toEqual(problems)
    expect(done.figures).toMatchObject(figures)
  })

  test('does not reach customers of another unit, nor give any to its staff', async () => {
    const api = await testApi()
    await aCustomer(api, '外区客户', { code: 'S-1', manager: 'xu' })
    const done = await importFile(
      api,
      csv(['客户编号', '姓名', '客户经理'], ['S-1', '改名', ''], ['N-1', '新客户', 'xu'], ['N-2', '另一位', '林晓岚']),
    )
    expect(await problemsOf(api, done.id)).toEqual(['2 客户编号 row.unreachable', '3 客户经理 staff.unknown'])
    expect((await api.as('xu')('GET /api/customers/:id', { params: { id: idOf('外区客户') } })).body.name).toBe(
      '外区客户',
    )
  })

  test('gives new customers that name nobody to whom the import says, and leaves the others where they are', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-1', manager: 'lin' })
    const table = csv(
      ['客户编号', '姓名', '客户经理'],
      ['A-1', '李素贞', ''],
      ['A-2', '单立人', ''],
      ['A-3', '解放', 'lin'],
    )
    await importFile(api, table, { keeperId: idOf('han') })
    const kept = await api.db.selectFrom('customer').select(['code', 'manager_id']).orderBy('code').execute()
    expect(kept.map(({ code, manager_id: id }) => [code, id])).toEqual([
      ['A-1', idOf('lin')],
      ['A-2', idOf('han')],
      ['A-3', idOf('lin')],
    ])
    await expect(importFile(api, table, { keeperId: idOf('xu') })).rejects.toThrow('import.keeper-elsewhere')
  })

  test('of the Iranian kind goes in as it is: no code, attributes, and who left', async () => {
    const api = await testApi()
    const header = ['Call  Failure', 'Complains', 'Subscription  Length', 'Age Group', 'Customer Value', 'Churn']
    const table = csv(
      header,
      ['8', '0', '38', '3', '197.64', '0'],
      ['8', '0', '38', '3', '197.64', '0'],
      ['2', '1', '5', '2', '0', '1'],
    )
    const done = await importFile(api, table, { name: 'Customer_Churn.csv', asOf: '2026-10-31' })
    expect(done.figures).toMatchObject({ created: 3, rejected: 0 })
    expect((await customersOf(api)).map(({ code }) => code)).toEqual([
      'Customer_Churn-2',
      'Customer_Churn-3',
      'Customer_Churn-4',
    ])
    const snapshots = await api.db.selectFrom('attribute_snapshot').selectAll().orderBy('left_later').execute()
    expect(snapshots.map(({ as_of: asOf, left_later: left }) => [asOf, left])).toEqual([
      ['2026-10-31', false],
      ['2026-10-31', false],
      ['2026-10-31', true],
    ])
    expect(snapshots[2]?.attributes).toEqual({
      'Call Failure': 2,
      Complains: true,
      'Subscription Length': 5,
      'Age Group': '2',
      'Customer Value': 0,
    })
  })
})

describe('a file of bills', () => {
  const wide = csv(['客户编号', '1月账单', '2月账单'], ['A-001', '188.00', '92.50'])

  test('brings months side by side, replaces a corrected one and asks for the monthly run', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-001' })
    expect((await importFile(api, wide, { target: 'bill', mode: 'update' })).figures).toMatchObject({ created: 1 })
    const corrected = wide.replace('92.50', '102.50')
    expect((await importFile(api, corrected, { target: 'bill', mode: 'update' })).figures).toMatchObject({ updated: 1 })
    const bills = await api.db.selectFrom('bill').select(['month', 'amount_fen']).orderBy('month').execute()
    expect(bills).toEqual([
      { month: 202601, amount_fen: 18_800 },
      { month: 202602, amount_fen: 10_250 },
    ])
    const standings = await api.db.selectFrom('standing').select(['month', 'paid12_fen']).orderBy('month').execute()
    expect(standings).toEqual([
      { month: 202601, paid12_fen: 18_800 },
      { month: 202602, paid12_fen: 29_050 },
    ])
  })

  test('one a row makes the customers it needs when the mode says so, and refuses their rows when not', async () => {
    const api = await testApi()
    const tall = csv(
      ['客户编号', '姓名', '账期', '金额'],
      ['A-1', '李素珍', '2026-01', '88'],
      ['A-1', '李素珍', '2026-02', '99'],
    )
    const refused = await importFile(api, tall, { target: 'bill', mode: 'update' })
    expect(await problemsOf(api, refused.id)).toEqual(['2 客户编号 row.unreachable', '3 客户编号 row.unreachable'])
    expect((await importFile(api, tall, { target: 'bill', mode: 'both' })).figures).toMatchObject({ created: 2 })
    expect(await customersOf(api)).toMatchObject([{ code: 'A-1', name: '李素珍' }])
  })
})

test('orders come in once by their number, contacts as touches of whoever made them', async () => {
  const api = await testApi()
  const id = await aCustomer(api, '惠民商店', { code: 'S-1', kind: 'outlet' })
  const orders = csv(
    ['客户编号', '订单号', '订单日期', '商品', '数量', '金额'],
    ['S-1', 'D-9', '2026-11-02', '云烟', '10', '2100'],
    ['S-1', 'D-9', '2026-11-02', '红河', '5', '400'],
  )
  const month = { branch_id: 1, computed_at: new Date(0), rule_version: 1, summary: '{}' }
  await api.db
    .insertInto('standing_month')
    .values([202610, 202611].map((number) => ({ ...month, month: number })))
    .execute()
  expect((await importFile(api, orders, { target: 'order' })).figures).toMatchObject({ created: 2 })
  // the outlet's level of that month is reckoned anew
  const months = await api.db.selectFrom('standing_month').select(['month', 'stale']).orderBy('month').execute()
  expect(months.map(({ stale }) => stale)).toEqual([false, true])
  expect((await importFile(api, orders, { target: 'order' })).figures).toMatchObject({ unchanged: 2 })
  const touches = csv(
    ['客户编号', '拜访日期', '联系方式', '内容', '拜访人'],
    ['S-1', '2026-11-10', '上门', '看了货架', '韩一诺'],
    ['S-1', '2026-11-12', '电话', '', '没有这人'],
  )
  const done = await importFile(api, touches, { target: 'touch' })
  expect(await problemsOf(api, done.id)).toEqual(['3 拜访人 staff.unknown'])
  const [touch] = await api.db.selectFrom('touch').selectAll().execute()
  expect(touch).toMatchObject({
    customer_id: id,
    staff_id: idOf('han'),
    channel: 'visit',
    note: '看了货架',
    reached: true,
  })
  const shown = await api.as('lin')('GET /api/customers/:id', { params: { id } })
  expect(shown.body.lastTouchAt).toBe('2026-11-10T04:00:00.000Z')
})

describe('rejected rows', () => {
  test('come back as a file that is corrected and imported again', async () => {
    const api = await testApi()
    const table = csv(
      ['客户编号', '姓名', '手机号码', '身份证号'],
      ['A-1', '李素珍', '1.30E+10', ''],
      ['A-2', '单立人', '13000126028', '110101198508150000'],
      ['A-3', '仇小明', '13000126029', ''],
    )
    const done = await importFile(api, table)
    expect(done.figures).toMatchObject({ created: 1, rejected: 2 })
    expect(await problemsOf(api, done.id)).toEqual(['2 手机号码 phone.scientific', '3 身份证号 identity.rounded'])
    const file = await api.fetch(
      new Request(`http://localhost/api/imports/${done.id}/rejects?format=csv`, { headers: { 'x-test-staff': 'gu' } }),
    )
    const text = await file.text()
    expect(text).toContain('〔怎么改〕')
    const corrected = text.replace('1.30E+10', '13000126027').replace('110101198508150000', '')
    const again = await importFile(api, corrected, { name: '客户-待改正.csv' })
    expect(again.figures).toMatchObject({ created: 2, rejected: 0 })
    const xlsx = await api.fetch(
      new Request(`http://localhost/api/imports/${done.id}/rejects`, { headers: { 'x-test-staff': 'gu' } }),
    )
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  test('of a file without codes keep the codes their rows would have had', async () => {
    const api = await testApi()
    const table = csv(['姓名', '手机号码', '积分'], ['李素珍', '13000126027', '10'], ['单立人', '13000126028', '很多'])
    const done = await importFile(api, table, { name: '会员.csv' })
    const text = await (
      await api.fetch(
        new Request(`http://localhost/api/imports/${done.id}/rejects?format=csv`, {
          headers: { 'x-test-staff': 'gu' },
        }),
      )
    ).text()
    await importFile(api, text.replace('很多', '20'), { name: '会员-待改正.csv' })
    expect((await customersOf(api)).map(({ code }) => code)).toEqual(['会员-2', '会员-3'])
  })
})

describe('a dry run', () => {
  test('counts what would be written and writes nothing', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-1' })
    const { id } = await upload(api, csv(['客户编号', '姓名'], ['A-1', '李素贞'], ['A-2', '单立人'], ['', '无编号']))
    const { mapping } = (await preview(api, id)).body
    await api.as('gu')('PUT /api/imports/:id/check', { params: { id }, body: { mapping, mode: 'both' } })
    await api.finishJobs()
    expect(await importOf(api, id)).toMatchObject({
      state: 'ready',
      figures: { rowsTotal: 3, created: 1, updated: 1, rejected: 1 },
    })
    expect((await customersOf(api)).map(({ name }) => name)).toEqual(['李素珍'])
  })
})

describe('who may import', () => {
  test.each([
    ['gu', 200],
    ['yan', 200],
    ['admin', 200],
    ['lin', 403],
    ['desk', 403],
    ['train', 403],
    ['line', 403],
    [null, 401],
  ])('%s is answered %i', async (code, status) => {
    const api = await testApi()
    expect((await api.as(code)('GET /api/imports', { query: {} })).status).toBe(status)
  })

  test('sees the rows of a file only when they brought it', async () => {
    const api = await testApi()
    const done = await importFile(api, csv(['客户编号', '姓名'], ['A-1', '李素珍']), { by: 'gu' })
    const statusOf = async (code: string) => [
      (await api.as(code)('GET /api/imports/:id', { params: { id: done.id } })).status,
      (await preview(api, done.id, {}, code)).status,
      (await api.as(code)('PUT /api/imports/:id/undo', { params: { id: done.id } })).status,
    ]
    expect(await statusOf('yan')).toEqual([404, 404, 404])
    expect(await statusOf('admin')).toEqual([200, 404, 200])
  })
})

test('a kept mapping is forgotten by who kept it, or by somebody who imports for that unit, and by nobody else', async () => {
  const api = await testApi()
  const keep = async (n: number) => importFile(api, csv(['客户编号', '姓名', `属性${n}`], [`A-${n}`, '李素珍', '甲']))
  for (const n of [1, 2]) await keep(n)
  const kept = async (code: string) => (await api.as(code)('GET /api/import-templates', {})).body.rows
  const forget = async (code: string) => {
    const id = (await kept('gu'))[0]?.id ?? ''
    return (await api.as(code)('DELETE /api/import-templates/:id', { params: { id } })).status
  }
  expect(await kept('yan')).toEqual([])
  expect((await kept('gu')).map(({ mayForget }) => mayForget)).toEqual([true, true])
  expect([await forget('yan'), await forget('lin')]).toEqual([403, 403])
  expect(await kept('gu')).toHaveLength(2)
  expect([await forget('admin'), await forget('gu')]).toEqual([204, 204])
  expect(await kept('gu')).toEqual([])
})

test('a mapping is its keeper’s: another unit takes the same columns its own way, and what is kept for all is offered to all', async () => {
  const api = await testApi()
  const rows = csv(['客户编号', '姓名', '电话'], ['T-1', '李素珍', '13000126027'])
  const withoutPhone: Parameters<typeof importFile>[2] = {
    map: (mapping) => ({
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.header === '电话' ? { ...column, role: { role: 'ignore' as const } } : column,
      ),
    }),
  }
  const phoneOf = async (by: string) => {
    const { id } = await upload(api, rows, { by })
    const { body } = await preview(api, id, {}, by)
    return [
      body.template !== null,
      body.mapping.columns.find(({ header }) => header === '电话')?.role.role === 'ignore',
    ]
  }
  await importFile(api, rows)
  await importFile(api, rows, { by: 'yan', ...withoutPhone })
  expect([await phoneOf('gu'), await phoneOf('yan')]).toEqual([
    [true, false],
    [true, true],
  ])
  const other = csv(['客户编号', '姓名', '联系电话'], ['T-2', '陈国栋', '13000126028'])
  const offered = async (by: string) =>
    (await preview(api, (await upload(api, other, { by })).id, {}, by)).body.template !== null
  await importFile(api, other, { by: 'gu' })
  expect([await offered('yan'), await offered('admin')]).toEqual([false, true])
  await importFile(api, other, { by: 'admin', keeperId: idOf('lin') })
  expect(await offered('yan')).toBe(true)
})
