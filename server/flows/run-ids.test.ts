import { beforeAll, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { derivedId } from './filed.ts'

/** A run files under ids made from its own; what stands under one of them already belongs to somebody. */
let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin' })
  await aCustomer(api, '陈国栋', { manager: 'xu' })
})

const body = {
  channel: 'visit',
  direction: 'active',
  purpose: 'care',
  outcome: null,
  minutes: 20,
  said: '想换套餐',
  note: '下周再来',
  personId: null,
} as const

const record = (code: string, name: string, touchId: string) =>
  api.as(code)('PUT /api/customers/:id/touches/:touchId', { params: { id: idOf(name), touchId }, body })

const start = (code: string, name: string, id: string, more: Record<string, unknown> = {}) =>
  api.as(code)('PUT /api/runs/:id', {
    params: { id },
    body: { customerId: idOf(name), direction: 'inbound', purpose: 'service', ...more },
  })

const finish = (code: string, id: string) => {
  const events = [
    { type: 'connected' },
    { type: 'noted', text: '写在上面', replaces: [] },
    { type: 'finished', reason: '赶时间' },
  ].map((happening) => ({ id: freshId(MONDAY_AT_TEN), at: MONDAY_AT_TEN.toISOString(), ...happening }))
  return api.as(code)('POST /api/runs/:id/events', {
    params: { id },
    body: { events: events as unknown as WrittenEvent[] },
  })
}

const touchAt = (id: string) =>
  api.db.selectFrom('touch').select(['customer_id', 'said', 'note', 'minutes']).where('id', '=', id).execute()

describe('a run', () => {
  test('does not begin under the id of a touch somebody recorded, and leaves that touch as it is', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await record('xu', '陈国栋', id)
    const before = await touchAt(id)
    const started = await start('lin', '李素珍', id)
    await finish('lin', id)
    expect(await touchAt(id)).toEqual(before)
    expect([started.status, started.error.code]).toEqual([409, 'record.exists'])
  })

  test('keeps its id for the touch it will file', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await start('lin', '李素珍', id)
    expect((await record('xu', '陈国栋', id)).status).toBe(409)
    expect((await finish('lin', id)).body.filed?.touches).toBe(1)
    expect(await touchAt(id)).toMatchObject([{ customer_id: idOf('李素珍'), note: '写在上面' }])
  })

  test('and a touch written under one id at once: one of them stands, and what stands can be filed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = freshId(MONDAY_AT_TEN)
      const [run, touch] = await Promise.all([start('lin', '李素珍', id), record('lin', '李素珍', id)])
      expect([run.status, touch.status].toSorted((a, b) => a - b)).toEqual([200, 409])
      if (run.status === 200) expect((await finish('lin', id)).status).toBe(200)
    }
  })

  test('does not file over a touch that came between', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await start('lin', '李素珍', id)
    const held = {
      branch_id: 1,
      id,
      customer_id: idOf('陈国栋'),
      staff_id: idOf('xu'),
      reached: true,
      note: '下周再来',
    }
    const kind = { channel: 'visit', direction: 'active', purpose: 'care', at: MONDAY_AT_TEN } as const
    await api.db
      .insertInto('touch')
      .values({ ...held, ...kind })
      .execute()
    expect((await finish('lin', id)).status).toBe(409)
    expect(await touchAt(id)).toMatchObject([{ customer_id: idOf('陈国栋'), note: '下周再来' }])
  })

  test('decides nothing over another’s decision', async () => {
    const id = freshId(MONDAY_AT_TEN)
    const decision = { customer_id: idOf('陈国栋'), staff_id: idOf('xu'), decision: 'snoozed', reason: 'busy' } as const
    await api.db
      .insertInto('worklist_decision')
      .values({ branch_id: 1, id: derivedId(id, 'decision'), keys: [], at: MONDAY_AT_TEN, note: '', ...decision })
      .execute()
    await start('lin', '李素珍', id, { occasions: [{ kind: 'risk', recordId: 'x/2026-11' }] })
    expect((await finish('lin', id)).status).toBe(200)
    expect(await api.db.selectFrom('worklist_decision').selectAll().execute()).toMatchObject([decision])
  })
})
