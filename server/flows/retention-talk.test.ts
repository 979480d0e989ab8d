import { beforeAll, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import { freshId } from '#server/db/id.ts'
import { loadOffers } from '#server/retention/load-offers.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await loadOffers(api.db, 'content', MONDAY_AT_TEN)
  for (const name of ['卓有单', '卓无单', '卓没接', '卓提过', '卓说不', '卓已定', '卓听见'])
    await aCustomer(api, name, { manager: 'lin' })
})

let second = 0
const tried = async (run: string, ...happenings: object[]) => {
  const events = happenings.map((each) => {
    second += 1
    const at = new Date(MONDAY_AT_TEN.getTime() - 600_000 + second * 1000).toISOString()
    return { id: freshId(MONDAY_AT_TEN), at, ...each } as unknown as WrittenEvent
  })
  const answer = await api.as('lin')('POST /api/runs/:id/events', { params: { id: run }, body: { events } })
  return answer.body
}
const append = async (run: string, ...happenings: object[]) => {
  const body = await tried(run, ...happenings)
  expect(body.refused).toEqual([])
  return body.accepted
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

const offer = (what: string, answer: 'accepted' | 'declined', key?: string) => ({
  type: 'offerMade',
  offer: { what, answer, ...(key ? { key } : {}) },
})
const onTheList = async () => {
  const { rows } = (await api.as('lin')('GET /api/offers', {})).body
  const free = rows.filter(({ kinds, addsTermMonths }) => kinds.includes('person') && addsTermMonths === 0)
  const given = free.find(({ costFen }) => costFen > 0 && costFen <= 30_000) ?? expect.fail('nothing to give')
  return { given, dear: free.find(({ costFen }) => costFen > 30_000) ?? expect.fail('nothing dear') }
}

describe('what is offered in a talk', () => {
  test('stands on the case with its answer, spends one’s own limit, and the no starts the same rest [R-08][R-09][P-30]', async () => {
    await open('卓提过')
    const { given } = await onTheList()
    const { run } = await begin('卓提过')
    const said = [offer(given.name.zh, 'accepted', given.key), offer('每月上门看一次', 'declined')]
    const [, , no] = await append(run, { type: 'connected' }, ...said, { type: 'finished', reason: '客户赶时间' })
    const shown = await show('卓提过')
    expect(shown).toMatchObject({
      offerings: [
        { offer: { key: given.key, costFen: given.costFen }, standing: 'accepted', madeBy: '林晓岚', lineOwed: true },
        { offer: { key: null, name: { zh: '每月上门看一次' }, way: null }, standing: 'declined', lineOwed: false },
      ],
      guard: { left: 1, against: [{ code: 'guard.restAfterNo' }] },
    })
    expect((await begin('卓提过')).refused).toEqual(['guard.restAfterNo'])
    const spent = await api.db
      .selectFrom('retention_offering')
      .select(['offer_key', 'cost_fen'])
      .where('case_id', '=', caseOf('卓提过'))
      .execute()
    expect(spent).toEqual([{ offer_key: given.key, cost_fen: given.costFen }])

    await append(run, { type: 'reopened', reason: '记错了' }, { type: 'offerTakenBack', offer: no?.id })
    await append(run, { type: 'finished', reason: '客户赶时间' })
    const after = await show('卓提过')
    expect(after.offerings).toMatchObject([{ standing: 'accepted' }])
    expect(after.guard).toMatchObject({ left: 1, against: [] })
    expect(after.story.at(-1)).toMatchObject({ type: 'toldTakenBack' })
    await append(run, { type: 'noted', text: '过后补一句', replaces: [] })
    expect((await show('卓提过')).story).toHaveLength(after.story.length)
  })

  test('a no starts the rest without a case too, until it is taken back [R-09]', async () => {
    const { run } = await begin('卓说不')
    const [, no] = await append(run, { type: 'connected' }, offer('便宜十块', 'declined'), talked[1] ?? {})
    expect((await begin('卓说不')).refused).toEqual(['guard.restAfterNo'])
    await append(
      run,
      { type: 'reopened', reason: '记错了' },
      { type: 'offerTakenBack', offer: no?.id },
      talked[1] ?? {},
    )
    expect((await begin('卓说不')).refused).toEqual([])
  })

  test('is looked at by the law as any words are, and the try is on record [R-09][R-22]', async () => {
    const { run } = await begin('卓听见')
    await append(run, { type: 'connected' })
    const [refused] = (await tried(run, offer('只有要转网的客户才有的半价，比联通便宜', 'accepted'))).refused
    expect(refused?.reason.code).toBe('wording.unlawful')
    expect(refused?.reason.params).toMatchObject({ zh: expect.stringContaining('第 9 条'), en: expect.any(String) })
    const kept = await api.db
      .selectFrom('audit_event')
      .select('params')
      .where('action', '=', 'guard.stopped')
      .where('customer_id', '=', idOf('卓听见'))
      .execute()
    expect(kept).toMatchObject([{ params: { what: 'retention-talk' } }])
    await append(run, offer('每月上门看一次', 'declined'))
  })

  test('asks limits, list and guard as the case does [R-09][P-30]', async () => {
    await open('卓已定')
    const { given, dear } = await onTheList()
    const { run } = await begin('卓已定')
    await append(run, { type: 'connected' })
    const refused = async (one: object) => (await tried(run, one)).refused.map(({ reason }) => reason.code)
    expect(await refused(offer('大礼包', 'accepted', dear.key))).toEqual(['offer.onCase'])
    expect(await refused(offer('没有的', 'accepted', 'no-such-offer'))).toEqual(['offer.unknown'])
    const happens = async (wish: object) => {
      const body = { id: freshId(MONDAY_AT_TEN), wish } as never
      const answer = await api.as('lin')('POST /api/retention/:id/events', { params: { id: caseOf('卓已定') }, body })
      expect(answer.status).toBe(200)
    }
    await happens({ type: 'wayOutAsked' })
    expect(await refused(offer(given.name.zh, 'accepted', given.key))).toEqual(['offer.wayOutFirst'])
    await happens({ type: 'wayOutShown', how: 'said' })
    await happens({ type: 'leaveRequested', on: '2026-11-23' })
    expect(await refused(offer('再便宜点', 'declined'))).toEqual(['offer.settled'])
  })
})
