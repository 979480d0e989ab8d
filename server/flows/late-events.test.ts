import { beforeAll, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { isId } from '#domain/kernel/id.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

/** Clocks of devices are wrong, and some are set wrong on purpose: what stands in the ledgers does not hang on them. */
let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han' })
})

const LONG_AGO = '2026-11-20T00:00:00.000Z'
const params = { id: idOf('李素珍') }

const start = async (): Promise<string> => {
  const id = freshId(MONDAY_AT_TEN)
  const body = { customerId: params.id, direction: 'inbound' as const, purpose: 'service' as const }
  expect((await api.as('lin')('PUT /api/runs/:id', { params: { id }, body })).status).toBe(200)
  return id
}

const append = async (code: string, runId: string, at: string, ...happenings: Happening[]) => {
  const events = happenings.map((happening) => ({ id: freshId(MONDAY_AT_TEN), at, ...happening }))
  const body = { events: events as unknown as WrittenEvent[] }
  return api.as(code)('POST /api/runs/:id/events', { params: { id: runId }, body })
}

const promised = (capture: string, what: string): Happening => ({
  type: 'captured',
  capture,
  content: { kind: 'promise', what, dueDay: '2026-11-25', dueTime: null },
})

const now = MONDAY_AT_TEN.toISOString()
const filing: Happening = { type: 'finished', reason: '客户赶时间' }

const promises = async () => (await api.as('lin')('GET /api/customers/:id/promises', { params })).body.rows

const auditsOf = (id: string) =>
  api.db.selectFrom('audit_event').select(['id', 'action', 'at']).where('entity_id', '=', id).execute()

describe('a filed contact', () => {
  test('keeps a promise a colleague tries to take back with a date of their own', async () => {
    const [run, promise] = [await start(), freshId(MONDAY_AT_TEN)]
    expect((await append('lin', run, now, promised(promise, '发漫游明细'), filing)).body.filed?.promises).toBe(1)
    const taken = await append('han', run, LONG_AGO, { type: 'captureRemoved', capture: promise })
    expect(taken.body.refused.map(({ reason }) => reason.code)).toEqual(['run.finished'])
    expect((await promises()).map(({ id }) => id)).toContain(promise)
    const words = await append('han', run, LONG_AGO, { type: 'noted', text: '补一句', replaces: [] })
    expect(words.body.accepted).toHaveLength(1)
  })

  test('takes in no empty promise, however late it says it is', async () => {
    const run = await start()
    await append('lin', run, now, filing)
    const empty = await append('lin', run, LONG_AGO, promised(freshId(MONDAY_AT_TEN), ' '))
    expect(empty.body.refused.map(({ reason }) => reason.code)).toEqual(['capture.empty'])
  })

  test('reopened with a reason lets a promise go, and the audit says so', async () => {
    const [run, promise] = [await start(), freshId(MONDAY_AT_TEN)]
    await append('lin', run, now, promised(promise, '送发票'), filing)
    await append('lin', run, now, { type: 'reopened', reason: '记错了人' })
    await append('lin', run, now, { type: 'captureRemoved', capture: promise }, filing)
    expect((await promises()).map(({ id }) => id)).not.toContain(promise)
    expect((await auditsOf(promise)).map(({ action }) => action)).toEqual(['promise.made', 'promise.removed'])
  })
})

describe('a device whose clock stands in another century', () => {
  test('files its contact; what was said counts from its start', async () => {
    const [run, promise, wish] = [await start(), freshId(MONDAY_AT_TEN), freshId(MONDAY_AT_TEN)]
    const heard: Happening = {
      type: 'captured',
      capture: wish,
      content: {
        kind: 'expectation',
        text: '少打电话',
        sort: 'factual',
        answer: null,
        offer: '',
        acknowledged: false,
      },
    }
    const serviceCase: Happening = { type: 'caseSet', serviceCase: { kind: 'request', what: '补开发票' } }
    await append('lin', run, '1960-05-05T00:00:00.000Z', promised(promise, '发漫游明细'), heard, serviceCase)
    const filed = await append('lin', run, '1961-05-05T00:00:00.000Z', filing)
    expect([filed.status, filed.body.filed?.promises, filed.body.filed?.cases]).toEqual([200, 1, 1])
    const { started_at, finished_at } = await api.db
      .selectFrom('run')
      .select(['started_at', 'finished_at'])
      .where('id', '=', run)
      .executeTakeFirstOrThrow()
    expect(finished_at).toEqual(started_at)
    expect((await promises()).find(({ id }) => id === promise)?.madeAt).toBe(started_at.toISOString())
    const [made] = await auditsOf(promise)
    expect([made && isId(made.id), made && made.at >= started_at]).toEqual([true, true])
  })

  test('does not keep a contact from being filed that already holds such a moment', async () => {
    const [run, promise] = [await start(), freshId(MONDAY_AT_TEN)]
    await append('lin', run, now, promised(promise, '回电'))
    await api.db
      .updateTable('run_event')
      .set({ at: new Date('1960-05-05') })
      .where('run_id', '=', run)
      .where('kind', '=', 'captured')
      .execute()
    expect((await append('lin', run, now, filing)).body.filed?.promises).toBe(1)
  })
})
