import { beforeAll, describe, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han', phone: '13000126027' })
  await aCustomer(api, '单志远', { manager: 'han' })
  await aCustomer(api, '陈国栋', { manager: 'xu' })
  await aCustomer(api, '衡川精密制造', { manager: 'lin', kind: 'group' })
})

const namesSeenBy = async (code: string, query: Record<string, string> = {}) => {
  const { body, status } = await api.as(code)('GET /api/customers', { query })
  expect(status).toBe(200)
  return body.rows.map((row) => row.name)
}

describe('who sees which customer', () => {
  test('managers see their own and those they back up, leads their unit', async () => {
    expect(await namesSeenBy('lin')).toEqual(['衡川精密制造', '李素珍'])
    expect(await namesSeenBy('han')).toEqual(['李素珍', '单志远'])
    expect(await namesSeenBy('gu')).toEqual(['衡川精密制造', '李素珍', '单志远'])
    expect(await namesSeenBy('yan')).toEqual(['陈国栋'])
  })

  test('others are turned away before anything is looked up', async () => {
    for (const code of ['train', 'admin', 'line']) {
      const { status, error } = await api.as(code)('GET /api/customers', {})
      expect([status, error.code]).toEqual([403, 'access.denied'])
    }
    expect((await api.as(null)('GET /api/customers', {})).status).toBe(401)
  })

  test('a colleague’s customer looks as if it were not there', async () => {
    const { status, error } = await api.as('lin')('GET /api/customers/:id', { params: { id: idOf('单志远') } })
    expect([status, error.code]).toEqual([404, 'record.not_found'])
  })
})

describe('finding a customer', () => {
  test.each([
    ['part of a name', '素珍', ['李素珍']],
    ['traditional characters', '單志遠', ['单志远']],
    ['pinyin initials in the reading people guess', 'dzy', ['单志远']],
    ['a phone tail', '6027', ['李素珍']],
    ['a code', 'C-单志远', ['单志远']],
    ['nothing that fits', '赵', []],
  ])('by %s', async (_, q, names) => {
    expect(await namesSeenBy('gu', { q })).toEqual(names)
  })

  test('pages follow one another without a gap', async () => {
    const first = await api.as('gu')('GET /api/customers', { query: { limit: '2' } })
    const second = await api.as('gu')('GET /api/customers', { query: { limit: '2', cursor: first.body.next ?? '' } })
    expect([...first.body.rows, ...second.body.rows].map((row) => row.name)).toEqual(await namesSeenBy('gu'))
    expect(second.body.next).toBeNull()
  })

  test('numbers are masked', async () => {
    const { body } = await api.as('lin')('GET /api/customers/:id', { params: { id: idOf('李素珍') } })
    expect(body.phone).toBe('130 **** 6027')
  })
})

describe('editing a dossier', () => {
  test('two people, two fields: both kept; the same field: both texts shown and nothing lost', async () => {
    const params = { id: idOf('李素珍') }
    const change = (code: string, dossier: Record<string, unknown>) =>
      api.as(code)('PATCH /api/customers/:id', { params, body: { baseVersion: 1, dossier } })
    expect((await change('lin', { occupation: '建材店主' })).status).toBe(200)
    expect((await change('han', { style: 'expressive' })).status).toBe(200)
    const clash = await change('han', { occupation: '自营店' })
    expect(clash.status).toBe(409)
    expect(clash.error.conflicts).toMatchObject([
      { field: 'occupation', theirs: '建材店主', yours: '自营店', by: '林晓岚' },
    ])
    const { body } = await api.as('lin')('GET /api/customers/:id', { params })
    expect(body.dossier).toEqual({ occupation: '建材店主', style: 'expressive' })
    expect(body.version).toBe(3)
  })

  test('a value that does not fit its field is refused with the reason', async () => {
    const { status, error } = await api.as('lin')('PATCH /api/customers/:id', {
      params: { id: idOf('李素珍') },
      body: { baseVersion: 3, dossier: { sensitivity: 'cheap' } },
    })
    expect(status).toBe(422)
    expect(error.reasons).toEqual([{ code: 'dossier.not_choice', params: { field: 'sensitivity', value: '"cheap"' } }])
  })

  test('the same write twice is one write', async () => {
    const again = await api.as('lin')('PUT /api/customers/:id', {
      params: { id: idOf('李素珍') },
      body: { code: 'C-李素珍', kind: 'person', name: '李素珍' },
    })
    expect(again.body).toEqual({ id: idOf('李素珍'), version: 3 })
    const taken = await api.as('lin')('PUT /api/customers/:id', {
      params: { id: idOf('new') },
      body: { code: 'C-李素珍', kind: 'person', name: '甲' },
    })
    expect([taken.status, taken.error.code]).toEqual([409, 'record.exists'])
  })
})
