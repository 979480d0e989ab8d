import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

/** A contact held where there was no network, heard of hours later. */
let api: TestApi
const HOUR = 3_600_000
const ago = (hours: number): Date => new Date(MONDAY_AT_TEN.getTime() - hours * HOUR)

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin' })
})

const aheadOf = async () => {
  const reply = await api.as('lin')('GET /api/customers/:id/contact-ahead', { params: { id: idOf('李素珍') } })
  expect(reply.status).toBe(200)
  return reply.body
}

type More = { startedAt?: Date; playbook?: string; agreedTime?: boolean }

const begin = async (id: string, { startedAt = ago(2), playbook, agreedTime = true }: More = {}) => {
  const { hash } = await aheadOf()
  return api.as('lin')('PUT /api/runs/:id', {
    params: { id },
    body: {
      customerId: idOf('李素珍'),
      direction: 'outbound',
      channel: 'visit',
      purpose: 'service',
      agreedTime,
      ahead: { startedAt: startedAt.toISOString(), readAt: ago(5).toISOString(), playbook: playbook ?? hash },
    },
  })
}

const runRow = (id: string) =>
  api.db
    .selectFrom('run')
    .select(['started_at', 'playbook_hash', 'finished_at'])
    .where('id', '=', id)
    .executeTakeFirst()

describe('a contact begun without a network', () => {
  let id = ''
  beforeEach(() => (id = freshId(MONDAY_AT_TEN)))

  test('is read ahead with all it takes to hold it; the number stays masked and nothing is begun', async () => {
    const before = await api.db.selectFrom('run').select('id').execute()
    const ahead = await aheadOf()
    expect(ahead).toMatchObject({ channel: 'visit', playbook: { id: 'visit' }, customer: { name: '李素珍' } })
    expect(ahead.facts).toHaveProperty('manager.name')
    expect(ahead.context).toMatchObject({ customerKind: 'person', skill: 'new' })
    expect(await api.db.selectFrom('run').select('id').execute()).toEqual(before)
  })

  test('stands at the time it was begun, with what happened in it at its own times, and is filed once', async () => {
    expect((await begin(id)).status).toBe(200)
    const events = [
      { type: 'purposesSet', purposes: ['contact'], at: ago(1.9) },
      { type: 'connected', at: ago(1.8) },
      { type: 'noted', text: '村里没信号，当面谈的', replaces: [], at: ago(1.5) },
      { type: 'finished', reason: '赶时间', at: ago(1) },
    ].map(({ at, ...happening }) => ({ id: freshId(MONDAY_AT_TEN), at: at.toISOString(), ...happening }))
    const post = () =>
      api.as('lin')('POST /api/runs/:id/events', {
        params: { id },
        body: { events: events as unknown as WrittenEvent[] },
      })
    expect((await post()).body).toMatchObject({ refused: [], filed: { touches: 1 } })
    expect((await post()).body).toMatchObject({ refused: [], filed: null })
    expect((await begin(id)).status).toBe(200)
    expect(await runRow(id)).toMatchObject({ started_at: ago(2), finished_at: ago(1) })
    expect(await api.db.selectFrom('touch').select('at').where('id', '=', id).execute()).toHaveLength(1)
  })

  test('never begins in the future, whatever the device’s clock says', async () => {
    await begin(id, { startedAt: new Date(MONDAY_AT_TEN.getTime() + 9 * HOUR) })
    const begun = (await runRow(id))?.started_at.getTime() ?? 0
    expect(begun - MONDAY_AT_TEN.getTime()).toBeLessThan(HOUR)
  })

  test('tells who else was with the customer since it was read ahead', async () => {
    const other = await api.as('gu')('PUT /api/runs/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: { customerId: idOf('李素珍'), direction: 'inbound' },
    })
    expect(other.status).toBe(200)
    const { meanwhile } = (await begin(id)).body
    expect(meanwhile).toHaveLength(1)
    const online = await api.as('lin')('PUT /api/runs/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: { customerId: idOf('李素珍'), direction: 'inbound' },
    })
    expect(online.body).not.toHaveProperty('meanwhile')
  })

  test('cites a definition that is known, or is refused with the reason', async () => {
    const refused = await begin(id, { playbook: '0'.repeat(64) })
    expect([refused.status, refused.error.code]).toEqual([422, 'rule.refused'])
    expect(await runRow(id)).toBeUndefined()
  })

  test('is asked of the gate for the time it was begun', async () => {
    const atNight = new Date(MONDAY_AT_TEN.getTime() - 12 * HOUR)
    const refused = await begin(id, { startedAt: atNight, agreedTime: false })
    expect([refused.status, refused.error.code]).toEqual([422, 'rule.refused'])
    expect((await begin(id, { startedAt: atNight, agreedTime: true })).status).toBe(200)
  })
})
