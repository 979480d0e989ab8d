import { beforeAll, describe, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  for (const name of ['赵启明', '钱静', '孙立', '周扬', '吴岚']) await aCustomer(api, name, { manager: 'lin' })
})

const mark = (name: string, more: object = {}, code = 'lin') =>
  api.as(code)('PUT /api/losses/:id', {
    params: { id: idOf(`loss of ${name}`) },
    body: { customerId: idOf(name), way: 'ported', leftOn: '2026-11-20', ...more },
  })
const unmark = (name: string, code = 'lin') =>
  api.as(code)('DELETE /api/losses/:id', { params: { id: idOf(`loss of ${name}`) } })
const talk = (name: string, id: string, body: object, code = 'lin') =>
  api.as(code)('PUT /api/losses/:id/talks/:talkId', {
    params: { id: idOf(`loss of ${name}`), talkId: idOf(id) },
    body: { on: '2026-11-23', channel: 'call', ...body } as never,
  })
const lossOf = async (name: string) => {
  const { body } = await api.as('lin')('GET /api/customers/:id/losses', { params: { id: idOf(name) } })
  return body.rows[0]
}
const planned = async (name: string) =>
  (await api.as('lin')('GET /api/customers/:id/tasks', { params: { id: idOf(name) } })).body.tasks.map(
    ({ playbook, dueOn }) => `${playbook} ${dueOn}`,
  )
const reason = ({ error }: { error: { reasons?: readonly { code: string }[] } }) => error.reasons?.[0]?.code

describe('a customer marked as left', () => {
  test.each([
    ['xu', 404],
    ['train', 403],
    ['admin', 403],
    [null, 401],
  ] as const)('by %s, who may not, is %i', async (code, status) => {
    const reply = await api.as(code)('PUT /api/losses/:id', {
      params: { id: idOf('nobody’s loss') },
      body: { customerId: idOf('赵启明'), way: 'ported', leftOn: '2026-11-20' },
    })
    expect(reply.status).toBe(status)
  })

  test('gets a visit due on the tenth workday, once however often it is sent [R-16]', async () => {
    expect((await mark('赵启明')).body).toEqual({ dueOn: '2026-12-04' })
    expect((await mark('赵启明')).body).toEqual({ dueOn: '2026-12-04' })
    expect(await planned('赵启明')).toEqual(['win-back 2026-12-04'])
    expect((await mark('赵启明', {}, 'gu')).error.code).toBe('record.exists')
    const again = await api.as('lin')('PUT /api/losses/:id', {
      params: { id: idOf('second loss') },
      body: { customerId: idOf('赵启明'), way: 'closed', leftOn: '2026-11-21' },
    })
    expect(reason(again)).toBe('loss.gone')
    const { body } = await api.as('lin')('GET /api/customers/:id', { params: { id: idOf('赵启明') } })
    expect(body.leftOn).toBe('2026-11-20')
  })

  test('who wants no contact gets none, and the page says why [R-16]', async () => {
    const refused = { state: 'refused', until: null, source: '电话里说的' } as const
    await api.as('lin')('PUT /api/customers/:id/consents/:purpose', {
      params: { id: idOf('钱静'), purpose: 'any' },
      body: refused,
    })
    expect((await mark('钱静')).body).toEqual({ dueOn: null })
    expect(await planned('钱静')).toEqual([])
    expect(await lossOf('钱静')).toMatchObject({ next: { said: { code: 'winBack.noContact' }, taskId: null } })
  })

  test('by mistake never left, unless somebody was visited for it', async () => {
    await mark('孙立')
    expect((await unmark('孙立')).status).toBe(204)
    expect(await planned('孙立')).toEqual([])
    expect(await lossOf('孙立')).toBeUndefined()
    const { body } = await api.as('lin')('GET /api/customers/:id', { params: { id: idOf('孙立') } })
    expect(body.leftOn).toBeNull()
  })

  test('is asked nothing more on Today', async () => {
    const kinds = async () =>
      (await api.as('lin')('GET /api/today', {})).body.rows
        .filter(({ customerId }) => customerId === idOf('周扬'))
        .map(({ reasons }) => reasons.map(({ kind }) => kind))
    await mark('周扬')
    expect(await kinds()).toEqual([])
  })
})

describe('the visit', () => {
  test('stands on the timeline with its result; another day is planned as they said [R-16]', async () => {
    const later = { result: 'later', askAgainOn: '2027-03-01', words: '孩子上学稳定了再说' }
    expect((await talk('赵启明', 'talk 1', later)).body).toEqual({ dueOn: '2027-03-01' })
    expect(await planned('赵启明')).toEqual(['win-back 2027-03-01'])
    const { body } = await api.as('lin')('GET /api/customers/:id/touches', { params: { id: idOf('赵启明') } })
    expect(body.rows[0]).toMatchObject({
      said: '孩子上学稳定了再说',
      purpose: 'retention',
      returned: { result: 'later', askAgainOn: '2027-03-01' },
    })
    expect(reason(await unmark('赵启明'))).toBe('loss.talked')
  })

  test('taken back the same day leaves the first date standing', async () => {
    const forget = () =>
      api.as('lin')('DELETE /api/losses/:id/talks/:talkId', {
        params: { id: idOf('loss of 赵启明'), talkId: idOf('talk 1') },
      })
    expect((await forget()).status).toBe(204)
    expect(await planned('赵启明')).toEqual(['win-back 2026-12-04'])
    const { body } = await api.as('lin')('GET /api/customers/:id/touches', { params: { id: idOf('赵启明') } })
    expect(body.rows).toEqual([])
  })

  test('ends with a no; with a return they are an ordinary customer at once [R-22]', async () => {
    expect((await talk('赵启明', 'talk 2', { result: 'back' })).body).toEqual({ dueOn: null })
    const { body } = await api.as('lin')('GET /api/customers/:id', { params: { id: idOf('赵启明') } })
    expect(body.leftOn).toBeNull()
    expect(await planned('赵启明')).toEqual([])
    expect(reason(await talk('赵启明', 'talk 3', { result: 'no' }))).toBe('loss.notGone')
    await mark('吴岚')
    await talk('吴岚', 'talk 4', { result: 'no' })
    expect(await lossOf('吴岚')).toMatchObject({ next: { dueOn: null, said: { code: 'winBack.saidNo' } } })
  })
})

describe('the month-end look [R-15]', () => {
  test('lists what paid enough, for its manager and its lead, until each has a line', async () => {
    await api.db
      .updateTable('customer_loss')
      .set({ paid12_fen: 300_000 })
      .where('customer_id', '=', idOf('周扬'))
      .execute()
    const look = async (code: string) =>
      (await api.as(code)('GET /api/losses', { query: { month: '2026-11', open: 'true' } })).body
    expect((await look('gu')).rows.map(({ name }) => name)).toEqual(['周扬'])
    expect(await look('yan')).toMatchObject({ rows: [], missing: 0, small: 0 })
    const line = { reason: 'promise', line: '答应的回访拖了两周' } as const
    const written = await api.as('lin')('PUT /api/losses/:id/lines/:lineId', {
      params: { id: idOf('loss of 周扬'), lineId: idOf('line 1') },
      body: line,
    })
    expect(written.status).toBe(204)
    expect(await look('gu')).toMatchObject({
      rows: [],
      missing: 0,
      byReason: [{ reason: 'promise', customers: 1, paid12Fen: 300_000 }],
    })
    expect(await lossOf('周扬')).toMatchObject({ line: { ...line, by: '林晓岚' } })
  })
})
