import { beforeAll, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  for (const name of ['卓有单', '卓无单', '卓没接']) await aCustomer(api, name, { manager: 'lin' })
})

let second = 0
const append = async (run: string, ...happenings: object[]) => {
  const events = happenings.map((each) => {
    second += 1
    const at = new Date(MONDAY_AT_TEN.getTime() - 600_000 + second * 1000).toISOString()
    return { id: freshId(MONDAY_AT_TEN), at, ...each } as unknown as WrittenEvent
  })
  const answer = await api.as('lin')('POST /api/runs/:id/events', { params: { id: run }, body: { events } })
  expect(answer.body.refused).toEqual([])
}

const begin = async (name: string, playbook = 'retention-talk', run = freshId(MONDAY_AT_TEN)) => {
  const body = { customerId: idOf(name), direction: 'outbound' as const, agreedTime: true, playbook }
  const answer = await api.as('lin')('PUT /api/runs/:id', { params: { id: run }, body })
  return { run, refused: answer.status === 200 ? [] : answer.error.reasons?.map(({ code }) => code) }
}

const caseOf = (name: string) => idOf(`case of ${name}`)
const open = (name: string) =>
  api.as('lin')('PUT /api/retention/:id', {
    params: { id: caseOf(name) },
    body: { customerId: idOf(name), from: 'customer', words: '问怎么转网' },
  })
const show = async (name: string) =>
  (await api.as('lin')('GET /api/retention/:id', { params: { id: caseOf(name) } })).body

const hope = {
  type: 'captured',
  capture: freshId(MONDAY_AT_TEN),
  content: { kind: 'expectation', text: '每月少三十', sort: 'factual', answer: null, offer: '', acknowledged: false },
}
const talked = [{ type: 'connected' }, { type: 'finished', reason: '客户赶时间' }]

describe('a talk to keep a customer', () => {
  test('stands in the retention case once filed, with what they hoped for; filed again it stands once [R-05][R-14]', async () => {
    await open('卓有单')
    const { run } = await begin('卓有单')
    await append(run, { type: 'connected' }, hope, { type: 'finished', reason: '客户赶时间' })
    await append(run, { type: 'noted', text: '过后补一句', replaces: [] })
    expect(await show('卓有单')).toMatchObject({
      talks: [{ direction: 'outbound', reached: true, about: 'staying', by: '林晓岚' }],
      expectations: [{ what: '每月少三十', taken: true }],
      guard: { left: 1 },
      reached: true,
    })
  })

  test('is not begun a third time, with a case or without one, and the try is kept; help is never refused [R-09]', async () => {
    for (const name of ['卓有单', '卓无单', '卓无单']) {
      const { run, refused } = await begin(name)
      expect(refused).toEqual([])
      await append(run, ...talked)
    }
    for (const name of ['卓有单', '卓无单']) expect((await begin(name)).refused).toEqual(['guard.attemptsUsed'])
    expect((await show('卓有单')).guard).toMatchObject({ left: 0 })
    expect((await begin('卓无单', 'service-cycle')).refused).toEqual([])
    const kept = await api.db
      .selectFrom('audit_event')
      .select('params')
      .where('action', '=', 'retention.refused')
      .where('customer_id', '=', idOf('卓无单'))
      .execute()
    expect(kept.map(({ params }) => params)).toEqual([{ tried: 'started', because: 'guard.attemptsUsed' }])
  })

  test('that reached nobody is told too, and uses up nothing', async () => {
    await open('卓没接')
    const { run } = await begin('卓没接')
    await append(run, { type: 'missed', outcome: 'noAnswer', retryAt: null }, { type: 'finished', reason: '' })
    expect(await show('卓没接')).toMatchObject({ talks: [{ reached: false }], guard: { left: 2 }, reached: false })
  })
})
