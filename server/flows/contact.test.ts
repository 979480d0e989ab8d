import { beforeAll, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han', phone: '13000126027' })
  await aCustomer(api, '单志远', { manager: 'han', phone: '13000126028' })
  await aCustomer(api, '仇雅宁', { manager: 'lin', phone: '13000139927' })
})

let second = 0

/** Events a client writes, a second apart, ids of their own. */
const written = (...happenings: Happening[]): WrittenEvent[] =>
  happenings.map((happening) => {
    second += 1
    const at = new Date(MONDAY_AT_TEN.getTime() - 60_000 + second).toISOString()
    return { id: freshId(MONDAY_AT_TEN), at, ...happening } as unknown as WrittenEvent
  })

const start = async (code: string, name: string, more: Record<string, unknown> = {}) => {
  const id = freshId(MONDAY_AT_TEN)
  const body = { customerId: idOf(name), direction: 'outbound' as const, purpose: 'service' as const, ...more }
  return { id, answer: await api.as(code)('PUT /api/runs/:id', { params: { id }, body }) }
}

const append = (code: string, id: string, events: WrittenEvent[]) =>
  api.as(code)('POST /api/runs/:id/events', { params: { id }, body: { events } })

const capture = (
  content: Extract<Happening, { type: 'captured' }>['content'],
  id = freshId(MONDAY_AT_TEN),
): Happening => ({
  type: 'captured',
  capture: id,
  content,
})

describe('before a contact', () => {
  test('care on a Monday morning waits, with the reason and the time; a named time or a lead’s reason lets it go on', async () => {
    const blocked = await start('lin', '李素珍', { purpose: 'care' })
    expect([blocked.answer.status, blocked.answer.error.reasons?.map(({ code }) => code)]).toEqual([
      422,
      ['gate.monday'],
    ])
    expect(blocked.answer.error.params).toEqual({ nextAt: '2026-11-23T06:00:00.000Z' })
    expect((await start('lin', '李素珍', { purpose: 'care', agreedTime: true })).answer.status).toBe(200)
    const override = { reason: '客户家里有急事，先问一声' }
    const denied = await start('lin', '李素珍', { purpose: 'care', override })
    expect([denied.answer.status, denied.answer.error.params]).toEqual([403, { action: 'contact.override' }])
    const led = await start('gu', '李素珍', { purpose: 'care', override })
    expect(led.answer.status).toBe(200)
    const { body } = await api.as('gu')('GET /api/runs/:id', { params: { id: led.id } })
    expect(body.override).toEqual({ by: '顾一鸣', reason: override.reason })
  })

  test('the gate can be asked without starting', async () => {
    const ask = (purpose: 'care' | 'service' | 'sales') =>
      api.as('lin')('GET /api/customers/:id/contact-gate', { params: { id: idOf('李素珍') }, query: { purpose } })
    expect((await ask('service')).body).toMatchObject({ allowed: true, mayOverride: false })
    expect((await ask('sales')).body.reasons.map(({ code }) => code)).toEqual(['gate.consent', 'gate.monday'])
  })

  test.each([
    ['lin', 200],
    ['han', 200],
    ['gu', 200],
    ['desk', 200],
    ['xu', 404],
    ['train', 403],
    ['line', 403],
  ])('%s may start it or not: %i', async (code, status) => {
    expect((await start(code, '李素珍')).answer.status).toBe(status)
  })

  test('starting twice is one contact; another’s id is refused', async () => {
    const { id } = await start('lin', '李素珍')
    const body = { customerId: idOf('李素珍'), direction: 'outbound' as const, purpose: 'service' as const }
    expect((await api.as('lin')('PUT /api/runs/:id', { params: { id }, body })).status).toBe(200)
    expect((await api.as('han')('PUT /api/runs/:id', { params: { id }, body })).status).toBe(409)
  })

  test('the number is seen in full only by the one who holds the contact, and only until it is filed', async () => {
    const { id } = await start('lin', '李素珍')
    const phone = async (code: string) => (await api.as(code)('GET /api/runs/:id', { params: { id } })).body.phone
    expect(await phone('lin')).toBe('13000126027')
    expect(await phone('han')).toBe('130 **** 6027')
    await append(
      'lin',
      id,
      written({ type: 'missed', outcome: 'noAnswer', retryAt: null }, { type: 'finished', reason: '' }),
    )
    expect(await phone('lin')).toBe('130 **** 6027')
  })

  test('a phone tail finds who may be calling, in reach of the desk, masked [G-04]', async () => {
    const found = async (code: string, tail: string) =>
      (await api.as(code)('GET /api/inbound', { query: { tail } })).body.candidates.map(({ name, phone }) => [
        name,
        phone,
      ])
    expect(await found('desk', '6027')).toEqual([['李素珍', '130 **** 6027']])
    expect(await found('han', '9927')).toEqual([])
  })
})

describe('a contact as a list of events', () => {
  test('an event sent twice is one; a refused one does not hold up the rest', async () => {
    const { id } = await start('lin', '李素珍')
    const events = written(
      { type: 'stepEntered', step: 'solve', branch: null },
      { type: 'connected' },
      { type: 'noted', text: '短信没看', replaces: [] },
    )
    const first = await append('lin', id, events)
    expect(first.body.refused.map(({ reason }) => reason.code)).toEqual(['connect.first'])
    expect(first.body.accepted.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['connected', 2],
      ['noted', 3],
    ])
    const again = await append('lin', id, events.slice(1))
    expect(again.body.accepted.map(({ sequence }) => sequence)).toEqual([2, 3])
    const { body } = await api.as('lin')('GET /api/runs/:id/events', { params: { id }, query: { since: 1 } })
    expect(body.events.map(({ type }) => type)).toEqual(['connected', 'noted'])
  })

  test('an unknown field is an error, not lost', async () => {
    const { id } = await start('lin', '李素珍')
    const [event] = written({ type: 'tenseMarked', tense: true })
    const { status, error } = await append('lin', id, [{ ...event, mood: 'bad' } as unknown as WrittenEvent])
    expect([status, error.code]).toEqual([400, 'request.invalid'])
  })

  test('two windows on one contact are told of each other', async () => {
    const { id } = await start('lin', '李素珍')
    const look = async (code: string, window: string) =>
      (await api.as(code)('GET /api/runs/:id/events', { params: { id }, query: { since: 0, window } })).body.others
    expect(await look('lin', 'a')).toEqual([])
    expect((await look('han', 'b')).map(({ name, self }) => [name, self])).toEqual([['林晓岚', false]])
    expect((await look('lin', 'c')).map(({ name, self }) => [name, self])).toEqual([
      ['林晓岚', true],
      ['韩一诺', false],
    ])
  })
})

describe('finishing a contact', () => {
  const callBack = freshId(MONDAY_AT_TEN)
  const heard = freshId(MONDAY_AT_TEN)
  const refund = freshId(MONDAY_AT_TEN)
  const talk: Happening[] = [
    { type: 'connected' },
    { type: 'identified', role: 'holder', name: '' },
    { type: 'noted', text: '不知道转机也会扣钱，店里忙，短信没看。', replaces: [] },
    capture({ kind: 'promise', what: '发漫游明细', dueDay: '2026-11-25', dueTime: '18:00' }, callBack),
    capture(
      {
        kind: 'expectation',
        text: '148 元全退',
        sort: 'factual',
        answer: 'partly',
        offer: '按日包补算，退 98 元',
        acknowledged: false,
      },
      refund,
    ),
    capture(
      { kind: 'expectation', text: '说清楚，别转来转去', sort: 'heard', answer: null, offer: '', acknowledged: true },
      heard,
    ),
    { type: 'ranked', expectations: [heard, refund] },
    capture({ kind: 'cue', text: '店里忙时不看短信' }),
    capture({ kind: 'need', text: '境外上网提醒' }),
    { type: 'followUpSet', followUp: { day: '2026-11-27', time: null, about: '回访漫游提醒' } },
    { type: 'caseSet', serviceCase: { kind: 'complaint', what: '漫游费没讲清' } },
  ]
  const finish: Happening = { type: 'finished', reason: '客户赶时间，后面几步下次补' }
  let run = ''

  test('files touch, promises, expectations, needs, cues, case and follow-up at once [P-10][S-01]', async () => {
    const { id } = await start('lin', '李素珍')
    run = id
    const { body } = await append('lin', id, written(...talk, finish))
    expect(body.refused).toEqual([])
    expect(body.filed).toEqual({
      touches: 1,
      promises: 1,
      expectations: 2,
      needs: 1,
      cues: 1,
      cases: 1,
      tasks: 0,
      appointments: 0,
      followUp: '2026-11-27',
    })
    const params = { id: idOf('李素珍') }
    const promises = (await api.as('lin')('GET /api/customers/:id/promises', { params })).body.rows
    expect(promises.map(({ what, kind, dueAt }) => [what, kind, dueAt])).toEqual([
      ['发漫游明细', 'send', '2026-11-25T10:00:00.000Z'],
      ['回访漫游提醒', 'call', '2026-11-27T09:30:00.000Z'],
    ])
    const board = (await api.as('lin')('GET /api/customers/:id/expectations', { params })).body.rows
    expect(board.map(({ what, nature, can, offer, state }) => [what, nature, can, offer, state])).toEqual([
      ['148 元全退', 'factual', 'partly', '按日包补算，退 98 元', 'open'],
      ['说清楚，别转来转去', 'heard', null, '', 'closed'],
    ])
    expect(board.map(({ rank }) => rank)).toEqual([2, 1])
    const cases = (await api.as('lin')('GET /api/customers/:id/cases', { params })).body.rows
    expect(cases.map(({ code, kind, standing, dueAt }) => [code, kind, standing, dueAt])).toEqual([
      ['T261123-001', 'complaint', 'waiting', expect.stringMatching(/^2026-11-23T0[78]/)],
    ])
    const customer = (await api.as('lin')('GET /api/customers/:id', { params })).body
    expect(customer.dossier).toEqual({ styleCues: ['店里忙时不看短信'], needs: ['境外上网提醒'] })
    expect(customer.lastTouchAt).not.toBeNull()
  })

  test('what was written offline and arrives late is added, and nothing is written twice', async () => {
    const late = written(
      { type: 'noted', text: '补一句：周三上午在店里', replaces: [] },
      capture({ kind: 'promise', what: '开好境外提醒', dueDay: '2026-11-24', dueTime: null }),
    )
    expect((await append('lin', run, late)).body.filed?.promises).toBe(2)
    expect((await append('lin', run, late)).body.filed).toBeNull()
    const params = { id: idOf('李素珍') }
    const promises = (await api.as('lin')('GET /api/customers/:id/promises', { params })).body.rows
    expect(promises).toHaveLength(3)
    const touches = await api.db.selectFrom('touch').select(['note', 'reached']).where('run_id', '=', run).execute()
    expect(touches).toEqual([{ note: '不知道转机也会扣钱，店里忙，短信没看。\n补一句：周三上午在店里', reached: true }])
  })

  test('an unanswered call is a try with a time to try again, not a contact', async () => {
    const occasions = [
      { kind: 'risk', recordId: 'x/2026-11' },
      { kind: 'cadence', recordId: 'x/2026-10-16' },
    ]
    const { id } = await start('lin', '仇雅宁', { occasions, agreedTime: true })
    const retryAt = new Date('2026-11-23T08:00:00Z')
    await append(
      'lin',
      id,
      written({ type: 'missed', outcome: 'noAnswer', retryAt }, finish).map((event) => ({ ...event })),
    )
    const touch = await api.db.selectFrom('touch').selectAll().where('run_id', '=', id).executeTakeFirstOrThrow()
    expect([touch.outcome, touch.reached, touch.retry_at]).toEqual(['no_answer', false, retryAt])
    const customer = await api.as('lin')('GET /api/customers/:id', { params: { id: idOf('仇雅宁') } })
    expect(customer.body.lastTouchAt).toBeNull()
    const decision = await api.db.selectFrom('worklist_decision').selectAll().executeTakeFirstOrThrow()
    expect([decision.keys, decision.decision, decision.until]).toEqual([
      ['risk:x/2026-11', 'cadence:x/2026-10-16'],
      'snoozed',
      retryAt,
    ])
  })

  test('a call takes a cadence off the list, a promise due stays; a new wish goes behind the old ones [R-23][R-05]', async () => {
    const customerId = idOf('李素珍')
    const params = { id: customerId }
    const before = (await api.as('lin')('GET /api/customers/:id/expectations', { params })).body.rows
    const occasions = [
      { kind: 'promise', recordId: 'p/2026-11-23T10:00:00.000Z' },
      { kind: 'cadence', recordId: 'x/2026-10-16' },
    ]
    const { id } = await start('lin', '李素珍', { occasions })
    const wish = { kind: 'expectation', text: '账单早两天出', sort: 'factual', answer: null } as const
    const events = written({ type: 'connected' }, capture({ ...wish, offer: '', acknowledged: false }), finish)
    await append('lin', id, events)
    const decision = await api.db
      .selectFrom('worklist_decision')
      .select(['keys', 'decision'])
      .where('customer_id', '=', customerId)
      .executeTakeFirstOrThrow()
    expect(decision).toEqual({ keys: ['cadence:x/2026-10-16'], decision: 'done' })
    const after = (await api.as('lin')('GET /api/customers/:id/expectations', { params })).body.rows
    expect(after.find(({ what }) => what === '账单早两天出')?.rank).toBe(before.length + 1)
    for (const { id, rank } of before) expect(after.find((one) => one.id === id)?.rank).toBe(rank)
  })

  test('a forbidden phrase in what we say we can do is held back with its kind, and holds up nothing else [P-35]', async () => {
    const { id } = await start('lin', '李素珍')
    const wish = { kind: 'expectation', sort: 'factual', answer: 'cannot', acknowledged: false } as const
    const events = written(
      { type: 'connected' },
      capture({ ...wish, text: '想把旧套餐要回来', offer: '公司就是这么规定的' }),
      capture({ ...wish, text: '想要纸质账单', offer: '', openly: true }),
      capture({ kind: 'need', text: '月底对账费事', degree: 'must' }),
      finish,
    )
    const { refused } = (await append('lin', id, events)).body
    expect(refused).toMatchObject([{ id: events[1]?.id, reason: { code: 'wording.forbidden' } }])
    const params = { id: idOf('李素珍') }
    const board = (await api.as('lin')('GET /api/customers/:id/expectations', { params })).body.rows
    expect(board.some(({ what }) => what === '想把旧套餐要回来')).toBe(false)
    const alone = board.find(({ what }) => what === '想要纸质账单')
    expect(alone).toMatchObject({ can: 'cannot', offer: '' })
    expect(alone?.history.at(-1)).toMatchObject({ move: 'answered', openly: true })
    const { dossier } = (await api.as('lin')('GET /api/customers/:id', { params })).body
    expect(dossier['explicitNeeds']).toEqual(['月底对账费事'])
  })

  test('what the customer has said before goes to that line, once, and is taken back with the contact [R-05]', async () => {
    const params = { id: idOf('仇雅宁') }
    const wishes = async () => (await api.as('lin')('GET /api/customers/:id/expectations', { params })).body.rows
    const needs = async () => (await api.as('lin')('GET /api/customers/:id', { params })).body.dossier['needs']
    const asked = { sort: 'factual', answer: null, offer: '', acknowledged: false } as const
    const first = await start('lin', '仇雅宁')
    await append('lin', first.id, [
      ...written(
        { type: 'connected' },
        capture({ kind: 'expectation', text: '别转来转去', ...asked }),
        capture({ kind: 'need', text: '备用路由器' }),
        finish,
      ),
    ])
    const [known] = await wishes()
    const joins = known?.id ?? ''
    const again = freshId(MONDAY_AT_TEN)
    const second = await start('lin', '仇雅宁')
    await append('lin', second.id, [
      ...written(
        { type: 'connected' },
        capture({ kind: 'expectation', text: '希望别再把我转来转去', ...asked, joins }, again),
        capture({ kind: 'need', text: '备用路由器，双频的', joins: '备用路由器' }),
        finish,
      ),
    ])
    const [joined, ...others] = await wishes()
    expect(others).toEqual([])
    expect(joined?.history.map(({ move, wording }) => [move, wording])).toEqual([
      ['noted', '别转来转去'],
      ['noted', '希望别再把我转来转去'],
    ])
    expect(await needs()).toEqual(['备用路由器，双频的'])
    await append('lin', second.id, written({ type: 'reopened', reason: '听错了' }))
    await append('lin', second.id, written({ type: 'captureRemoved', capture: again }, finish))
    expect((await wishes()).map(({ what, history }) => [what, history.length])).toEqual([['别转来转去', 1]])
    expect(await needs()).toEqual(['备用路由器，双频的'])
  })
})

describe('a contact that agrees on a meeting [S-26][S-29]', () => {
  const meetings = async () =>
    (await api.as('lin')('GET /api/customers/:id/appointments', { params: { id: idOf('仇雅宁') } })).body.rows
  const agreed = (day: string, time = '15:00'): Happening => ({
    type: 'appointmentSet',
    appointment: { day, time, minutes: 30, place: '她的店里' },
  })
  const finish: Happening = { type: 'finished', reason: '客户赶时间，后面几步下次补' }

  test('files it once in the calendar; late words move it, and take it back, until somebody works on it', async () => {
    const { id } = await start('lin', '仇雅宁')
    const { body } = await append('lin', id, written({ type: 'connected' }, agreed('2026-11-24'), finish))
    expect([body.refused, body.filed?.appointments]).toEqual([[], 1])
    expect(await meetings()).toMatchObject([
      {
        startsAt: '2026-11-24T07:00:00.000Z',
        endsAt: '2026-11-24T07:30:00.000Z',
        place: '她的店里',
        state: 'agreed',
        runId: id,
      },
    ])
    const again = written({ type: 'reopened', reason: '记错了日子' }, agreed('2026-11-25'), finish)
    expect((await append('lin', id, again)).body.refused).toEqual([])
    expect((await meetings()).map(({ startsAt }) => startsAt)).toEqual(['2026-11-25T07:00:00.000Z'])
    const none = written(
      { type: 'reopened', reason: '其实没约成' },
      { type: 'appointmentSet', appointment: null },
      finish,
    )
    await append('lin', id, none)
    expect(await meetings()).toEqual([])
  })

  test('that was the meeting is its end: the visit at its time counts as held, the call of the morning not', async () => {
    const meeting = freshId(MONDAY_AT_TEN)
    const body = {
      customerId: idOf('仇雅宁'),
      way: 'visit' as const,
      startsAt: '2026-11-23T02:10:00.000Z',
      endsAt: '2026-11-23T02:40:00.000Z',
      agreed: true,
    }
    await api.as('lin')('PUT /api/appointments/:id', { params: { id: meeting }, body })
    const state = async () => (await meetings()).find(({ id }) => id === meeting)?.state
    const call = await start('lin', '仇雅宁')
    await append('lin', call.id, written({ type: 'connected' }, finish))
    expect(await state()).toBe('agreed')
    const visit = await start('lin', '仇雅宁', { channel: 'visit' })
    const aim = { type: 'purposesSet' as const, purposes: ['recommend'] }
    await append('lin', visit.id, written(aim, { type: 'connected' }, finish))
    expect(await state()).toBe('done')
  })
})
