import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '冯慧', { manager: 'lin', backup: 'han' })
  await aCustomer(api, '蒋松', { manager: 'lin' })
  await aCustomer(api, '韦立', { manager: 'han', backup: 'lin' })
  await api.db
    .insertInto('promise')
    .values({
      branch_id: 1,
      id: idOf('promise'),
      customer_id: idOf('冯慧'),
      what: '周五前查清流量',
      made_at: MONDAY_AT_TEN,
      made_by: idOf('lin'),
      owner_id: idOf('lin'),
      due_at: new Date('2026-11-27T09:00:00Z'),
      state: 'open',
    } as never)
    .execute()
})

const end = (code: string | null, toId: string | null) =>
  api.as(code)('PUT /api/departures/:id', { params: { id: idOf('departure') }, body: { staffId: idOf('lin'), toId } })
const show = async (code: string) =>
  (await api.as(code)('GET /api/departures/:id', { params: { id: idOf('departure') } })).body

describe('ending somebody’s employment [R-17]', () => {
  test.each([
    ['gu', 403],
    ['lin', 403],
    ['train', 403],
    [null, 401],
  ] as const)('is not for %s: %i', async (code, status) => {
    expect((await end(code, null)).status).toBe(status)
  })

  test('is shown ahead as sums, without a customer’s name', async () => {
    const { body } = await api.as('admin')('GET /api/departures/ahead/:staffId', { params: { staffId: idOf('lin') } })
    expect(body).toMatchObject({ customers: 2, promises: 1, without: 1, takers: [{ name: '韩一诺', customers: 1 }] })
    expect(JSON.stringify(body)).not.toMatch(/冯慧|蒋松/)
  })

  test('is refused while one customer would have nobody, also by the plain switch', async () => {
    expect((await end('admin', null)).error.reasons).toMatchObject([
      { code: 'departure.noOwner', params: { customers: 1 } },
    ])
    const off = await api.as('admin')('PUT /api/staff/:id', {
      params: { id: idOf('lin') },
      body: { code: 'lin', name: '林晓岚', roles: ['manager'], unitId: idOf('north'), active: false },
    })
    expect(off.error.reasons).toMatchObject([{ code: 'departure.keeps', params: { customers: 2 } }])
  })

  test('passes each customer to the backup with what was promised, the others to whom is named; once', async () => {
    expect((await end('admin', idOf('line'))).status).toBe(422)
    expect((await end('admin', idOf('desk'))).body).toEqual({ customers: 2 })
    expect((await end('admin', idOf('desk'))).body).toEqual({ customers: 2 })
    const customer = async (name: string) =>
      (await api.as('gu')('GET /api/customers/:id', { params: { id: idOf(name) } })).body
    expect(await customer('冯慧')).toMatchObject({ manager: { name: '韩一诺' }, backup: null })
    expect(await customer('蒋松')).toMatchObject({ manager: { name: '方静' } })
    expect(await customer('韦立')).toMatchObject({ manager: { name: '韩一诺' }, backup: null })
    const promise = await api.db
      .selectFrom('promise')
      .select('owner_id')
      .where('id', '=', idOf('promise'))
      .executeTakeFirst()
    expect(promise?.owner_id).toBe(idOf('han'))
  })
})

describe('the hand-over list', () => {
  test('shows each reader their own customers, the lead all, an administrator sums', async () => {
    expect((await show('han')).rows.map(({ name }) => name)).toEqual(['冯慧'])
    expect((await show('gu')).rows.map(({ name, promises }) => [name, promises])).toEqual([
      ['冯慧', 1],
      ['蒋松', 0],
    ])
    const admin = await show('admin')
    expect(admin).toMatchObject({ rows: [], progress: { params: { customers: 2, owner: 2, told: 0, revisited: 0 } } })
    expect((await api.as('xu')('GET /api/departures/:id', { params: { id: idOf('departure') } })).status).toBe(404)
    expect((await api.as('xu')('GET /api/departures', {})).body.rows).toEqual([])
  })

  const own = async () => (await show('han')).rows[0]
  const touch = (code: string, channel: 'message' | 'call', direction: 'active' | 'passive' = 'active') =>
    api.as(code)('PUT /api/customers/:id/touches/:touchId', {
      params: { id: idOf('冯慧'), touchId: freshId(MONDAY_AT_TEN) },
      body: {
        channel,
        direction,
        purpose: 'care',
        outcome: channel === 'call' && direction === 'active' ? 'reached' : null,
        minutes: null,
        said: null,
        note: '以后由我来办',
        personId: null,
      },
    })

  test('does not count a call of theirs, nor what somebody else did', async () => {
    expect((await touch('gu', 'call', 'passive')).status).toBe(200)
    expect((await touch('gu', 'call')).status).toBe(200)
    expect((await touch('gu', 'message')).status).toBe(200)
    expect((await touch('han', 'call', 'passive')).status).toBe(200)
    expect(await own()).toMatchObject({ cardReadOn: null, toldOn: null, metOn: null, next: { step: 'card' } })
    expect((await show('gu')).progress.params).toMatchObject({ customers: 2, told: 0, revisited: 0 })
  })

  test('follows each to the end: card read, told by a message, met again', async () => {
    await touch('han', 'message')
    expect(await own()).toMatchObject({ toldOn: '2026-11-23', next: { step: 'card', overdue: false } })
    const place = { params: { id: idOf('departure'), customerId: idOf('冯慧') } }
    expect((await api.as('han')('POST /api/departures/:id/cards/:customerId', place)).status).toBe(204)
    expect(await own()).toMatchObject({ cardReadOn: '2026-11-23', metOn: null, next: { step: 'revisited' } })
    await touch('han', 'call')
    expect(await own()).toMatchObject({ metOn: '2026-11-23', next: null })
    expect((await show('gu')).progress.params).toMatchObject({ customers: 2, told: 1, revisited: 1 })
  })
})
