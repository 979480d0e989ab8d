import { beforeAll, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import type { Captured, Happening } from '#domain/playbook/event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', phone: '13000126027' })
})

const happened = async (id: string, ...happenings: Happening[]): Promise<void> => {
  const events = happenings.map((happening, second) => ({
    id: freshId(MONDAY_AT_TEN),
    at: new Date(MONDAY_AT_TEN.getTime() - 60_000 + second * 1000).toISOString(),
    ...happening,
  })) as unknown as WrittenEvent[]
  const { body } = await api.as('lin')('POST /api/runs/:id/events', { params: { id }, body: { events } })
  expect(body.refused).toEqual([])
}

const captured = (content: Captured, capture = freshId(MONDAY_AT_TEN)): Happening => ({
  type: 'captured',
  capture,
  content,
})

test('the log of contacts tells what was written down in each, kind by kind, without what was taken back [P-10]', async () => {
  const params = { id: freshId(MONDAY_AT_TEN) }
  const body = { customerId: idOf('李素珍'), direction: 'outbound' as const, purpose: 'service' as const }
  await api.as('lin')('PUT /api/runs/:id', { params, body })
  const mistaken = freshId(MONDAY_AT_TEN)
  const wish = { sort: 'factual' as const, answer: null, offer: '', acknowledged: false }
  await happened(
    params.id,
    { type: 'connected' },
    { type: 'noted', text: '儿子去外地上学', replaces: [] },
    captured({ kind: 'need', text: '低月租副卡' }),
    captured({ kind: 'need', text: '记错的' }, mistaken),
    captured({ kind: 'expectation', text: '别再转来转去', ...wish }),
    captured({ kind: 'promise', what: '发漫游明细', dueDay: '2026-11-25', dueTime: '18:00' }),
    { type: 'captureRemoved', capture: mistaken },
    { type: 'finished', reason: '客户赶时间' },
  )
  const log = await api.as('lin')('GET /api/customers/:id/touches', { params: { id: idOf('李素珍') }, query: {} })
  expect(log.body.rows[0]).toMatchObject({
    note: '儿子去外地上学',
    captures: {
      needs: ['低月租副卡'],
      expectations: ['别再转来转去'],
      promises: [{ what: '发漫游明细', dueDay: '2026-11-25', dueTime: '18:00' }],
    },
  })
})
