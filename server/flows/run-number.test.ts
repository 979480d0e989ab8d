import { beforeAll, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', phone: '13000126027' })
  const customerId = idOf('李素珍')
  await api.as('lin')('PUT /api/customers/:id/members/:partId', {
    params: { id: customerId, partId: freshId(MONDAY_AT_TEN) },
    body: { baseVersion: null, fields: { kind: 'mobile', number: '13000139927', userName: '儿子' } },
  })
})

const started = async (code: string, more: Record<string, unknown>): Promise<string> => {
  const id = freshId(MONDAY_AT_TEN)
  const body = { customerId: idOf('李素珍'), direction: 'inbound' as const, ...more }
  const { status } = await api.as(code)('PUT /api/runs/:id', { params: { id }, body })
  expect(status).toBe(200)
  return id
}

const seen = async (code: string, id: string) => {
  const { body } = await api.as(code)('GET /api/runs/:id', { params: { id } })
  return [body.phone, body.revealed]
}

const append = (code: string, id: string, type: 'finished' | 'reopened') => {
  const event = { id: freshId(MONDAY_AT_TEN), at: MONDAY_AT_TEN.toISOString(), type, reason: '补一句' }
  return api.as(code)('POST /api/runs/:id/events', {
    params: { id },
    body: { events: [event as unknown as WrittenEvent] },
  })
}

const auditOf = (id: string) =>
  api.db
    .selectFrom('audit_event')
    .select('params')
    .where('action', '=', 'contact.started')
    .where('entity_id', '=', id)
    .executeTakeFirstOrThrow()

describe('the number of a contact [P-29]', () => {
  test('a call that comes in shows the number that rang, no other of the customer, and says so in the audit', async () => {
    const id = await started('desk', { numberTail: '9927' })
    expect(await seen('desk', id)).toEqual(['13000139927', true])
    expect((await auditOf(id)).params).toMatchObject({ numberRevealed: true, number: '130 **** 9927' })
  })

  test('a tail that is none of theirs shows nothing, and the audit says that nothing was shown', async () => {
    const id = await started('desk', { numberTail: '0000' })
    expect(await seen('desk', id)).toEqual([null, false])
    expect((await auditOf(id)).params).toMatchObject({ numberRevealed: false, number: null })
  })

  test('who only looks at the contact sees it masked, also with the right to see numbers', async () => {
    const id = await started('desk', { numberTail: '6027' })
    expect(await seen('lin', id)).toEqual(['130 **** 6027', false])
  })

  test('filed it is masked, and opening it again does not bring it back', async () => {
    const id = await started('desk', { numberTail: '6027' })
    await append('desk', id, 'finished')
    expect(await seen('desk', id)).toEqual(['130 **** 6027', false])
    await append('desk', id, 'reopened')
    expect(await seen('desk', id)).toEqual(['130 **** 6027', false])
  })
})
