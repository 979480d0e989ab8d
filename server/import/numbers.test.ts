import { describe, expect, test } from 'vitest'
import { aCustomer, idOf, type TestApi, testApi } from '#test/api.ts'
import { csv, importFile, importOf, problemsOf } from '#test/import-story.ts'

/** A number belongs to one customer [K-28], whichever way it comes in. */
const HEAD = ['客户编号', '姓名', '手机号码']

const giveNumber = (api: TestApi, customer: string, name: string, number: string) =>
  api.as('lin')('PUT /api/customers/:id/members/:partId', {
    params: { id: idOf(customer), partId: idOf(name) },
    body: { baseVersion: null, fields: { kind: 'mobile', number } },
  })

const putAway = (api: TestApi, customer: string, name: string) =>
  api.as('lin')('PUT /api/customers/:id/members/:partId', {
    params: { id: idOf(customer), partId: idOf(name) },
    body: { baseVersion: 1, fields: {}, removed: true },
  })

const holdersOf = async (api: TestApi, number: string): Promise<string[]> =>
  (
    await api.db
      .selectFrom('member')
      .innerJoin('customer', 'customer.id', 'member.customer_id')
      .select('customer.code')
      .where('member.number', '=', number)
      .where('member.removed_at', 'is', null)
      .orderBy('customer.code')
      .execute()
  ).map(({ code }) => code)

describe('an imported number', () => {
  test('that is another customer’s already, or another row’s, is refused with its row and column', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-1', phone: '13000126027' })
    await aCustomer(api, '仇英豪', { code: 'A-4', phone: '13000126030' })
    const done = await importFile(
      api,
      csv(
        HEAD,
        ['A-1', '李素贞', '13000126027'],
        ['A-2', '单立人', '13000126027'],
        ['A-3', '解小东', '13000126029'],
        ['A-4', '仇英豪', '13000126029'],
      ),
    )
    expect(done.figures).toMatchObject({ created: 1, updated: 1, rejected: 2 })
    expect(await problemsOf(api, done.id)).toEqual(['3 手机号码 number.elsewhere', '5 手机号码 number.elsewhere'])
    expect(await holdersOf(api, '13000126027')).toEqual(['A-1'])
    expect(await holdersOf(api, '13000126029')).toEqual(['A-3'])
    expect(await holdersOf(api, '13000126030')).toEqual(['A-4'])
  })

  test('and one given away by hand at the same moment end under one customer', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-0' })
    const numbers = Array.from({ length: 60 }, (_, i) => `139000010${String(i).padStart(2, '0')}`)
    const rows = numbers.map((number, i) => [`B-${i}`, `客户${i}`, number])
    const byHand = numbers.map((number) => giveNumber(api, '李素珍', number, number))
    const [done] = await Promise.all([importFile(api, csv(HEAD, ...rows)), ...byHand])
    const answers = await Promise.all(byHand)
    expect(answers.filter(({ status }) => status !== 200 && status !== 422)).toEqual([])
    for (const number of numbers) expect(await holdersOf(api, number)).toHaveLength(1)
    const kept = answers.filter(({ status }) => status === 200).length
    expect(kept + done.figures.created).toBe(numbers.length)
  })

  test('that was put away stands under nobody: it comes back with the file, or goes to another', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-1' })
    await giveNumber(api, '李素珍', 'first', '13000126027')
    await putAway(api, '李素珍', 'first')
    expect((await importFile(api, csv(HEAD, ['A-1', '李素珍', '13000126027']))).figures).toMatchObject({ updated: 1 })
    expect(await holdersOf(api, '13000126027')).toEqual(['A-1'])
    expect((await api.as('lin')('GET /api/customers', { query: { q: '6027' } })).body.rows).toHaveLength(1)
    await giveNumber(api, '李素珍', 'second', '13000126028')
    await putAway(api, '李素珍', 'second')
    expect((await importFile(api, csv(HEAD, ['A-2', '单立人', '13000126028']))).figures).toMatchObject({ created: 1 })
    expect(await holdersOf(api, '13000126028')).toEqual(['A-2'])
  })

  test('is not taken back from whoever has it by now', async () => {
    const api = await testApi()
    await aCustomer(api, '李素珍', { code: 'A-1', phone: '13000126027' })
    await aCustomer(api, '单立人', { code: 'A-2' })
    const done = await importFile(api, csv(HEAD, ['A-1', '李素珍', '13000129999']))
    expect((await giveNumber(api, '单立人', 'given', '13000126027')).status).toBe(200)
    await api.as('gu')('PUT /api/imports/:id/undo', { params: { id: done.id } })
    await api.finishJobs()
    expect(await importOf(api, done.id)).toMatchObject({ state: 'undone', undone: { left: 1 } })
    expect(await holdersOf(api, '13000126027')).toEqual(['A-2'])
    expect(await holdersOf(api, '13000129999')).toEqual(['A-1'])
  })
})

test('a contact person changed by hand while a file changes the same one: the file comes in, nobody waits for the other', async () => {
  const api = await testApi()
  await aCustomer(api, '衡川精密制造', { code: 'G-1', kind: 'group' })
  const HEADERS = ['客户编号', '客户名称', '联系人', '联系人电话']
  await importFile(api, csv(HEADERS, ['G-1', '衡川精密制造', '周敬山', '13100002468']), { customerKind: 'group' })
  const { id } = await api.db.selectFrom('contact_person').select('id').executeTakeFirstOrThrow()
  const byHand = (round: number) =>
    api.as('lin')('PUT /api/customers/:id/people/:partId', {
      params: { id: idOf('衡川精密制造'), partId: id },
      body: { baseVersion: null, fields: { phone: `1310000${String(3000 + round)}` } },
    })
  const byFile = (round: number) =>
    importFile(api, csv(HEADERS, ['G-1', '衡川精密制造', '周敬山', `1310000${String(4000 + round)}`]), {
      customerKind: 'group',
    })
  for (let round = 0; round < 4; round++) {
    const [done, ...answers] = await Promise.all([
      byFile(round),
      ...Array.from({ length: 8 }, (_, i) => byHand(round * 8 + i)),
    ])
    expect(done.state).toBe('done')
    // What the file has just written is not written over by who did not see it.
    for (const { status } of answers) expect([200, 409]).toContain(status)
  }
})
