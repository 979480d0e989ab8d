import { beforeAll, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

/** What was put away from a customer's file is not spoken of in a contact. */
let api: TestApi
const group = () => ({ id: idOf('衡川精密制造') })

const put = (
  part: 'people' | 'members' | 'holdings',
  name: string,
  baseVersion: number | null,
  fields: Record<string, unknown>,
  removed = false,
) =>
  api.as('lin')(`PUT /api/customers/:id/${part}/:partId` as 'PUT /api/customers/:id/holdings/:partId', {
    params: { ...group(), partId: idOf(name) },
    body: { baseVersion, fields, ...(removed ? { removed } : {}) },
  })

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '衡川精密制造', { manager: 'lin', kind: 'group' })
})

test('a caller is not taken for the user of a number that was put away', async () => {
  const caller = async () =>
    (await api.as('lin')('GET /api/inbound', { query: { tail: '6027' } })).body.candidates.map(
      ({ name, holder, user }) => [name, holder, user],
    )
  await put('members', 'number', null, {
    kind: 'mobile',
    number: '13000126027',
    holderName: '郑采购',
    userName: '小郑',
  })
  expect(await caller()).toEqual([['衡川精密制造', '郑采购', '小郑']])
  await put('members', 'number', 1, {}, true)
  expect(await caller()).toEqual([])
  await put('people', 'person', null, { name: '周敬山', phone: '13000126027' })
  expect(await caller()).toEqual([['衡川精密制造', null, null]])
})

test('a product that was put away is neither suggested nor said', async () => {
  await put('holdings', 'line', null, { product: '云专线', answers: { heard: 'yes', knows: 'yes' } })
  const begin = async (name: string) => {
    const params = { id: idOf(name) }
    await api.as('lin')('PUT /api/runs/:id', {
      params,
      body: { customerId: group().id, direction: 'inbound', purpose: 'service' },
    })
    return (await api.as('lin')('GET /api/runs/:id', { params })).body
  }
  const before = await begin('run with')
  expect(before.suggestions.map(({ what }) => what)).toEqual(['云专线'])
  await put('holdings', 'line', 1, {}, true)
  const after = await begin('run without')
  expect(after.suggestions).toEqual([])
  expect(JSON.stringify(after.facts)).not.toContain('云专线')
})
