import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, type TestApi, testApi } from '#test/api.ts'

let api: TestApi
const asked = freshId(MONDAY_AT_TEN)
const question = {
  toId: idOf('line'),
  what: '两条专线的割接时间表，避开夜班',
  dueAt: '2026-11-23T06:00:00.000Z',
  customerId: idOf('衡川'),
}

const ask = (who: string, id: string, body: object = question) =>
  api.as(who)('PUT /api/handovers/:id', { params: { id }, body: body as never })

const move = (who: string, body: { move: 'accept' | 'answer' | 'decline' | 'withdraw'; text?: string }) =>
  api.as(who)('POST /api/handovers/:id/moves', { params: { id: asked }, body })

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '衡川', { kind: 'group', manager: 'lin', phone: '13000271108' })
})

describe('asking a light collaborator', () => {
  test.each([
    ['xu', 404],
    ['train', 403],
    ['admin', 403],
    ['line', 403],
    [null, 401],
  ] as const)('%s, who may not see the customer or ask, gets %i', async (who, status) => {
    const reply = await api.as(who)('PUT /api/handovers/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: question,
    })
    expect(reply.status).toBe(status)
  })

  test('is one asking however often it is sent, and another’s id is refused', async () => {
    expect((await ask('lin', asked)).status).toBe(200)
    expect((await ask('lin', asked)).status).toBe(200)
    expect((await ask('gu', asked, { ...question, customerId: null })).status).toBe(409)
    for (const other of [{ what: '改问账单' }, { toId: idOf('han') }, { dueAt: '2026-11-24T06:00:00.000Z' }])
      expect((await ask('lin', asked, { ...question, ...other })).error.code).toBe('record.exists')
  })

  test('shows the question and no dossier: no customer, no number [P-07]', async () => {
    const { body } = await api.as('line')('GET /api/handovers', {})
    expect(body.toMe).toMatchObject([{ id: asked, what: question.what, state: 'asked', customer: null }])
    expect(JSON.stringify(body)).not.toMatch(/衡川|13000271108/)
    expect((await api.as('line')('GET /api/customers/:id', { params: { id: question.customerId } })).status).toBe(403)
  })

  test('is answered in words, which the asker reads with the customer', async () => {
    expect((await move('han', { move: 'answer', text: '好' })).status).toBe(404)
    expect((await move('lin', { move: 'accept' })).error.reasons).toMatchObject([{ code: 'handOver.notYours' }])
    expect((await move('line', { move: 'accept' })).body).toEqual({ state: 'accepted' })
    expect((await move('line', { move: 'answer' })).error.reasons).toMatchObject([{ code: 'handOver.noAnswer' }])
    expect((await move('line', { move: 'answer', text: '周日 06:00 断第一条' })).body).toEqual({ state: 'answered' })
    expect((await move('line', { move: 'decline', text: '不办了' })).status).toBe(422)
    const { body } = await api.as('lin')('GET /api/handovers', {})
    expect(body.fromMe).toMatchObject([
      { state: 'answered', answer: '周日 06:00 断第一条', customer: { name: '衡川' } },
    ])
  })
})
