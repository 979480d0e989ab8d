import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import type { WrittenEvent } from '#api/run-event.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const fresh = () => freshId(MONDAY_AT_TEN)

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '福顺烟酒店', { kind: 'outlet', manager: 'lin', backup: 'han', phone: '13000912218' })
  await aCustomer(api, '孙桂兰', { manager: 'lin', phone: '13000522216' })
})

type Wish = Request<Contract['POST /api/cases/:id/complaint']>['body']

const opened = async (name: string, what: string): Promise<string> => {
  const id = fresh()
  const body = { customerId: idOf(name), kind: 'complaint' as const, what, said: '集散了车才来' }
  expect((await api.as('lin')('PUT /api/cases/:id', { params: { id }, body })).status).toBe(200)
  return id
}

const move = (id: string, body: Wish, who = 'lin') =>
  api.as(who)('POST /api/cases/:id/complaint', { params: { id }, body })

const shown = async (id: string) => (await api.as('lin')('GET /api/cases/:id', { params: { id } })).body

const refused = (answer: { error: { reasons?: readonly { code: string }[] } }) => answer.error.reasons?.[0]?.code

describe('the market-day story at the server [S-48]', () => {
  let id = ''
  const handing = fresh()
  const note = {
    event: '集前一天货没到，集上断货',
    demand: '逢集前一天送到',
    problem: '东线先乡里后街上',
    measure: '逢集那周先送街上',
    toId: idOf('line'),
    dueAt: '2026-11-23T09:30:00.000Z',
  }

  test('comes in with its clock; a telecom customer’s also with the local standard’s and the law’s, unchecked and silent [S-49][S-50]', async () => {
    id = await opened('福顺烟酒店', '送货赶不上集')
    const outlet = await shown(id)
    expect(outlet.shown?.clocks.map(({ code, kind }) => [code, kind])).toEqual([['directAnswer', 'office']])
    const { complaint, shown: story } = await shown(await opened('孙桂兰', '话费多扣了'))
    expect(complaint?.next).toEqual({ ask: 'answer', due: expect.stringMatching(/^2026-11-23T08:00/) as string })
    expect(story?.said).toBe('集散了车才来')
    expect(story?.clocks.map(({ code, kind, checked, alarm }) => [code, kind, checked, alarm])).toEqual([
      ['directAnswer', 'office', null, 'none'],
      ['directAnswer', 'standard', null, 'none'],
      ['firstContact', 'standard', null, 'none'],
      ['statutoryAnswer', 'law', null, 'none'],
    ])
  })

  test.each([
    ['han', 200],
    ['gu', 200],
    ['xu', 404],
    ['train', 403],
    ['line', 403],
  ])('%s may work on it or not: %i', async (who, status) => {
    expect((await move(id, { move: 'step', step: 'listened' }, who)).status).toBe(status)
  })

  test('an answer before the restatement is confirmed takes a reason; a complaint has its own moves [S-46]', async () => {
    expect(refused(await move(id, { move: 'step', step: 'answered', text: '今天下午去问' }))).toBe(
      'complaint.restateFirst',
    )
    const old = await api.as('lin')('POST /api/cases/:id/moves', {
      params: { id },
      body: { move: 'answered', text: 'x' },
    })
    expect(refused(old)).toBe('case.asComplaint')
    expect((await move(id, { move: 'step', step: 'restated' })).status).toBe(200)
    expect(refused(await move(id, { move: 'step', step: 'answered' }))).toBe('complaint.wordsMissing')
    expect((await move(id, { move: 'step', step: 'answered', text: '今天下午去问送货组' })).status).toBe(200)
  })

  test('goes to a person of another department the same day, in four parts and without the customer’s name', async () => {
    const put = (body: object) =>
      api.as('lin')('PUT /api/cases/:id/handings/:handing', { params: { id, handing }, body: { ...note, ...body } })
    expect((await put({ demand: '', toId: null })).error.reasons?.[0]?.params).toEqual({ parts: 'demand, to' })
    expect((await put({})).status).toBe(200)
    expect((await put({})).status).toBe(200)
    const { toMe } = (await api.as('line')('GET /api/handovers', {})).body
    expect(toMe.map(({ what, customer }) => [what.split('\n').length, customer])).toEqual([[4, null]])
    const answer = { params: { id: handing }, body: { move: 'answer' as const, text: '周四起先送街上' } }
    expect((await api.as('line')('POST /api/handovers/:id/moves', answer)).status).toBe(200)
    const { shown: story, complaint } = await shown(id)
    expect(story?.handings).toMatchObject([{ sameDay: true, state: 'answered', answer: '周四起先送街上' }])
    expect(complaint?.next?.ask).toBe('progress')
  })

  test('stands on Today until the customer’s word, closes on it, and is opened again with a reason', async () => {
    const { rows } = (await api.as('lin')('GET /api/today', {})).body
    expect(JSON.stringify(rows)).toContain('complaintNext')
    expect(refused(await move(id, { move: 'closed' }))).toBe('complaint.unconfirmed')
    expect(refused(await move(id, { move: 'asked', reached: true, settled: false }))).toBe('complaint.causeMissing')
    await move(id, { move: 'told', what: '周四起先送街上' })
    await move(id, { move: 'asked', reached: true, settled: true })
    expect((await move(id, { move: 'closed' })).status).toBe(200)
    const closed = await shown(id)
    expect([closed.standing, closed.complaint?.unconfirmed, closed.complaint?.next]).toEqual(['unasked', false, null])
    expect(refused(await move(id, { move: 'reopened', reason: ' ' }))).toBe('complaint.reasonMissing')
    await move(id, { move: 'reopened', reason: '又晚了一集' })
    expect((await shown(id)).shown?.reopened).toMatchObject([{ reason: '又晚了一集' }])
  })
})

test('a pause stops our own clock and moves its deadline; the grade and the escalation are kept [S-49][S-51]', async () => {
  const id = await opened('孙桂兰', '流量提醒太晚')
  expect(refused(await move(id, { move: 'resumed' }))).toBe('complaint.notPaused')
  await move(id, { move: 'paused', reason: '等客户寄账单' })
  expect((await shown(id)).complaint).toMatchObject({ paused: true, next: null })
  await move(id, { move: 'resumed' })
  await move(id, { move: 'escalated', to: 'lead', reason: '客户第三次说' })
  const { version: baseVersion } = await shown(id)
  const described = (who: string, nature: object) =>
    api.as(who)('PATCH /api/cases/:id', { params: { id }, body: { baseVersion, ...nature } })
  expect((await described('lin', { level: 'urgent' })).status).toBe(200)
  expect((await described('gu', { temperament: 'upset' })).status).toBe(200)
  const late = await described('gu', { level: 'major' })
  expect([late.status, late.error?.conflicts]).toMatchObject([
    409,
    [{ field: 'level', theirs: 'urgent', yours: 'major' }],
  ])
  const after = await shown(id)
  expect(after.complaint).toMatchObject({
    level: 'urgent',
    escalated: true,
    next: { due: expect.stringMatching(/^2026-11-23T04:0/) as string },
  })
  const list = (await api.as('gu')('GET /api/cases', { query: { show: 'escalated', whose: 'all' } })).body
  expect(list.rows.map(({ what }) => what)).toEqual(['流量提醒太晚'])
})

describe('limits', () => {
  const found = {
    code: 'statutoryAnswer' as const,
    kind: 'law' as const,
    amount: 1,
    unit: 'days' as const,
    since: '2026-01-01',
    source: '《办法》第九条',
  }

  test.each([
    ['lin', 403],
    ['gu', 204],
    ['admin', 204],
  ])('%s keeps what was found in the source, or may not: %i [S-50]', async (who, status) => {
    const reply = await api.as(who)('PUT /api/complaint-limits/:id', { params: { id: fresh() }, body: found })
    expect(reply.status).toBe(status)
  })

  test('once checked it has its name and day, and warns', async () => {
    const { limits } = (await api.as('lin')('GET /api/complaint-limits', {})).body
    const law = limits.filter(({ code }) => code === 'statutoryAnswer')
    expect(law.map(({ amount, source, checked }) => [amount, source, checked?.on])).toEqual([
      [1, '《办法》第九条', '2026-11-23'],
    ])
    const id = await opened('孙桂兰', '账单多出一笔')
    const clock = (await shown(id)).shown?.clocks.find(({ code }) => code === 'statutoryAnswer')
    expect(clock?.due).toBe('2026-11-24T16:00:00.000Z')
  })
})

describe('a contact led by the complaint playbook', () => {
  let second = 0
  const written = (...happenings: Happening[]): WrittenEvent[] =>
    happenings.map((happening) => {
      second += 1
      const at = new Date(MONDAY_AT_TEN.getTime() - 600_000 + second * 1000).toISOString()
      return { id: fresh(), at, ...happening } as unknown as WrittenEvent
    })
  const tick = (step: string, check: string): Happening => ({ type: 'checkMarked', step, check, done: true })
  const run = async (more: Partial<Request<Contract['PUT /api/runs/:id']>['body']>, ...happenings: Happening[]) => {
    const id = fresh()
    const body = { customerId: idOf('孙桂兰'), direction: 'inbound' as const, playbook: 'complaint', ...more }
    expect((await api.as('lin')('PUT /api/runs/:id', { params: { id }, body })).status).toBe(200)
    const events = written(...happenings)
    return (await api.as('lin')('POST /api/runs/:id/events', { params: { id }, body: { events } })).body
  }

  test('opens it, stamps its steps, and keeps an early answer with its reason [S-46]', async () => {
    const { filed, refused: not } = await run(
      {},
      { type: 'connected' },
      { type: 'identified', role: 'holder', name: '' },
      { type: 'identityChecked', method: 'knownVoice', passed: true },
      { type: 'captured', capture: fresh(), content: { kind: 'need', text: '流量超了第二天才来短信' } },
      tick('listen', 'finished'),
      { type: 'stepEntered', step: 'answer', branch: null, reason: '“马上要出门”' },
      tick('answer', 'facts-told'),
      tick('offer', 'two-ways'),
      { type: 'noted', text: '改到八成就发', replaces: [] },
      { type: 'finished', reason: '客户赶时间' },
    )
    expect([not, filed?.cases]).toEqual([[], 1])
    const { rows } = (await api.as('lin')('GET /api/cases', { query: {} })).body
    const made = rows.find(({ what }) => what === '流量超了第二天才来短信')
    const { shown: story, answer } = await shown(made?.id ?? '')
    expect(Object.keys(story?.steps ?? {}).sort()).toEqual(['answered', 'listened', 'offered'])
    expect([story?.early?.reason, story?.ways, answer]).toEqual(['“马上要出门”', 2, '改到八成就发'])
  })

  test('a call about it that nobody answers is a try to hear whether it is settled', async () => {
    const id = await opened('孙桂兰', '宽带掉线')
    await move(id, { move: 'step', step: 'restated' })
    await move(id, { move: 'step', step: 'answered', text: '换了光猫' })
    const occasions = [{ kind: 'complaintNext', recordId: `${id}/x` }]
    await run(
      { direction: 'outbound', purpose: 'complaint', occasions },
      { type: 'missed', outcome: 'noAnswer', retryAt: null },
      { type: 'finished', reason: '' },
    )
    expect((await shown(id)).shown?.tries).toEqual({ tried: 1, days: 1, heardYes: false, heardNo: false })
  })
})
