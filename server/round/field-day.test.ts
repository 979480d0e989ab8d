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

  test('an outlet that has left is out of the rounds planned before; what was agreed with it stands [R-16]', async () => {
    for (const name of ['河口副食', '渡口杂货']) {
      await aCustomer(api, name, { kind: 'outlet', manager: 'lin' })
      await api.as('lin')('PUT /api/appointments/:id', {
        params: { id: freshId(MONDAY_AT_TEN) },
        body: {
          customerId: idOf(name),
          way: 'visit',
          startsAt: '2026-11-26T02:00:00.000Z',
          endsAt: '2026-11-26T02:15:00.000Z',
          agreed: name === '渡口杂货',
        },
      })
    }
    const names = async () => {
      const { body } = await api.as('lin')('GET /api/field-days/:day', { params: { day: '2026-11-26' } })
      return body.outlets.map(({ customer }) => customer.name).toSorted()
    }
    expect(await names()).toEqual(['河口副食', '渡口杂货'].toSorted())
    for (const name of ['河口副食', '渡口杂货'])
      expect(
        (
          await api.as('lin')('PUT /api/losses/:id', {
            params: { id: freshId(MONDAY_AT_TEN) },
            body: { customerId: idOf(name), way: 'ended', leftOn: DAY, line: null },
          })
        ).status,
      ).toBe(200)
    expect(await names()).toEqual(['渡口杂货'])
  })

  test('a count below nothing is refused', async () => {
    const { answer } = await walk('桥头小卖部', [{ type: 'counted', item: '青峦 硬', stock: -1, wanted: null }])
    expect(answer.status).toBe(400)
  })
})

const sheet = async (query: { format?: 'csv' | 'xlsx'; whose?: 'own' | 'all' } = {}, code = 'lin') => {
  const search = new URLSearchParams({ format: 'csv', ...query })
  const response = await api.fetch(
    new Request(`http://localhost/api/field-days/${DAY}/sheet?${search}`, { headers: { 'x-test-staff': code } }),
  )
  return { status: response.status, lines: (await response.text()).replace('\uFEFF', '').trim().split('\r\n') }
}

describe('the sheet of a day', () => {
  test('has a line a shop in the order they were walked; words that look like a formula stay words', async () => {
    await walk(
      '福顺烟酒店',
      [
        { type: 'connected' },
        { type: 'checkMarked', step: 'say', check: 'fine', done: false },
        {
          type: 'captured',
          capture: freshId(MONDAY_AT_TEN),
          content: { kind: 'expectation', text: '=1+1', sort: 'heard', answer: null, offer: '', acknowledged: false },
        },
        { type: 'finished', reason: '' },
      ],
      new Date(MONDAY_AT_TEN.getTime() + 60_000),
    )
    const { lines } = await sheet()
    expect(lines[0]).toContain('店名,许可证号')
    expect(lines.slice(1).map((line) => line.split(',')[3])).toEqual(expect.arrayContaining(['石塘百货', '福顺烟酒店']))
    expect(lines.find((line) => line.includes('石塘百货'))).toContain('青峦 硬 15')
    expect(lines.find((line) => line.includes('福顺烟酒店'))).not.toMatch(/,=1\+1/)
  })

  test('a lead has the whole unit’s, another manager nobody else’s, a trainer none', async () => {
    expect((await sheet({ whose: 'all' }, 'gu')).lines.join()).toContain('石塘百货')
    expect((await sheet({ whose: 'all' }, 'xu')).lines.join()).not.toContain('石塘百货')
    expect((await sheet({}, 'train')).status).toBe(403)
  })

  test('takes the columns the branch has chosen, in their order; two who choose at once do not overwrite each other', async () => {
    const choose = (code: string, baseVersion: number | null) =>
      api.as(code)('PUT /api/round-settings/sheet', { body: { baseVersion, sheet: ['name', 'exceptions', 'day'] } })
    expect((await choose('lin', null)).status).toBe(403)
    expect((await choose('gu', null)).body).toEqual({ version: 1 })
    expect((await choose('admin', null)).status).toBe(409)
    expect((await choose('admin', 1)).body).toEqual({ version: 2 })
    const { lines } = await sheet()
    expect(lines[0]).toBe('店名,异常,日期')
    expect(lines.find((line) => line.startsWith('石塘百货'))).toBe(`石塘百货,价签,${DAY}`)
  })

  test('the measure of a day is the branch’s own [M-12]', async () => {
    const standard = { ...(await day()).standard, town: 12, marks: [{ from: 20, to: 25, what: '盘库' }] }
    const set = await api.as('gu')('PUT /api/round-settings/standard', { body: { baseVersion: null, standard } })
    expect(set.status).toBe(200)
    const seen = await day()
    expect([seen.standard.town, seen.standard.country, seen.marks]).toEqual([12, 25, standard.marks])
  })
})
