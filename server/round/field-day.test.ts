import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { loadPack } from '#server/playbook/load.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

const DAY = '2026-11-23'
let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await loadPack(api.db, 'content/tobacco', MONDAY_AT_TEN)
  for (const name of ['福顺烟酒店', '桥头小卖部', '石塘百货'])
    await aCustomer(api, name, { kind: 'outlet', manager: 'lin' })
  const dossier = {
    address: '柳溪镇老街 18 号',
    marketType: 'town',
    allocationLevel: 12,
    deliveryDays: { kind: 'weekdays', weekdays: [3] },
    marketDays: { kind: 'digits', calendar: 'lunar', digits: [3, 6, 9] },
  }
  await api.db
    .updateTable('customer')
    .set({ dossier: JSON.stringify(dossier) })
    .where('id', '=', idOf('福顺烟酒店'))
    .execute()
  for (const [name, hour] of [
    ['福顺烟酒店', 9],
    ['桥头小卖部', 11],
  ] as const)
    await api.as('lin')('PUT /api/appointments/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: {
        customerId: idOf(name),
        way: 'visit',
        startsAt: new Date(`2026-11-23T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString(),
        endsAt: new Date(`2026-11-23T${String(hour).padStart(2, '0')}:15:00+08:00`).toISOString(),
        agreed: false,
      },
    })
})

const day = async (code = 'lin') => (await api.as(code)('GET /api/field-days/:day', { params: { day: DAY } })).body

const walk = async (name: string, events: Record<string, unknown>[], at = MONDAY_AT_TEN) => {
  const id = freshId(at)
  const started = await api.as('lin')('PUT /api/runs/:id', {
    params: { id },
    body: { customerId: idOf(name), direction: 'outbound', channel: 'visit', playbook: 'shop-round' },
  })
  expect(started.status).toBe(200)
  const written = events.map((event) => ({ id: freshId(at), at: at.toISOString(), ...event }))
  const answer = await api.as('lin')('POST /api/runs/:id/events', {
    params: { id },
    body: { events: written as never },
  })
  return { id, answer }
}

describe('a day in the field', () => {
  test('brings outlets in the order of the route with their days; the whole address stays behind [M-12]', async () => {
    const { outlets, playbook } = await day()
    expect(outlets.map(({ customer }) => customer.name)).toEqual(['福顺烟酒店', '桥头小卖部'])
    expect(outlets[0]).toMatchObject({
      street: '柳溪镇老街',
      allocationLevel: 12,
      days: { market: '2026-11-24', missed: { market: '2026-11-24', delivery: '2026-11-25' } },
      run: null,
      last: null,
    })
    expect(playbook?.definition.id).toBe('shop-round')
    expect(JSON.stringify(outlets)).not.toContain('18 号')
  })

  test('somebody else’s day is theirs; a trainer has none', async () => {
    expect((await day('xu')).outlets).toEqual([])
    expect((await api.as('train')('GET /api/field-days/:day', { params: { day: DAY } })).status).toBe(403)
  })

  test('a shop walked files its market notes and comes back with what happened, also one outside the calendar [K-33]', async () => {
    const { answer } = await walk('石塘百货', [
      { type: 'connected' },
      { type: 'checkMarked', step: 'shelf', check: 'price', done: false },
      { type: 'counted', item: '青峦 硬', stock: 2, wanted: 15 },
      { type: 'marketNoted', topic: 'hours', what: '入冬后七点开门' },
      { type: 'marketNoted', topic: 'stock', what: '记错了' },
      { type: 'marketNoted', topic: 'stock', what: '' },
      { type: 'finished', reason: '' },
    ])
    expect(answer.body.filed?.touches).toBe(1)
    const { outlets, counted } = await day()
    const shop = outlets.find(({ customer }) => customer.name === '石塘百货')
    expect(shop?.appointment).toBeNull()
    expect(shop?.run?.finishedAt).not.toBeNull()
    expect(shop?.run?.events.map(({ type }) => type)).toContain('counted')
    expect(counted).toMatchObject({ other: 1 })
    const notes = await api.as('lin')('GET /api/customers/:id/outlet', { params: { id: idOf('石塘百货') } })
    expect(notes.body.notes.map(({ topic, what }) => [topic, what])).toEqual([['hours', '入冬后七点开门']])
  })

  test('the next day brings the last answers: exceptions, counts, what was found out', async () => {
    await api.as('lin')('PUT /api/appointments/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: {
        customerId: idOf('石塘百货'),
        way: 'visit',
        startsAt: '2026-11-24T02:00:00.000Z',
        endsAt: '2026-11-24T02:15:00.000Z',
        agreed: false,
      },
    })
    const { body } = await api.as('lin')('GET /api/field-days/:day', { params: { day: '2026-11-24' } })
    expect(body.outlets[0]).toMatchObject({
      last: { day: DAY, reached: true, exceptions: ['shelf.price'], market: { hours: '入冬后七点开门' } },
      counts: { '青峦 硬': { day: DAY, stock: 2, wanted: 15 } },
      run: null,
    })
  })

  test('a count below nothing is refused', async () => {
    const { answer } = await walk('桥头小卖部', [{ type: 'counted', item: '青峦 硬', stock: -1, wanted: null }])
    expect(answer.status).toBe(400)
  })
})
