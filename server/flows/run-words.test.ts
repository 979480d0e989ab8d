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

const started = async (): Promise<string> => {
  const id = freshId(MONDAY_AT_TEN)
  const body = { customerId: idOf('李素珍'), direction: 'outbound' as const, purpose: 'service' as const }
  expect((await api.as('lin')('PUT /api/runs/:id', { params: { id }, body })).status).toBe(200)
  return id
}

const happened = async (id: string, ...happenings: Happening[]): Promise<void> => {
  const events = happenings.map((happening, second) => ({
    id: freshId(MONDAY_AT_TEN),
    at: new Date(MONDAY_AT_TEN.getTime() - 60_000 + second * 1000).toISOString(),
    ...happening,
  })) as unknown as WrittenEvent[]
  const { body } = await api.as('lin')('POST /api/runs/:id/events', { params: { id }, body: { events } })
  expect(body.refused).toEqual([])
}

const captured = (content: Captured): Happening => ({ type: 'captured', capture: freshId(MONDAY_AT_TEN), content })

const promised = (what: string, dueDay: string): Happening => captured({ kind: 'promise', what, dueDay, dueTime: null })

const runOf = async (id: string) => (await api.as('lin')('GET /api/runs/:id', { params: { id } })).body

test('what a contact leaves behind is nothing to come back to within it; later it is, when due and to their face', async () => {
  const first = await started()
  const wish = { sort: 'factual' as const, answer: null, offer: '', acknowledged: false }
  await happened(
    first,
    { type: 'connected' },
    promised('回电告诉她退费结果', '2026-11-27'),
    captured({ kind: 'expectation', text: '别再转来转去', ...wish }),
    { type: 'finished', reason: '客户赶时间' },
  )
  const filed = await runOf(first)
  expect(Object.keys(filed.facts).filter((key) => /Promise|lastTouch/.test(key))).toEqual([])
  expect([filed.contacts, filed.expectations]).toEqual([0, 0])

  const second = await runOf(await started())
  expect(second.facts).toMatchObject({
    'openPromise.what': '回电告诉您退费结果',
    'openPromise.by': { zh: '11月27日前', en: 'by 27 November' },
  })
  expect(second.facts['duePromise.what']).toBeUndefined()
  expect([second.contacts, second.expectations]).toEqual([1, 1])
})

test('a promise due today is said as of today', async () => {
  const before = await started()
  await happened(before, { type: 'connected' }, promised('寄合同', '2026-11-23'), {
    type: 'finished',
    reason: '客户赶时间',
  })
  expect((await runOf(await started())).facts).toMatchObject({
    'duePromise.what': '寄合同',
    'duePromise.by': { zh: '今天之内', en: 'by the end of today' },
  })
})
