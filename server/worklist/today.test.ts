import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, type TestApi, testApi } from '#test/api.ts'

let api: TestApi

const at = (text: string): Date => new Date(`${text}:00+08:00`)

const aPromise = async (customer: string, owner: string, what: string, due: string): Promise<string> => {
  const id = freshId(MONDAY_AT_TEN)
  await api.db
    .insertInto('promise')
    .values({
      branch_id: 1,
      id,
      customer_id: idOf(customer),
      what,
      due_at: at(due),
      made_at: at('2026-11-20T17:50'),
      made_by: idOf(owner),
      owner_id: idOf(owner),
    })
    .execute()
  return id
}

const isAway = async (who: string, from: string, to: string): Promise<void> => {
  await api.db
    .insertInto('absence')
    .values({
      branch_id: 1,
      id: freshId(MONDAY_AT_TEN),
      staff_id: idOf(who),
      from_day: from,
      to_day: to,
      kind: 'leave',
    })
    .execute()
}

const todayOf = async (who: string) => (await api.as(who)('GET /api/today', {})).body

const rowsOf = async (who: string): Promise<string[]> => (await todayOf(who)).rows.map(({ name }) => name)

const promiseTo = async (name: string) =>
  (await api.as('lin')('GET /api/customers/:id/promises', { params: { id: idOf(name) } })).body.rows[0]

const decide = (who: string, id: string, body: object) =>
  api.as(who)('PUT /api/today/decisions/:id', { params: { id }, body: body as never })

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han', unit: 'north', phone: '13000126027' })
  await aCustomer(api, '周启衡', { manager: 'lin', backup: 'han', unit: 'north' })
  await aCustomer(api, '许家明', { manager: 'xu' })
  await aCustomer(api, '韩家客户', { manager: 'han', backup: 'lin' })
  await aPromise('李素珍', 'lin', '回电讲清 148 元漫游费', '2026-11-23T10:30')
  await aPromise('周启衡', 'lin', '发出割接时间表', '2026-11-23T11:00')
  await aPromise('韩家客户', 'han', '送发票', '2026-11-24T10:00')
})

describe('who may ask for a day', () => {
  test.each([
    ['lin', 200],
    ['gu', 200],
    ['desk', 200],
    ['train', 403],
    ['admin', 403],
    ['line', 403],
    [null, 401],
  ] as const)('%s gets %i', async (who, status) => {
    expect((await api.as(who)('GET /api/today', {})).status).toBe(status)
  })
})

describe('the list', () => {
  test('is one’s own, what is due first on top, each with why now', async () => {
    const { rows } = await todayOf('lin')
    expect(rows.map(({ name }) => name)).toEqual(['李素珍', '周启衡'])
    expect(rows[0]).toMatchObject({
      rank: 1,
      owed: true,
      whys: [{ code: 'why.promise', params: { what: '回电讲清 148 元漫游费', left: 30 } }],
    })
    expect(rows[0]?.parts.reduce((sum, { params }) => sum + params.points, 0)).toBe(rows[0]?.score)
  })

  test('leaves out what a colleague who is here sees to', async () => {
    expect(await rowsOf('han')).toEqual(['韩家客户'])
    expect(await rowsOf('xu')).toEqual([])
  })

  test('says how the day fits', async () => {
    const { plan } = await todayOf('lin')
    expect(plan).toMatchObject({ minutes: 24, said: [{ code: 'day.fits' }] })
  })
})

describe('a decision', () => {
  test('to put off past a promise needs a word with the customer first', async () => {
    const body = {
      decision: 'snoozed',
      customerId: idOf('李素珍'),
      until: at('2026-11-24T09:00').toISOString(),
      reason: 'customerAsked',
    }
    const silent = await decide('lin', freshId(MONDAY_AT_TEN), body)
    expect(silent.status).toBe(422)
    expect(silent.error.reasons).toMatchObject([{ code: 'snooze.tellFirst' }])
    const longAgo = { at: '1900-01-01T00:00:00Z', newDue: at('2026-11-24T10:30').toISOString() }
    const before = await decide('lin', freshId(MONDAY_AT_TEN), { ...body, told: longAgo })
    expect(before.error.reasons).toMatchObject([{ code: 'snooze.toldTooEarly', params: { since: '2026-11-20' } }])
    const id = freshId(MONDAY_AT_TEN)
    const told = { at: at('2026-11-23T09:55').toISOString(), newDue: at('2026-11-24T10:30').toISOString() }
    expect((await decide('lin', id, { ...body, told })).status).toBe(200)
    expect((await decide('lin', id, { ...body, told })).status).toBe(200)
    const day = await todayOf('lin')
    expect(day.rows.map(({ name }) => name)).toEqual(['周启衡'])
    expect(day.snoozed).toMatchObject([{ name: '李素珍', decisionId: id, reason: 'customerAsked' }])
    const asPromised = { dueAt: at('2026-11-23T10:30').toISOString(), toldAt: null }
    expect(await promiseTo('李素珍')).toMatchObject({
      dueAt: told.newDue,
      firstDueAt: asPromised.dueAt,
      toldAt: told.at,
    })
    expect((await api.as('lin')('GET /api/counts', {})).body.promisesDue).toBe(1)
    expect((await api.as('han')('DELETE /api/today/decisions/:id', { params: { id } })).status).toBe(404)
    expect((await api.as('lin')('DELETE /api/today/decisions/:id', { params: { id } })).status).toBe(204)
    expect(await rowsOf('lin')).toEqual(['李素珍', '周启衡'])
    const back = await promiseTo('李素珍')
    expect(back).toMatchObject(asPromised)
    expect(back?.history.map(({ move }) => move)).toEqual(['postponed', 'dayRestored'])
  })

  test('to tick off something owed says what happened', async () => {
    const id = freshId(MONDAY_AT_TEN)
    const body = { decision: 'done', customerId: idOf('周启衡'), note: '' }
    expect((await decide('lin', id, body)).error.reasons).toMatchObject([{ code: 'done.whatHappened' }])
    const nobodys = await decide('lin', id, { ...body, touchId: freshId(MONDAY_AT_TEN) })
    expect(nobodys.error.reasons).toMatchObject([{ code: 'done.whatHappened' }])
    expect((await decide('lin', id, { ...body, note: '时间表已发' })).status).toBe(200)
    const day = await todayOf('lin')
    expect(day.done).toMatchObject([{ name: '周启衡', note: '时间表已发' }])
    await api.as('lin')('DELETE /api/today/decisions/:id', { params: { id } })
  })

  test('pressed twice at once is one decision', async () => {
    const body = { decision: 'done', customerId: idOf('周启衡'), note: '时间表已发' }
    const ids = [1, 2, 3].map(() => freshId(MONDAY_AT_TEN))
    const answers = await Promise.all(ids.map((id) => decide('lin', id, body)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404])
    expect((await todayOf('lin')).done).toHaveLength(1)
    for (const id of ids) await api.as('lin')('DELETE /api/today/decisions/:id', { params: { id } })
  })

  test('gives a row to a colleague who may see the customer, and to nobody else', async () => {
    const body = { decision: 'handed_over', customerId: idOf('周启衡'), reason: '下午在外面' }
    for (const who of ['xu', 'line', 'train'])
      expect((await decide('lin', freshId(MONDAY_AT_TEN), { ...body, toId: idOf(who) })).status, who).toBe(404)
    const id = freshId(MONDAY_AT_TEN)
    expect((await decide('lin', id, { ...body, toId: idOf('han') })).status).toBe(200)
    expect(await rowsOf('lin')).toEqual(['李素珍'])
    const row = (await todayOf('han')).rows.find(({ name }) => name === '周启衡')
    expect(row?.handedBy).toEqual({ name: '林晓岚', reason: '下午在外面' })
    await api.as('lin')('DELETE /api/today/decisions/:id', { params: { id } })
    expect(await rowsOf('han')).toEqual(['韩家客户'])
  })

  test('about somebody else’s customer is about nothing', async () => {
    const body = { decision: 'done', customerId: idOf('许家明'), note: '好' }
    expect((await decide('lin', freshId(MONDAY_AT_TEN), body)).status).toBe(404)
  })
})

describe('helpers', () => {
  test('are the backup first, then who sees the customer, then who sees only a question', async () => {
    const { body } = await api.as('lin')('GET /api/today/helpers/:customerId', {
      params: { customerId: idOf('李素珍') },
    })
    expect(body.helpers[0]).toMatchObject({ name: '韩一诺', isBackup: true, sees: 'customer' })
    expect(body.helpers.find(({ name }) => name === '韩松')).toMatchObject({ sees: 'question' })
    expect(body.helpers.map(({ name }) => name)).not.toContain('林晓岚')
  })
})

describe('an absence', () => {
  test('sends what falls due to the backup, with whose it is and when it goes back [R-17]', async () => {
    await isAway('han', '2026-11-23', '2026-11-25')
    const row = (await todayOf('lin')).rows.find(({ name }) => name === '韩家客户')
    expect(row?.standingInFor).toEqual({ name: '韩一诺', backOn: '2026-11-26' })
  })

  test('with nobody to stand in is told to the lead', async () => {
    await aPromise('许家明', 'xu', '回电', '2026-11-23T15:00')
    await isAway('xu', '2026-11-23', '2026-11-23')
    await api.db
      .updateTable('customer')
      .set({ unit_id: idOf('south') })
      .where('id', '=', idOf('许家明'))
      .execute()
    expect((await todayOf('yan')).unattended).toMatchObject([
      { name: '许家明', owner: '许可', said: { code: 'absence.nobody' } },
    ])
    expect((await todayOf('gu')).unattended).toEqual([])
  })

  test('is told on coming back: what was kept, what is still open', async () => {
    const kept = await aPromise('李素珍', 'lin', '寄发票', '2026-11-20T16:00')
    await aPromise('李素珍', 'lin', '查监控', '2026-11-20T17:00')
    await isAway('lin', '2026-11-20', '2026-11-20')
    await api.db
      .updateTable('promise')
      .set({ state: 'kept', settled_at: at('2026-11-20T15:00') })
      .where('id', '=', kept)
      .execute()
    const { returned } = await todayOf('lin')
    expect(returned.map(({ said }) => said.code)).toEqual(['return.open', 'return.kept'])
  })
})

describe('the rail', () => {
  test('counts for who keeps customers, and only hand-overs for a collaborator', async () => {
    const lin = (await api.as('lin')('GET /api/counts', {})).body
    expect(lin).toMatchObject({ customers: 3, promises: 3 })
    expect(lin.today).toBe((await todayOf('lin')).rows.length)
    expect((await api.as('line')('GET /api/counts', {})).body).toEqual({
      erased: [],
      today: null,
      owed: null,
      customers: null,
      promises: null,
      promisesDue: null,
      round: null,
      expectations: null,
      cases: null,
      retention: null,
      retentionDue: null,
      handOvers: 0,
      forms: null,
    })
  })
})
