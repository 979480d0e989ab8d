import { beforeAll, describe, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const lisuzhen = () => ({ id: idOf('李素珍') })
const hengchuan = () => ({ id: idOf('衡川精密制造') })

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han', phone: '13000126027' })
  await aCustomer(api, '衡川精密制造', { manager: 'lin', kind: 'group' })
  await aCustomer(api, '陈国栋', { manager: 'xu', phone: '13900000001' })
})

const fileOf = async (params: { id: string }) => (await api.as('lin')('GET /api/customers/:id/file', { params })).body

const put = (
  code: string,
  part: 'people' | 'members' | 'holdings' | 'sightings' | 'wishes',
  customer: { id: string },
  name: string,
  fields: Record<string, unknown>,
  baseVersion: number | null = null,
) =>
  api.as(code)(`PUT /api/customers/:id/${part}/:partId` as 'PUT /api/customers/:id/wishes/:partId', {
    params: { ...customer, partId: idOf(name) },
    body: { baseVersion, fields },
  })

describe('what stands under a customer', () => {
  test('a group has people with roles in its decisions, and their numbers find it', async () => {
    const zhou = { name: '周敬山', addressForm: '周总', decisionRole: 'decider', phone: '+86 131-0000-2468' }
    expect((await put('lin', 'people', hengchuan(), '周敬山', zhou)).body).toEqual({ version: 1 })
    const { people } = await fileOf(hengchuan())
    expect(people).toMatchObject([{ name: '周敬山', decisionRole: 'decider', phone: '131 **** 2468', lastMetOn: null }])
    const found = await api.as('lin')('GET /api/customers', { query: { q: '2468' } })
    expect(found.body.rows.map(({ name }) => name)).toEqual(['衡川精密制造'])
  })

  test('a number belongs to one customer; its user may be somebody else', async () => {
    const number = { kind: 'mobile', number: '13900000001', userName: '李素珍的女儿' }
    const refused = await put('lin', 'members', lisuzhen(), 'second', number)
    expect(refused.error.reasons).toEqual([{ code: 'number.elsewhere', params: { tail: '0001' } }])
    const own = { ...number, number: '13900000002', holderName: '李素珍' }
    expect((await put('lin', 'members', lisuzhen(), 'second', own)).status).toBe(200)
    expect((await fileOf(lisuzhen())).members).toMatchObject([
      { number: '130 **** 6027', main: true },
      { number: '139 **** 0002', userName: '李素珍的女儿', holderName: '李素珍' },
    ])
  })

  test('answers to the interview set the stage, with its day; the history keeps both', async () => {
    const product = { product: '家庭监控' }
    await put('lin', 'holdings', lisuzhen(), 'watch', product)
    await put('lin', 'holdings', lisuzhen(), 'watch', { answers: { knows: 'yes' } }, 1)
    await put('lin', 'holdings', lisuzhen(), 'watch', { answers: { knows: 'yes', frequency: 'daily' } }, 2)
    expect((await fileOf(lisuzhen())).holdings).toMatchObject([
      { product: '家庭监控', stage: 'use', stageOn: '2026-11-23', version: 3 },
    ])
    const { body } = await api.as('lin')('GET /api/customers/:id/history', { params: lisuzhen() })
    const stages = body.changes.filter(({ field }) => field === 'stage').map(({ before, after }) => [before, after])
    expect(stages).toEqual([
      ['awareness', 'use'],
      [null, 'awareness'],
    ])
  })

  test('what is put away can be brought back, and two writers of one field meet', async () => {
    const wish = { what: '宽带移到里屋', saidOn: '2026-11-20' }
    await put('lin', 'wishes', lisuzhen(), 'wish', wish)
    await put('han', 'wishes', lisuzhen(), 'wish', { what: '宽带移到里屋，周末来' }, 1)
    const clash = await put('lin', 'wishes', lisuzhen(), 'wish', { what: '宽带移到店里' }, 1)
    expect(clash.error.conflicts).toMatchObject([
      { field: 'what', theirs: '宽带移到里屋，周末来', by: '韩一诺', version: 2 },
    ])
    const over = await put(
      'lin',
      'wishes',
      lisuzhen(),
      'wish',
      { what: '宽带移到店里' },
      clash.error.conflicts?.[0]?.version,
    )
    expect(over.body).toEqual({ version: 3 })
    const away = (removed: boolean, baseVersion: number) =>
      api.as('lin')('PUT /api/customers/:id/wishes/:partId', {
        params: { ...lisuzhen(), partId: idOf('wish') },
        body: { baseVersion, fields: {}, removed },
      })
    await away(true, 3)
    expect((await fileOf(lisuzhen())).wishes).toEqual([])
    await away(false, 4)
    expect((await fileOf(lisuzhen())).wishes).toMatchObject([{ what: '宽带移到店里' }])
  })

  test('the first words sent again leave what somebody made of them since; other words under that id meet them', async () => {
    const first = { what: '账单改成纸质', saidOn: '2026-11-20' }
    await put('lin', 'wishes', lisuzhen(), 'paper', first)
    await put('han', 'wishes', lisuzhen(), 'paper', { what: '账单改成纸质，寄到店里' }, 1)
    expect((await put('lin', 'wishes', lisuzhen(), 'paper', first)).body).toEqual({ version: 2 })
    expect((await fileOf(lisuzhen())).wishes.map(({ what }) => what)).toContain('账单改成纸质，寄到店里')
    const other = await put('lin', 'wishes', lisuzhen(), 'paper', { ...first, what: '不要账单' })
    expect(other.error.conflicts).toMatchObject([{ theirs: '账单改成纸质，寄到店里', by: '韩一诺' }])
  })

  test('of two different parts begun at once under one id one stands, and the other hears of it', async () => {
    const begun = await Promise.all(
      ['红茶', '绿茶', '白茶', '黑茶'].map((what) =>
        put('lin', 'wishes', lisuzhen(), 'tea', { what, saidOn: '2026-11-20' }),
      ),
    )
    expect(begun.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
  })

  test('the same write twice is one write; another customer’s part is not to be had', async () => {
    const seen = { seenOn: '2026-11-04', competitor: '友商', source: '客户转来', what: '同档低 9%' }
    await put('lin', 'sightings', lisuzhen(), 'seen', seen)
    await put('lin', 'sightings', lisuzhen(), 'seen', seen)
    expect((await fileOf(lisuzhen())).sightings).toMatchObject([{ what: '同档低 9%', notedBy: '林晓岚', version: 1 }])
    expect((await put('lin', 'sightings', hengchuan(), 'seen', seen)).status).toBe(404)
    expect((await put('xu', 'sightings', lisuzhen(), 'other', seen)).status).toBe(404)
  })

  test('a birthday that cannot be is refused', async () => {
    const born = { name: '冯岩', birthday: { calendar: 'lunar', month: 13, day: 1 } }
    expect((await put('lin', 'people', hengchuan(), '冯岩', born)).error.reasons?.[0]?.code).toBe(
      'dossier.not_birthday',
    )
  })

  test('do-not-disturb is said, dated, and taken back', async () => {
    const say = (state: 'refused' | null) =>
      api.as('lin')('PUT /api/customers/:id/consents/:purpose', {
        params: { ...lisuzhen(), purpose: 'any' },
        body: { state, until: '2026-12-31', source: '电话里说的' },
      })
    await say('refused')
    expect((await fileOf(lisuzhen())).consents).toEqual([
      { purpose: 'any', state: 'refused', since: '2026-11-23', until: '2026-12-31', source: '电话里说的' },
    ])
    await say(null)
    expect((await fileOf(lisuzhen())).consents).toEqual([])
  })
})

describe('history', () => {
  test('a field goes back to what it held, and personal values stay masked', async () => {
    const change = (dossier: Record<string, unknown>) =>
      api.as('lin')('PATCH /api/customers/:id', {
        params: lisuzhen(),
        body: { baseVersion: 1, dossier, source: 'visit' },
      })
    await change({ occupation: '建材店主', address: '云川市北门路 12 号' })
    await api.as('lin')('PATCH /api/customers/:id', {
      params: lisuzhen(),
      body: { baseVersion: 2, dossier: { occupation: '茶馆老板' } },
    })
    const { body } = await api.as('lin')('GET /api/customers/:id/history', { params: lisuzhen() })
    expect(body.changes.find(({ field }) => field === 'address')).toMatchObject({
      after: '云川**** 号',
      source: 'visit',
    })
    await api.as('lin')('POST /api/customers/:id/restore', {
      params: lisuzhen(),
      body: { field: 'occupation', version: 3 },
    })
    const shown = await api.as('lin')('GET /api/customers/:id', { params: lisuzhen() })
    expect(shown.body.dossier['occupation']).toBe('建材店主')
  })
})

describe('a masked number', () => {
  test('shows for a reason, which is written down', async () => {
    const ask = (code: string, reason: string) =>
      api.as(code)('POST /api/customers/:id/reveal', { params: lisuzhen(), body: { what: { of: 'number' }, reason } })
    expect((await ask('lin', '')).status).toBe(400)
    expect((await ask('desk', '客户在柜台')).status).toBe(404)
    expect((await ask('lin', '约上门时间')).body).toEqual({ value: '130 0012 6027' })
    const logged = await api.db
      .selectFrom('audit_event')
      .select(['params', 'actor_id'])
      .where('action', '=', 'number.revealed')
      .execute()
    expect(logged).toEqual([{ params: { reason: '约上门时间' }, actor_id: idOf('lin') }])
  })
})

describe('the touch log', () => {
  const touch = (name: string, more: Record<string, unknown>) =>
    api.as('lin')('PUT /api/customers/:id/touches/:touchId', {
      params: { ...hengchuan(), touchId: idOf(name) },
      body: {
        channel: 'call',
        direction: 'active',
        purpose: 'service',
        outcome: 'reached',
        minutes: null,
        said: null,
        note: null,
        personId: null,
        ...more,
      },
    })
  const log = async (query: Record<string, string> = {}) =>
    (await api.as('lin')('GET /api/customers/:id/touches', { params: hengchuan(), query })).body

  test('who spoke last, on which channel, from which side, and what was said', async () => {
    await touch('first', {
      at: '2026-11-17T02:00:00Z',
      channel: 'visit',
      outcome: null,
      said: '别碰夜班，其他都好说。',
      personId: idOf('周敬山'),
    })
    await touch('second', { at: '2026-11-20T02:00:00Z', direction: 'passive', outcome: null, minutes: 6 })
    await touch('missed', { at: '2026-11-21T02:00:00Z', outcome: 'no_answer' })
    expect((await log()).rows.map((row) => [row.channel, row.direction, row.reached, row.by, row.person])).toEqual([
      ['call', 'active', false, '林晓岚', null],
      ['call', 'passive', true, '林晓岚', null],
      ['visit', 'active', true, '林晓岚', '周总'],
    ])
    expect((await log({ direction: 'active' })).rows).toHaveLength(2)
    expect((await log({ met: 'true' })).rows.map(({ said }) => said)).toEqual(['别碰夜班，其他都好说。'])
    const shown = await api.as('lin')('GET /api/customers/:id', { params: hengchuan() })
    expect(shown.body.lastTouchAt).toBe('2026-11-20T02:00:00.000Z')
    expect((await fileOf(hengchuan())).people).toMatchObject([{ name: '周敬山', lastMetOn: '2026-11-17' }])
  })

  test('pages follow one another', async () => {
    const first = await log({ limit: '2' })
    const second = await log({ limit: '2', cursor: first.next ?? '' })
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual((await log()).rows.map(({ id }) => id))
  })

  test('a call of ours needs its outcome, nothing is logged ahead of time, cues go into the dossier', async () => {
    expect((await touch('a', { outcome: null })).error.reasons?.[0]?.code).toBe('touch.outcome')
    expect((await touch('b', { at: '2026-12-01T02:00:00Z' })).error.reasons?.[0]?.code).toBe('touch.future')
    expect((await touch('d', { at: '1901-01-01T00:00:00Z' })).error.reasons?.[0]?.code).toBe('touch.longAgo')
    await touch('c', { cues: ['direct', 'fast_talk'] })
    const shown = await api.as('lin')('GET /api/customers/:id', { params: hengchuan() })
    expect(shown.body.dossier['styleCues']).toEqual(['direct', 'fast_talk'])
  })
})
