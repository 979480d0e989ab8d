import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

/** What is typed over the ledgers is looked for as it stands: no sign in it means something else to the database. */
let api: TestApi
const said = ['退 20% 月租', '退 2000 元', 'A_1 套餐', 'AB1 套餐', String.raw`路径 D:\账单`]

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '陳國棟', { manager: 'lin', phone: '13000126027' })
  const customerId = idOf('陳國棟')
  for (const what of said) {
    const params = { id: freshId(MONDAY_AT_TEN) }
    await api.as('lin')('PUT /api/promises/:id', { params, body: { customerId, what, dueDay: '2026-11-27' } })
    await api.as('lin')('PUT /api/expectations/:id', { params, body: { customerId, what, nature: 'factual' } })
  }
})

describe.each(['GET /api/promises', 'GET /api/expectations'] as const)('%s', (key) => {
  const found = async (q: string): Promise<string[]> =>
    (await api.as('lin')(key, { query: { q } })).body.rows.map(({ what }) => what).toSorted()

  test.each([
    ['20%', ['退 20% 月租']],
    ['%', ['退 20% 月租']],
    ['A_1', ['A_1 套餐']],
    ['a_1', ['A_1 套餐']],
    ['_', ['A_1 套餐']],
    [String.raw`D:\账单`, [String.raw`路径 D:\账单`]],
    ['\\', [String.raw`路径 D:\账单`]],
    ['套餐', ['AB1 套餐', 'A_1 套餐']],
    ['没有这句', []],
  ])('finds what holds %s', async (q, expected) => {
    expect(await found(q)).toEqual(expected)
  })

  test.each(['陈国', '陳國棟', 'cgd', 'C-陳國棟'])('finds all of the customer found by %s', async (q) => {
    expect(await found(q)).toHaveLength(said.length)
  })

  test('does not look for a customer by number: some readers of a line may not see it', async () => {
    expect(await found('6027')).toEqual([])
  })
})
