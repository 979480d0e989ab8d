import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { loadOffers } from './load-offers.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await loadOffers(api.db, 'content', MONDAY_AT_TEN)
  for (const name of ['李素珍', '陈国栋', '方敏', '宋佳', '葛平', '何芳', '贺兰', '高远', '罗成'])
    await aCustomer(api, name, { manager: 'lin' })
  await aCustomer(api, '石磊', { manager: 'xu' })
})

type Wish = Request<Contract['POST /api/retention/:id/events']>['body']['wish']

const caseOf = (name: string): string => idOf(`case of ${name}`)

const open = (name: string, from: 'model' | 'colleague' | 'customer' = 'customer', code = 'lin') =>
  api.as(code)('PUT /api/retention/:id', {
    params: { id: caseOf(name) },
    body: { customerId: idOf(name), from, words: '问怎么转网' },
  })

const add = (name: string, wish: Wish, code = 'lin', id = freshId(MONDAY_AT_TEN)) =>
  api.as(code)('POST /api/retention/:id/events', { params: { id: caseOf(name) }, body: { id, wish } })

const show = async (name: string, code = 'lin') =>
  (await api.as(code)('GET /api/retention/:id', { params: { id: caseOf(name) } })).body

const codesOf = (answer: Awaited<ReturnType<typeof add>>) =>
  answer.status === 200 ? 200 : (answer.error.reasons?.map(({ code }) => code) ?? answer.error.code)

const talk: Wish = { type: 'talked', direction: 'outbound', reached: true, about: 'staying' }
const dear: Wish = { type: 'reasonsNoted', reasons: [{ reason: 'price', voice: 'customer', words: '每个月太贵' }] }
const offered = (offer: string, offering: string): Wish => ({ type: 'offered', offering, offer, termAgreed: false })

const understood = async (name: string) => {
  await open(name)
  await add(name, talk)
  await add(name, dear)
}

describe('a retention case', () => {
  test('goes to the manager with a deadline and stands on Today, once however often it is sent [R-14]', async () => {
    const first = await open('李素珍')
    expect(first.body).toMatchObject({ owner: { name: '林晓岚' }, due: '2026-11-23T04:00:00.000Z' })
    expect((await open('李素珍')).body).toEqual(first.body)
    const today = await api.as('lin')('GET /api/today', {})
    const row = today.body.rows.find(({ name }) => name === '李素珍')
    expect(row?.whys[0]?.code).toBe('why.retention')
    const list = await api.as('lin')('GET /api/retention', { query: {} })
    expect(list.body.rows.map(({ customer, stage }) => [customer.name, stage])).toContainEqual(['李素珍', 'dispatched'])
    expect((await api.as('lin')('GET /api/counts', {})).body.retention).toBeGreaterThan(0)
  })

  test('is one at a time with a customer, and nobody else’s', async () => {
    const again = await api.as('lin')('PUT /api/retention/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: { customerId: idOf('李素珍'), from: 'customer', words: '' },
    })
    expect(again.error.reasons?.[0]?.code).toBe('dispatch.open')
    expect((await api.as('xu')('GET /api/retention/:id', { params: { id: caseOf('李素珍') } })).status).toBe(404)
    expect((await open('石磊')).status).toBe(404)
    expect((await add('李素珍', { type: 'dispatched', to: idOf('han') })).error.code).toBe('access.denied')
  })

  test('is handed over only to a colleague who may talk to the customer', async () => {
    expect((await add('李素珍', { type: 'handedOver', to: idOf('xu'), why: '换片区' })).status).toBe(404)
    expect((await add('李素珍', { type: 'handedOver', to: idOf('gu'), why: '客户找组长' }, 'lin')).status).toBe(200)
    expect(await show('李素珍')).toMatchObject({ owner: { name: '顾一鸣' }, hadBy: ['林晓岚'] })
  })

  test('walks to a lesson, the same event sent twice counting once [R-14]', async () => {
    await understood('陈国栋')
    const offering = idOf('offering of 陈国栋')
    const id = freshId(MONDAY_AT_TEN)
    const make = offered('plan-that-fits', offering)
    expect([codesOf(await add('陈国栋', make, 'lin', id)), codesOf(await add('陈国栋', make, 'lin', id))]).toEqual([
      200, 200,
    ])
    await add('陈国栋', { type: 'replied', offering, reply: 'accepted', words: '这个合适' })
    await add('陈国栋', { type: 'agreed', wording: '下月起换小一档' })
    await add('陈国栋', { type: 'ended', outcome: 'stayed', on: '2026-11-23' })
    await add('陈国栋', { type: 'followedUp', holds: true, words: '用着合适' })
    await add('陈国栋', { type: 'learnt', lesson: '先看用量再说价钱', reason: 'price', propose: true })
    expect(await show('陈国栋')).toMatchObject({ stage: 'closed', lesson: { reason: 'price' }, clocks: [] })
    const learnt = await api.as('lin')('GET /api/retention-learnt', {})
    expect(learnt.body.reasons).toContainEqual({ reason: 'price', cases: 1, left: 0 })
    expect(learnt.body.ways.find(({ way }) => way === 'fit')).toMatchObject({ stayed: 1, of: 1, rate: null })
  })
})

describe('the guard [R-09]', () => {
  test('refuses a third talk we begin, counts the customer’s cases together, and keeps the try in the audit', async () => {
    await open('方敏')
    expect([codesOf(await add('方敏', talk)), codesOf(await add('方敏', talk))]).toEqual([200, 200])
    expect((await show('方敏')).guard).toMatchObject({ left: 0, most: 2, against: [{ code: 'guard.attemptsUsed' }] })
    expect(codesOf(await add('方敏', talk))).toEqual(['guard.attemptsUsed'])
    const { rows } = {
      rows: await api.db.selectFrom('audit_event').selectAll().where('action', '=', 'retention.refused').execute(),
    }
    expect(rows.map(({ params }) => params)).toContainEqual({ tried: 'talked', because: 'guard.attemptsUsed' })
    await add('方敏', { type: 'letGo', why: 'attemptsUsed', words: '尊重您的决定' })
    await add('方敏', { type: 'ended', outcome: 'left', on: '2026-11-23', way: 'ported' })
    await add('方敏', { type: 'followedUp', holds: true, words: '办得顺' })
    await add('方敏', { type: 'learnt', lesson: '早一个月就该去看', reason: 'quality', propose: false })
    const anew = await api.as('lin')('PUT /api/retention/:id', {
      params: { id: caseOf('方敏再来') },
      body: { customerId: idOf('方敏'), from: 'model', words: '' },
    })
    expect(anew.error.reasons?.[0]?.code).toBe('dispatch.gone')
    await api.as('lin')('PUT /api/retention/:id', {
      params: { id: caseOf('方敏再来') },
      body: { customerId: idOf('方敏'), from: 'customer', words: '想回来看看' },
    })
    expect(codesOf(await add('方敏再来', talk))).toEqual(['guard.attemptsUsed', 'guard.restAfterLetGo'])
    expect(codesOf(await add('方敏再来', { ...talk, direction: 'inbound' }))).toBe(200)
  })

  test('an ending puts a customer among the lost; taken back, they never were; what it taught is the line [R-15][R-16]', async () => {
    const losses = async () =>
      (await api.as('lin')('GET /api/customers/:id/losses', { params: { id: idOf('高远') } })).body.rows
    const tasks = async () =>
      (await api.as('lin')('GET /api/customers/:id/tasks', { params: { id: idOf('高远') } })).body.tasks.length
    await open('高远')
    await add('高远', talk)
    await add('高远', { type: 'letGo', why: 'decided', words: '尊重您的决定' })
    const left: Wish = { type: 'ended', outcome: 'left', on: '2026-11-20' }
    expect(codesOf(await add('高远', left))).toEqual(['case.wayMissing'])
    expect(codesOf(await add('高远', { ...left, on: '2026-11-30', way: 'ported' }))).toEqual(['loss.notYet'])
    expect((await show('高远')).ended).toBeNull()
    const event = freshId(MONDAY_AT_TEN)
    await add('高远', { ...left, way: 'ported' }, 'lin', event)
    await add('高远', { ...left, way: 'ported' }, 'lin', event)
    expect(await losses()).toMatchObject([{ id: event, way: 'ported', leftOn: '2026-11-20', line: null }])
    expect(await tasks()).toBe(1)
    expect(codesOf(await add('高远', { type: 'endTakenBack' }))).toBe(200)
    expect([await losses(), await tasks(), (await show('高远')).ended]).toEqual([[], 0, null])
    await add('高远', { ...left, way: 'closed' })
    await add('高远', { ...left, on: '2026-11-19', way: 'lapsed' })
    expect(await losses()).toMatchObject([{ way: 'lapsed', leftOn: '2026-11-19' }])
    await add('高远', { type: 'followedUp', holds: true, words: '办得顺' })
    expect(codesOf(await add('高远', { type: 'endTakenBack' }))).toEqual(['case.followedUp'])
    await add('高远', { type: 'learnt', lesson: '早一个月就该去看', reason: 'quality', propose: false })
    expect(await losses()).toMatchObject([{ line: { reason: 'quality', line: '早一个月就该去看' } }])
  })

  test('stops a goodbye, an agreement and an offer that break the law, with the words found [R-22]', async () => {
    await open('罗成')
    await add('罗成', talk)
    const words = '要走的话过几天再来办'
    for (const wish of [
      { type: 'letGo', why: 'decided', words },
      { type: 'agreed', wording: words },
      { type: 'reset', wording: words },
    ] satisfies Wish[]) {
      const { status, error } = await add('罗成', wish)
      expect([status, error.reasons?.[0]]).toMatchObject([
        422,
        { code: 'law.stall', params: { found: '过几天再来办' } },
      ])
    }
    expect((await show('罗成')).settled).toBeNull()
    const stopped = await api.as('gu')('GET /api/retention-guard/stopped', {})
    expect(stopped.body.rows.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['retention/letGo', 'retention/agreed', 'retention/reset']),
    )
  })

  test('nobody persuades who has applied to leave', async () => {
    await open('何芳')
    await add('何芳', { type: 'leaveRequested', on: '2026-11-23' })
    expect(codesOf(await add('何芳', talk))).toEqual(['guard.leaveRequested', 'law.interfere'])
    expect(codesOf(await add('何芳', { ...talk, about: 'helping' }))).toBe(200)
    expect((await show('何芳')).wayOut.steps.length).toBeGreaterThan(0)
  })
})

describe('what may be given [P-30]', () => {
  test('within the limit at once, above it only on a lead’s word; both trails say who [S-06]', async () => {
    await understood('宋佳')
    const [small, large] = [idOf('small of 宋佳'), idOf('large of 宋佳')]
    expect(codesOf(await add('宋佳', offered('plan-difference', small)))).toBe(200)
    expect(codesOf(await add('宋佳', offered('family-bundle', large)))).toEqual(['authority.overCase'])
    const ranked = await api.as('lin')('GET /api/retention/:id/offers', { params: { id: caseOf('宋佳') } })
    const bundle = ranked.body.rows.find(({ key }) => key === 'family-bundle')
    expect(bundle?.spending).toMatchObject({ by: 'approval', askWhom: ['顾一鸣'] })
    expect(bundle?.why.map(({ code }) => code)).toEqual(['offer.answersNeed', 'offer.fewTried', 'offer.money'])
    expect(ranked.body.leftFen.inCase).toBe(12_000)
    await add('宋佳', {
      type: 'approvalAsked',
      offering: large,
      offer: 'family-bundle',
      termAgreed: false,
      why: '一家三口',
    })
    expect((await show('宋佳')).offerings.find(({ id }) => id === large)).toMatchObject({
      standing: 'asked',
      askWhom: ['顾一鸣'],
      mayDecide: false,
    })
    expect((await add('宋佳', { type: 'approvalGiven', offering: large })).error.code).toBe('access.denied')
    const leads = await api.as('gu')('GET /api/today', {})
    expect(leads.body.rows.some(({ name }) => name === '宋佳')).toBe(true)
    expect(codesOf(await add('宋佳', { type: 'approvalGiven', offering: large }, 'gu'))).toBe(200)
    expect(codesOf(await add('宋佳', offered('family-bundle', large)))).toBe(200)
    const { offerings } = await show('宋佳')
    expect(offerings.map(({ approvedBy, lineOwed }) => [approvedBy, lineOwed])).toEqual([
      [null, true],
      ['顾一鸣', false],
    ])
    expect(codesOf(await add('宋佳', { type: 'spendNoted', offering: small, line: '补三个月差价' }))).toBe(200)
  })

  test('two gifts at once never count the same money as left', async () => {
    for (const name of ['葛平', '贺兰']) await understood(name)
    const rules = await api.as('gu')('GET /api/retention-rules', {})
    const set = await api.as('gu')('PUT /api/retention-rules', {
      body: {
        baseVersion: rules.body.version,
        part: { authority: { ...rules.body.authority, front: { perCase: 30_000, perMonth: 38_000 } } },
      },
    })
    expect(set.status).toBe(200)
    const both = await Promise.all(
      ['葛平', '贺兰'].map((name) => add(name, offered('plan-difference', idOf(`gift of ${name}`)))),
    )
    expect(both.map((answer) => String(codesOf(answer)))).toEqual(
      expect.arrayContaining(['200', 'authority.overMonth']),
    )
  })
})

describe('rules and offers', () => {
  test('are read by all, set by a lead; the three words by a trainer [R-04][R-12]', async () => {
    const { body } = await api.as('lin')('GET /api/retention-rules', {})
    expect(body.ways.price).toEqual(['fit', 'bundle'])
    const set = (
      code: string,
      part: Request<Contract['PUT /api/retention-rules']>['body']['part'],
      base: number | null,
    ) => api.as(code)('PUT /api/retention-rules', { body: { baseVersion: base, part } })
    expect((await set('lin', { ways: { ...body.ways, price: ['care'] } }, body.version)).error.code).toBe(
      'access.denied',
    )
    const words = { lower: '先说做不到的', reset: '', reach: '' }
    const taught = await set('train', { attitude: words }, body.version)
    expect(taught.status).toBe(200)
    expect((await set('train', { attitude: words }, body.version)).error.code).toBe('record.conflict')
    const after = await set('gu', { ways: { ...body.ways, price: ['care'] } }, taught.body.version)
    expect(after.status).toBe(200)
    expect((await api.as('lin')('GET /api/retention-rules', {})).body).toMatchObject({
      attitude: words,
      ways: { price: ['care'] },
    })
  })

  test('a lead’s edition stands in the place of the pack’s', async () => {
    const { body } = await api.as('gu')('GET /api/offers', {})
    const credit = body.rows.find(({ key }) => key === 'goodwill-credit')
    if (!credit) throw new Error('no such offer')
    const { key, version, changedBy: _by, success: _success, ...offer } = credit
    const params = { key }
    const change = { offer: { ...offer, costFen: 20_000 }, baseVersion: version }
    const pushy = { offer: { ...offer, name: { ...offer.name, zh: '我们比联通便宜' } }, baseVersion: version }
    const refused = await api.as('gu')('PUT /api/offers/:key', { params, body: pushy })
    expect(refused.error.reasons).toMatchObject([{ code: 'law.compare', params: { found: '联通' } }])
    expect((await api.as('lin')('PUT /api/offers/:key', { params, body: change })).error.code).toBe('access.denied')
    expect((await api.as('gu')('PUT /api/offers/:key', { params, body: change })).body).toEqual({ version: 1 })
    const now = (await api.as('lin')('GET /api/offers', {})).body.rows.find((one) => one.key === key)
    expect(now).toMatchObject({ costFen: 20_000, changedBy: '顾一鸣', version: 1 })
  })
})
