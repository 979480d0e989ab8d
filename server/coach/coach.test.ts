import { contract } from '#api/contract.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { coachOf } from '#domain/coach/ready.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin' })
})

const draft = {
  language: 'zh' as const,
  level: 'avoid' as const,
  title: '叫客户“亲”',
  words: ['亲亲', '亲，'],
  pattern: '',
  unless: ['亲自'],
  rewrite: '李姐，您好。',
  why: '来办事的不是网店买家，称呼姓氏更郑重。',
  examples: ['亲亲，月底前来就行', '好的呢亲，收到', '亲，您的机子到了'],
  counterExamples: ['我亲自送过去', '您亲戚的号码也能办', '这是您母亲的号码吗'],
}

const put = (id: string, more: object = {}, baseVersion: number | null = null, code = 'gu') =>
  api.as(code)('PUT /api/coach/rules/:id', {
    params: { id: idOf(id) },
    body: { draft: { ...draft, ...more }, baseVersion },
  })
const publish = (id: string, baseVersion: number, code = 'gu') =>
  api.as(code)('POST /api/coach/rules/:id/publish', { params: { id: idOf(id) }, body: { baseVersion } })
const look = async (text: string, code = 'lin') =>
  (await api.as(code)('POST /api/coach/look', { body: { text } })).body.hits.map(({ rule }) => rule)

describe('the rules for whoever writes', () => {
  test('come compiled, one language at a time, the same as long as the program is', async () => {
    const [zh, again, en] = [
      await api.as('line')('GET /api/coach', { query: { language: 'zh' } }),
      await api.as('lin')('GET /api/coach', { query: { language: 'zh' } }),
      await api.as('lin')('GET /api/coach', { query: { language: 'en' } }),
    ]
    expect(zh.body.version).toBe(again.body.version)
    expect(zh.body.version).not.toBe(en.body.version)
    expect(coachOf(zh.body.compiled).rules.length).toBeGreaterThan(150)
    expect(zh.headers.get('cache-control')).toBe('private, no-cache')
    expect(zh.headers.get('etag')).toBeTruthy()
  })

  test('are sent small, and not at all to a browser that has them', async () => {
    const ask = (headers: Record<string, string>) =>
      api.fetch(
        new Request('http://localhost/api/coach?language=zh', { headers: { 'x-test-staff': 'lin', ...headers } }),
      )
    const whole = await ask({ 'accept-encoding': 'gzip' })
    expect(whole.headers.get('content-encoding')).toBe('gzip')
    expect((await whole.arrayBuffer()).byteLength).toBeLessThan(60_000)
    const same = await ask({ 'accept-encoding': 'gzip', 'if-none-match': whole.headers.get('etag') ?? '' })
    expect([same.status, (await same.arrayBuffer()).byteLength]).toEqual([304, 0])
  })

  test('look at words with reason, kind and another form', async () => {
    const { body } = await api.as('lin')('POST /api/coach/look', { body: { text: '你必须先交押金。' } })
    expect(body.hits).toMatchObject([
      { words: '你必须先交押金。', level: 'avoid', source: 'H-40', title: { zh: '命令' } },
    ])
    expect(await look('我必须向您道歉。')).toEqual([])
  })

  test('can be read with examples and measured precision; the twelve pairs stand there', async () => {
    const { body } = await api.as('lin')('GET /api/coach/library', {})
    expect(body.pairs.filter(({ source }) => source === 'H-39')).toHaveLength(12)
    expect(body.pairs[0]?.measured.zh?.marked).toBeGreaterThan(0)
    expect(
      body.kinds.find(({ act, language }) => act === 'order' && language === 'zh')?.rules[0]?.examples.length,
    ).toBeGreaterThan(2)
    expect(body.mayDraft).toBe(false)
  })
})

describe('a rule of the branch [P-35]', () => {
  test('is drafted by a lead, marks nothing before it is published, everybody’s words after, and nobody’s once withdrawn', async () => {
    expect((await put('dear', {}, null, 'lin')).status).toBe(403)
    expect((await put('dear')).body).toEqual({ version: 1 })
    expect((await put('dear')).body).toEqual({ version: 1 })
    expect(await look('亲亲，月底前来就行')).toEqual([])
    expect((await publish('dear', 1)).body).toEqual({ version: 2, edition: 1 })
    expect(await look('亲亲，月底前来就行', 'xu')).toEqual([`zh.own.${idOf('dear')}`])
    const { body } = await api.as('lin')('GET /api/coach/own', {})
    expect(body.rules.map(({ title }) => title.zh)).toEqual(['叫客户“亲”'])
    expect((await put('dear', { title: '叫“亲”' }, 2)).body).toEqual({ version: 3 })
    expect((await publish('dear', 3)).body).toEqual({ version: 4, edition: 2 })
    const withdrawn = await api.as('gu')('POST /api/coach/rules/:id/withdraw', {
      params: { id: idOf('dear') },
      body: { baseVersion: 4 },
    })
    expect(withdrawn.body).toEqual({ version: 5 })
    expect(await look('亲亲，月底前来就行')).toEqual([])
  })

  test('is not published while it fails one of its examples, and says which', async () => {
    await put('broken', { examples: ['好的', '亲亲', '亲，到了'], counterExamples: ['亲亲我', '好', '行'] })
    const { status, error } = await publish('broken', 1)
    expect([status, error.reasons?.map(({ code, params }) => [code, params['field']])]).toEqual([
      422,
      [
        ['example.missed', 'examples'],
        ['counter.hit', 'counterExamples'],
      ],
    ])
  })

  test('two leads who change it at once are told of each other', async () => {
    await put('both')
    await put('both', { why: '郑重些。' }, 1)
    const { status, error } = await put('both', { why: '别的理由。' }, 1, 'yan')
    expect([status, error.conflicts?.[0]?.by]).toEqual([409, '顾一鸣'])
  })
})

describe('what was marked belongs to the writer', () => {
  const hit = (id: string, rule: string, ended: 'taken' | 'left', code: string) =>
    api.as(code)('PUT /api/coach/hits/:id', { params: { id: idOf(id) }, body: { rule, ended } })

  test('their own page lists it, a lead sees sums without persons, and no sum too small to hide behind', async () => {
    for (const [place, code] of ['lin', 'lin', 'lin', 'han', 'han', 'xu'].entries())
      expect((await hit(`must ${place}`, 'zh.order.must', place < 2 ? 'taken' : 'left', code)).status).toBe(204)
    await hit('must 0', 'zh.order.must', 'taken', 'lin')
    await hit('try', 'zh.vague.try', 'left', 'lin')
    expect((await hit('unknown', 'zh.order.never-heard-of', 'left', 'lin')).status).toBe(404)
    const own = async (code: string) =>
      (await api.as(code)('GET /api/coach/hits', {})).body.rows.map(({ rule, marked, taken }) => [rule, marked, taken])
    expect(await own('lin')).toEqual([
      ['zh.order.must', 3, 2],
      ['zh.vague.try', 1, 0],
    ])
    expect(await own('gu')).toEqual([])
    expect((await api.as('lin')('GET /api/coach/fired', {})).status).toBe(403)
    const { body } = await api.as('gu')('GET /api/coach/fired', {})
    expect(body.rows).toMatchObject([
      { rule: 'zh.order.must', month: '2026-11', marked: 5, taken: 0 },
      { rule: 'zh.vague.try', marked: null, taken: null },
    ])
  })

  test('the table of sums has no column that could name somebody or a day', async () => {
    const { rows } = await api.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'coach_rule_month' order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(['branch_id', 'marked', 'month', 'rule', 'taken'])
  })
})

describe('before words leave to a customer [P-35]', () => {
  const send = async (more: object) => {
    const { status, error } = await api.as('lin')('PUT /api/customers/:id/copies/:touchId', {
      params: { id: idOf('李素珍'), touchId: freshId(MONDAY_AT_TEN) },
      body: {
        script: 'core/moon',
        wording: 'pack-1',
        version: 'first',
        channel: 'message',
        purpose: 'service',
        text: '李姐，机子到了。',
        ...more,
      },
    })
    return [status, error.reasons?.map(({ code }) => code), error.params?.['overrulable']]
  }

  test('a forbidden phrase, a closed hour and the list answer at once; cured, it goes', async () => {
    const list = { branch_id: 1, customer_id: idOf('李素珍'), since: '2026-01-05', until: null, source: '来电' }
    await api.db
      .insertInto('consent')
      .values({ ...list, purpose: 'care', state: 'refused' })
      .execute()
    const text = '李姐，公司就是这么规定的。'
    expect(await send({ purpose: 'care', text, overruled: true })).toEqual([
      422,
      ['gate.refused', 'gate.monday', 'wording.forbidden'],
      false,
    ])
    expect(await send({})).toEqual([200, undefined, undefined])
  })

  test('blunt words warn, and go when the writer means them; a refusal by rule alone never does [K-06]', async () => {
    const blunt = { text: '你必须先交押金。' }
    expect(await send(blunt)).toEqual([422, ['wording.blunt'], true])
    expect(await send({ ...blunt, overruled: true })).toEqual([200, undefined, undefined])
    const rule = { text: '补不了，这是公司规定。', overruled: true }
    expect((await send(rule))[0]).toBe(422)
    expect((await send({ text: '这一条是为了防止别人冒用您的名字；您带证件来，我马上办。' }))[0]).toBe(200)
  })

  test('every endpoint whose words go to a customer keeps a forbidden phrase here and writes nothing; cured, it goes', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await api.as('lin')('PUT /api/cases/:id', {
      params: { id },
      body: { customerId: idOf('李素珍'), kind: 'request', what: '补发票' },
    })
    const answer = (text: string) =>
      api.as('lin')('POST /api/cases/:id/moves', { params: { id }, body: { move: 'answered', text } })
    const refused = await answer('补不了，公司就是这么规定的。')
    expect(refused.status).toBe(422)
    expect(refused.error.reasons?.map(({ code }) => code)).toContain('wording.forbidden')
    expect((await answer('发票今天下午五点前寄出，单号我发给您。')).status).toBe(200)
  })

  test('the contract names what it holds to the rules', () => {
    const held = Object.entries(contract)
      .filter(([, endpoint]) => 'toCustomer' in endpoint)
      .map(([key]) => key)
    expect(held.sort()).toEqual([
      'POST /api/cases/:id/complaint',
      'POST /api/cases/:id/moves',
      'POST /api/expectations/:id/moves',
      'POST /api/retention/:id/events',
      'PUT /api/campaigns/:id',
      'PUT /api/retention-guard',
      'PUT /api/satisfaction/changes/:id',
      'PUT /api/satisfaction/changes/:id/told/:customerId',
    ])
  })
})
