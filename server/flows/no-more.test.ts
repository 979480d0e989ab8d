import { beforeAll, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import type { NoMore } from '#domain/playbook/event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const id = idOf('裴免扰')
const birthday = { kind: 'birthday', recordId: `${id}/2026-11-24` }

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '裴免扰', { manager: 'lin', phone: '13000126051' })
})

let second = 0
const append = async (run: string, ...happenings: object[]) => {
  const events = happenings.map((each) => {
    second += 1
    const at = new Date(MONDAY_AT_TEN.getTime() - 60_000 + second).toISOString()
    return { id: freshId(MONDAY_AT_TEN), at, ...each } as unknown as WrittenEvent
  })
  return (await api.as('lin')('POST /api/runs/:id/events', { params: { id: run }, body: { events } })).body
}

const start = (purpose: 'care' | 'sales' = 'care') => {
  const run = freshId(MONDAY_AT_TEN)
  const body = { customerId: id, direction: 'outbound' as const, purpose, agreedTime: true, occasions: [birthday] }
  return api
    .as('lin')('PUT /api/runs/:id', { params: { id: run }, body: { ...body, playbook: 'care-call' } })
    .then((answer) => ({ run, answer }))
}

const consents = async () =>
  (await api.as('lin')('GET /api/customers/:id/file', { params: { id } })).body.consents.map(
    ({ purpose, state, until }) => `${purpose} ${state} ${until}`,
  )

const putAside = async () =>
  (
    await api.db
      .selectFrom('worklist_decision')
      .select('keys')
      .where('branch_id', '=', 1)
      .where('customer_id', '=', id)
      .where('decision', '=', 'snoozed')
      .where('until', '>', MONDAY_AT_TEN)
      .where('undone_at', 'is', null)
      .execute()
  ).flatMap(({ keys }) => keys)

const say = (state: 'given' | 'refused' | null) =>
  api.as('lin')('PUT /api/customers/:id/consents/:purpose', {
    params: { id, purpose: 'care' },
    body: { state, until: null, source: '上门时说的' },
  })

const aYear: NoMore = { until: '2027-11-23', source: '通话里说的' }

describe('a customer who wants no more such calls [R-30]', () => {
  test('is left in peace from the filing on; taken back, what stood before stands again', async () => {
    await say('given')
    const { run } = await start()
    const filed = await append(
      run,
      { type: 'missed', outcome: 'refused', retryAt: null },
      { type: 'noMoreSet', noMore: aYear },
      { type: 'finished', reason: '' },
    )
    expect(filed.refused).toEqual([])
    expect(await consents()).toEqual(['care refused 2027-11-23'])
    expect(await putAside()).toEqual([`birthday:${birthday.recordId}`])
    const held = await start()
    expect([held.answer.status, held.answer.error.reasons?.map(({ code }) => code)]).toEqual([422, ['gate.refused']])

    await append(
      run,
      { type: 'reopened', reason: '听错了' },
      { type: 'noMoreSet', noMore: null },
      { type: 'finished', reason: '' },
    )
    expect(await consents()).toEqual(['care given null'])
    expect(await putAside()).toEqual([])
    expect((await start()).answer.status).toBe(200)
  })

  test('is proposed again the same day once they agree', async () => {
    const { run } = await start()
    await append(
      run,
      { type: 'missed', outcome: 'refused', retryAt: null },
      { type: 'noMoreSet', noMore: { ...aYear, until: null } },
      { type: 'finished', reason: '' },
    )
    expect([await consents(), await putAside()]).toEqual([['care refused null'], [`birthday:${birthday.recordId}`]])
    await say('given')
    expect(await putAside()).toEqual([])
    expect((await start()).answer.status).toBe(200)
    await append(run, { type: 'reopened', reason: '补一句' }, { type: 'finished', reason: '' })
    expect(await consents()).toEqual(['care given null'])
  })
})
