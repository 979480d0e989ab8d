import { beforeAll, describe, expect, test } from 'vitest'
import { monthNumber } from '#server/db/month-number.ts'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  for (const name of ['李素珍', '陈国栋', '方敏', '宋佳', '周全', '许诺'])
    await aCustomer(api, name, { manager: 'lin' })
  await aCustomer(api, '石磊', { manager: 'xu' })
})

const of = async (name: string, code = 'lin') =>
  (await api.as(code)('GET /api/customers/:id/satisfaction', { params: { id: idOf(name) } })).body

const send = (name: string, survey: string, more: object = {}, code = 'lin') =>
  api.as(code)('PUT /api/customers/:id/surveys/:surveyId', {
    params: { id: idOf(name), surveyId: idOf(survey) },
    body: { kind: 'contact', matter: '修障', way: 'code', ...more },
  })

const speak = (name: string, survey: string, body: object) =>
  api.as('lin')('PUT /api/customers/:id/surveys/:surveyId/answers', {
    params: { id: idOf(name), surveyId: idOf(survey) },
    body: { kind: 'satisfied', matter: '', scores: {}, words: '', ...body },
  })

const withdraw = (name: string, survey: string) =>
  api.as('lin')('DELETE /api/customers/:id/surveys/:surveyId', {
    params: { id: idOf(name), surveyId: idOf(survey) },
  })

const tokenOf = (path: string): string => path.replace('/s/', '')
const open = (token: string) => api.as(null)('GET /api/surveys/:token', { params: { token } })
const answer = (token: string, scores: object, sheets: object | null = null) =>
  api.as(null)('PUT /api/surveys/:token', {
    params: { token },
    body: { scores, words: '等得久', sheets: sheets as never },
  })

const codeOf = (reply: { status: number; error: { code: string; reasons?: readonly { code: string }[] } }) =>
  reply.status < 300 ? reply.status : (reply.error.reasons?.[0]?.code ?? reply.error.code)

const planned = async (name: string) => {
  const { body } = await api.as('lin')('GET /api/customers/:id/tasks', { params: { id: idOf(name) } })
  return body.tasks.map(({ playbook, dueOn, about }) => `${playbook} ${dueOn} ${about.zh}`)
}

/** An answer given on an earlier day. */
const earlier = async (name: string, asks: 'expected' | 'experienced' | 'satisfied', score: number, on: string) => {
  const survey = idOf(`survey ${name} ${asks} ${on}`)
  await api.db
    .insertInto('survey')
    .values({
      branch_id: 1,
      id: survey,
      customer_id: idOf(name),
      kind: asks === 'satisfied' ? 'satisfied' : 'contact',
      way: 'spoken',
      matter: '',
      sent_on: on,
      asked_by: idOf('lin'),
      asked_at: new Date(`${on}T02:00:00Z`),
      answered_on: on,
    })
    .execute()
  await api.db
    .insertInto('survey_answer')
    .values({
      branch_id: 1,
      id: idOf(`answer ${name} ${asks} ${on}`),
      survey_id: survey,
      customer_id: idOf(name),
      matter: asks === 'satisfied' ? '' : '账单',
      asks,
      score,
      on_day: on,
    })
    .execute()
}

describe('a survey', () => {
  test('is opened without a sign-in, tells nothing of the customer, is answered once and graded', async () => {
    const sent = await send('李素珍', 'first')
    expect((await send('李素珍', 'first')).body).toEqual(sent.body)
    const token = tokenOf(sent.body.path)
    const shown = await open(token)
    expect(shown.body).toEqual({
      kind: 'contact',
      matter: '修障',
      asks: ['expected', 'experienced', 'satisfied'],
      branch: '云川分公司',
      until: '2026-12-07',
    })
    expect(codeOf(await answer(token, { expected: 4 }))).toBe('request.invalid')
    expect(codeOf(await answer(token, { expected: 4, experienced: 3, satisfied: 3 }))).toBe(204)
    expect(codeOf(await answer(token, { expected: 5, experienced: 5, satisfied: 5 }))).toBe('survey.answered')
    expect(codeOf(await open(token))).toBe('survey.answered')
    const { pairs, matters, satisfied, circle } = await of('李素珍')
    expect(circle).toEqual({ code: 'circle.unknown', params: {} })
    expect(pairs).toEqual([
      expect.objectContaining({ matter: '修障', expected: 4, experienced: 3, grade: 'poor', felt: 'below' }),
    ])
    expect(satisfied).toMatchObject({ score: 3, zone: 'indifference' })
    expect(matters.flatMap(({ answers }) => answers.map(({ words }) => words))).toContain('等得久')
  })

  test('is not sent again while open, nor too soon, nor to another’s customer', async () => {
    expect(codeOf(await send('李素珍', 'second'))).toBe('survey.tooSoon')
    expect(codeOf(await send('陈国栋', 'open one', { kind: 'satisfied' }))).toBe(200)
    expect(codeOf(await send('陈国栋', 'open two', { kind: 'satisfied' }))).toBe('survey.open')
    expect(codeOf(await withdraw('陈国栋', 'open one'))).toBe(204)
    expect(codeOf(await send('陈国栋', 'open two', { kind: 'satisfied' }))).toBe(200)
    expect(codeOf(await send('石磊', 'not mine'))).toBe('record.not_found')
  })

  test('goes out as a message only as the contact gate lets, and is then a contact', async () => {
    const params = { id: idOf('方敏'), purpose: 'survey' as const }
    const consent = { state: 'refused' as const, until: null, source: '电话里说的' }
    await api.as('lin')('PUT /api/customers/:id/consents/:purpose', { params, body: consent })
    expect(codeOf(await send('方敏', 'by message', { way: 'message' }))).not.toBe(200)
    const given = { state: 'given' as const, until: null, source: '签约时写的' }
    await api.as('lin')('PUT /api/customers/:id/consents/:purpose', {
      params: { id: idOf('宋佳'), purpose: 'survey' },
      body: given,
    })
    expect(codeOf(await send('宋佳', 'by message too', { way: 'message', agreedTime: true }))).toBe(200)
    const touches = () => api.as('lin')('GET /api/customers/:id/touches', { params: { id: idOf('宋佳') }, query: {} })
    expect((await touches()).body.rows).toHaveLength(1)
    await withdraw('宋佳', 'by message too')
    expect((await touches()).body.rows).toHaveLength(0)
  })

  test('says kindly that its time is over', async () => {
    const { body } = await send('宋佳', 'long ago')
    await api.db.updateTable('survey').set({ sent_on: '2026-10-01' }).where('id', '=', idOf('long ago')).execute()
    expect(codeOf(await open(tokenOf(body.path)))).toBe('survey.over')
  })
})

describe('what was said on the call', () => {
  test('opens a play when it lies in another zone, which goes with it when it is taken back', async () => {
    await earlier('周全', 'satisfied', 5, '2026-08-03')
    expect((await speak('周全', 'fell', { scores: { satisfied: 2 } })).body).toEqual({ play: 'recover' })
    expect(await planned('周全')).toEqual(['follow-up 2026-11-24 满意度从 5 分到 2 分：问清哪里没做好，当面说怎么补'])
    await withdraw('周全', 'fell')
    expect(await planned('周全')).toEqual([])
    expect((await of('周全')).satisfied).toMatchObject({ score: 5 })
    expect((await speak('周全', 'less', { scores: { satisfied: 4 } })).body).toEqual({ play: 'listen' })
    expect((await of('周全')).notSafe).toMatchObject({ code: 'zone.notSafe' })
  })

  test('has an answer to what was asked', async () => {
    expect(codeOf(await speak('许诺', 'nothing', { scores: {} }))).toBe('request.invalid')
    expect(codeOf(await speak('许诺', 'half', { kind: 'contact', matter: '账单', scores: { expected: 3 } }))).toBe(
      'request.invalid',
    )
  })
})

test('a moved border grades from its day on; earlier answers keep theirs [M-01]', async () => {
  await earlier('许诺', 'expected', 3, '2026-11-01')
  await earlier('许诺', 'experienced', 5, '2026-11-05')
  const put = (border: number, code: string) => api.as(code)('PUT /api/satisfaction/border', { body: { border } })
  expect(codeOf(await put(2.5, 'lin'))).toBe('access.denied')
  expect(codeOf(await put(0, 'gu'))).toBe('grade.badBorder')
  expect(codeOf(await put(2.5, 'gu'))).toBe(200)
  const spoken = { kind: 'contact', matter: '账单', scores: { expected: 3, experienced: 5 } }
  expect(codeOf(await speak('许诺', 'after', spoken))).toBe(200)
  expect((await of('许诺')).pairs.map(({ on, grade, border }) => `${on} ${grade} ${border}`)).toEqual([
    '2026-11-23 good 2026-11-23',
    '2026-11-05 excellent start',
  ])
})

test('22 items give P − E an item and a dimension, reversed ones turned; the other view has the same total [M-08][M-09]', async () => {
  const { body } = await send('方敏', 'all items', { kind: 'servqual' })
  const sheet = (score: number) => Object.fromEntries(Array.from({ length: 22 }, (_, i) => [String(i + 1), score]))
  const token = tokenOf(body.path)
  expect(codeOf(await answer(token, {}, null))).toBe('request.invalid')
  expect(codeOf(await answer(token, {}, { expected: { 1: 4 }, experienced: { 1: 4 } }))).toBe('request.invalid')
  expect(codeOf(await answer(token, {}, { expected: sheet(2), experienced: sheet(1) }))).toBe(204)
  const result = (await of('方敏')).servqual
  expect(result?.items.find(({ number }) => number === 10)).toMatchObject({ reversed: true, experienced: 5, gap: 1 })
  expect(result?.items.find(({ number }) => number === 1)).toMatchObject({ gap: -1 })
  expect(result?.lens.total).toBe(result?.dimensions.total)
  const together = (await api.as('gu')('GET /api/satisfaction/servqual', {})).body
  expect([together.sheets, together.dimensions.total]).toEqual([1, result?.dimensions.total])
  expect((await api.as('xu')('GET /api/satisfaction/servqual', {})).body.sheets).toBe(0)
})

test('a few of the 22 items can be asked on the call, turned by the same rule; taken back, they are gone [M-08]', async () => {
  const items = { kind: 'servqual', sheets: { expected: { 5: 5, 11: 2 }, experienced: { 5: 3, 11: 1 } } }
  expect(codeOf(await speak('许诺', 'no items', { kind: 'servqual' }))).toBe('request.invalid')
  const apart = { kind: 'servqual', sheets: { expected: { 5: 5 }, experienced: { 11: 1 } } }
  expect(codeOf(await speak('许诺', 'apart', apart))).toBe('servqual.empty')
  expect(codeOf(await speak('许诺', 'few items', items))).toBe(200)
  const { servqual } = await of('许诺')
  expect(servqual?.items.map(({ number, gap }) => [number, gap])).toEqual([
    [5, -2],
    [11, 1],
  ])
  expect((await withdraw('许诺', 'few items')).status).toBe(204)
  expect((await of('许诺')).servqual).toBeNull()
})

test('the few put no full sheet aside: they renew their items, on the customer’s page and in the mean of all [M-08]', async () => {
  await api.db
    .updateTable('survey_sheet')
    .set({ on_day: '2026-10-30' })
    .where('customer_id', '=', idOf('方敏'))
    .execute()
  const items = { kind: 'servqual', sheets: { expected: { 5: 5 }, experienced: { 5: 2 } } }
  expect(codeOf(await speak('方敏', 'one item again', items))).toBe(200)
  const gaps = (shown: { items: { number: number; gap: number }[] } | null) =>
    [1, 5, 22].map((number) => shown?.items.find((one) => one.number === number)?.gap)
  expect(gaps((await of('方敏')).servqual)).toEqual([-1, -3, 1])
  const together = (await api.as('gu')('GET /api/satisfaction/servqual', {})).body
  expect([together.sheets, together.from, together.to, ...gaps(together)]).toEqual([
    1,
    '2026-10-30',
    '2026-11-23',
    -1,
    -3,
    1,
  ])
  const records = async (value: string) =>
    (await api.as('gu')('GET /api/satisfaction/records', { query: { of: 'item', value } })).body.rows.map(
      ({ on, score }) => `${on} ${score}`,
    )
  expect([await records('5'), await records('1')]).toEqual([['2026-11-23 2'], ['2026-10-30 1']])
})

test('the plot counts newest answers of one’s own customers, and who stayed a year; few have no percentage [M-04]', async () => {
  await earlier('陈国栋', 'satisfied', 4, '2025-09-10')
  await earlier('李素珍', 'satisfied', 4, '2025-09-10')
  await api.db
    .insertInto('standing_month')
    .values({ branch_id: 1, month: 202610, computed_at: new Date(), rule_version: 1, summary: '{}' })
    .execute()
  await api.db
    .insertInto('bill')
    .values({ branch_id: 1, customer_id: idOf('陈国栋'), month: monthNumber('2026-09'), amount_fen: 100 })
    .execute()
  const { stay, zones, customers, scores } = (await api.as('lin')('GET /api/satisfaction', {})).body
  expect(stay[3]).toMatchObject({ score: 4, customers: 2, stayed: 1, rate: null, said: { code: 'zone.few' } })
  expect(zones.reduce((sum, one) => sum + one.customers, 0)).toBe(customers)
  expect(scores.reduce((sum, one) => sum + one.customers, 0)).toBe(customers)
  const behind = await api.as('lin')('GET /api/satisfaction/records', { query: { of: 'year', value: '4' } })
  expect(behind.body.rows.map(({ name, stayed }) => `${name} ${stayed}`).toSorted()).toEqual([
    '李素珍 false',
    '陈国栋 true',
  ])
  expect((await api.as('xu')('GET /api/satisfaction', {})).body.customers).toBe(0)
})

test('the gaps have a figure where one is measured [M-07]', async () => {
  const { gaps } = (await api.as('lin')('GET /api/satisfaction/gaps', {})).body
  expect(gaps.map(({ gap, count }) => `${gap} ${count ? count.of : 'none'}`)).toEqual([
    'perception none',
    'specification none',
    'delivery 0',
    'communication 0',
    'felt 3',
  ])
})

test('what changed is told to who asked for it, as a contact, and can be taken back [R-21]', async () => {
  const put = (body: object) =>
    api.as('lin')('PUT /api/satisfaction/changes/:id', {
      params: { id: idOf('change') },
      body: { what: '叫号屏', doneOn: '2026-11-20', askers: [idOf('周全')], baseVersion: null, ...body },
    })
  expect((await put({})).body).toEqual({ version: 1 })
  expect((await put({})).body).toEqual({ version: 1 })
  expect(codeOf(await put({ what: '叫号屏换了' }))).toBe('record.conflict')
  expect(codeOf(await put({ askers: [idOf('石磊')] }))).toBe('record.not_found')
  expect((await of('周全')).owed).toEqual([expect.objectContaining({ what: '叫号屏' })])
  const params = { id: idOf('change'), customerId: idOf('周全') }
  const tell = await api.as('lin')('PUT /api/satisfaction/changes/:id/told/:customerId', {
    params,
    body: { touchId: idOf('telling'), text: '您上次说的叫号屏，换好了。', agreedTime: true },
  })
  expect(codeOf(tell)).toBe(200)
  expect((await of('周全')).owed).toEqual([])
  expect(codeOf(await api.as('lin')('DELETE /api/satisfaction/changes/:id/told/:customerId', { params }))).toBe(204)
  expect((await of('周全')).owed).toHaveLength(1)
})

test('standing up for a customer is recorded with what was asked and how it ended [R-21]', async () => {
  const put = (body: object, code = 'lin') =>
    api.as(code)('PUT /api/customers/:id/represented/:representedId', {
      params: { id: idOf('周全'), representedId: idOf('stood') },
      body: { what: '免一次停机', askedOf: '网络部', on: '2026-11-20', result: 'open', baseVersion: null, ...body },
    })
  expect((await put({})).body).toEqual({ version: 1 })
  expect((await put({ result: 'won', baseVersion: 1 })).body).toEqual({ version: 2 })
  expect(codeOf(await put({ result: 'not', baseVersion: 1 }))).toBe('record.conflict')
  expect((await of('周全')).trust).toEqual([
    { code: 'trust.won', params: { what: '免一次停机', on: '2026-11-20', today: '2026-11-23' } },
  ])
})

test('whoever tries addresses that lead nowhere is slowed down', async () => {
  const tries = []
  for (let i = 0; i < 9; i += 1) tries.push(codeOf(await open(`1-${'x'.repeat(22)}`)))
  expect([tries[0], tries[8]]).toEqual(['record.not_found', 'session.too_many_tries'])
})
