import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const fresh = () => freshId(MONDAY_AT_TEN)

const promise = async (code: string, name: string, dueDay: string) => {
  const body = { customerId: idOf(name), what: '回电', dueDay, dueTime: '16:30' }
  const { status } = await api.as(code)('PUT /api/promises/:id', { params: { id: fresh() }, body })
  expect(status).toBe(200)
}

const expectation = async (code: string, name: string) => {
  const body = { customerId: idOf(name), what: '说清楚就行', nature: 'factual' as const }
  const { status } = await api.as(code)('PUT /api/expectations/:id', { params: { id: fresh() }, body })
  expect(status).toBe(200)
}

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han' })
  await aCustomer(api, '单志远', { manager: 'han' })
  await aCustomer(api, '陈国栋', { manager: 'xu' })
  await promise('lin', '李素珍', '2026-11-23')
  // Early tomorrow is tomorrow's, although fewer than twenty-four hours away.
  const body = { customerId: idOf('李素珍'), what: '发账单', dueDay: '2026-11-24', dueTime: '08:30' }
  await api.as('lin')('PUT /api/promises/:id', { params: { id: fresh() }, body })
  await promise('han', '单志远', '2026-11-25')
  await expectation('lin', '李素珍')
  await expectation('gu', '单志远')
  const complaint = { customerId: idOf('李素珍'), kind: 'complaint' as const, what: '漫游费' }
  await api.as('lin')('PUT /api/cases/:id', { params: { id: fresh() }, body: complaint })
})

const countsOf = async (code: string) => (await api.as(code)('GET /api/counts', {})).body

describe('the figures of the rail', () => {
  test.each(['lin', 'han', 'gu'])('say to %s what the ledgers themselves say', async (code) => {
    const as = api.as(code)
    const promises = (await as('GET /api/promises', { query: {} })).body.counts
    const expectations = (await as('GET /api/expectations', { query: {} })).body.counts
    const cases = (await as('GET /api/cases', { query: {} })).body.counts
    const customers = (await as('GET /api/customers', { query: {} })).body.count.value
    const today = (await as('GET /api/today', {})).body.rows.length
    expect(await countsOf(code)).toMatchObject({
      today,
      customers,
      promises: promises.open,
      promisesDue: promises.due,
      expectations: expectations.open,
      cases: cases.open,
    })
  })

  test('are one’s own, whatever one could see besides', async () => {
    expect(await countsOf('lin')).toMatchObject({
      customers: 1,
      promises: 2,
      promisesDue: 1,
      expectations: 1,
      cases: 1,
    })
    expect(await countsOf('xu')).toMatchObject({ customers: 1, promises: 0, promisesDue: 0, expectations: 0, cases: 0 })
  })

  test('are missing for places one does not have', async () => {
    const none = { today: null, owed: null, customers: null, promises: null, expectations: null, cases: null }
    for (const code of ['line', 'admin', 'train']) expect(await countsOf(code)).toMatchObject({ ...none, handOvers: 0 })
    expect((await api.as(null)('GET /api/counts', {})).status).toBe(401)
  })

  test('on a locked seat nothing is told', async () => {
    await api.as('yan')('PUT /api/session/lock', {})
    expect((await api.as('yan')('GET /api/counts', {})).status).toBe(423)
  })
})
