import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const fresh = () => freshId(MONDAY_AT_TEN)

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han' })
  await aCustomer(api, '陈国栋', { manager: 'xu' })
})

const promise = async (code: string, name: string, what: string, dueDay: string) => {
  const id = fresh()
  const body = { customerId: idOf(name), what, dueDay }
  return { id, answer: await api.as(code)('PUT /api/promises/:id', { params: { id }, body }) }
}

const move = (code: string, id: string, body: Record<string, unknown>) =>
  api.as(code)('POST /api/promises/:id/moves', { params: { id }, body: { moveId: fresh(), ...body } as never })

describe('the promise ledger', () => {
  test.each([
    ['lin', 200],
    ['han', 200],
    ['gu', 200],
    ['xu', 404],
    ['train', 403],
    ['line', 403],
  ])('%s may promise a customer something or not: %i', async (code, status) => {
    expect((await promise(code, '李素珍', '发账单', '2026-11-30')).answer.status).toBe(status)
  })

  test('shows one’s own in the order they fall due, with both figures side by side [R-23]', async () => {
    await promise('xu', '陈国栋', '周五前回电', '2026-11-27')
    const due = await promise('xu', '陈国栋', '今天答复', '2026-11-23')
    const { body } = await api.as('xu')('GET /api/promises', { query: {} })
    expect(body.rows.map(({ what, standing }) => [what, standing])).toEqual([
      ['今天答复', 'today'],
      ['周五前回电', 'open'],
    ])
    expect(body.counts).toEqual({ open: 2, due: 1, overdue: 0, untold: 0, settled: 0, all: 2 })
    expect((await move('xu', due.id, { move: 'kept' })).body).toEqual({ version: 2 })
    const after = (await api.as('xu')('GET /api/promises', { query: { show: 'settled' } })).body
    expect(after.rows.map(({ what, standing }) => [what, standing])).toEqual([['今天答复', 'kept']])
    expect([after.figures.kept.denominator, after.figures.perHundred.numerator]).toEqual([1, 2])
    expect((await api.as('lin')('GET /api/promises', { query: { whose: 'all', q: '答复' } })).body.rows).toEqual([])
    expect((await api.as('yan')('GET /api/promises', { query: { whose: 'all' } })).body.rows).toHaveLength(1)
  })

  test('a move sent twice is one; a new day asks for the telling; the story names who', async () => {
    const { id } = await promise('lin', '李素珍', '发漫游明细', '2026-11-25')
    const refused = await move('lin', id, { move: 'postponed', dueAt: '2026-11-27T09:30:00.000Z' })
    expect([refused.status, refused.error.reasons?.[0]?.code]).toEqual([422, 'promise.tellFirst'])
    const moveId = fresh()
    const later = { moveId, move: 'postponed', dueAt: '2026-11-27T09:30:00.000Z', note: '跟客户说了周五' }
    expect((await move('lin', id, later)).body).toEqual({ version: 2 })
    expect((await move('lin', id, later)).body).toEqual({ version: 2 })
    expect((await move('lin', id, { move: 'handedOver', toId: idOf('han') })).status).toBe(200)
    const { body } = await api.as('han')('GET /api/promises', { query: {} })
    expect(body.rows[0]).toMatchObject({ what: '发漫游明细', owner: { name: '韩一诺' }, toldAt: expect.any(String) })
    expect(body.rows[0]?.history.map(({ move, by, toName }) => [move, by, toName])).toEqual([
      ['made', '林晓岚', null],
      ['postponed', '林晓岚', null],
      ['handedOver', '林晓岚', '韩一诺'],
    ])
    expect((await move('xu', id, { move: 'kept' })).status).toBe(404)
  })

  test('a day that is over cannot be promised; sent again, what was promised stands', async () => {
    const late = await promise('lin', '李素珍', '发账单', '1900-01-01')
    expect([late.answer.status, late.answer.error.reasons?.[0]?.code]).toEqual([422, 'promise.dayPast'])
    const { id } = await promise('lin', '李素珍', '发账单', '2026-11-23')
    const body = { customerId: idOf('李素珍'), what: '发账单', dueDay: '2026-11-20' }
    expect((await api.as('lin')('PUT /api/promises/:id', { params: { id }, body })).body).toEqual({ id, version: 1 })
    expect((await move('lin', id, { move: 'kept' })).status).toBe(200)
  })

  test('goes to whoever can keep it, and to nobody else [P-07]', async () => {
    const { id } = await promise('lin', '李素珍', '送合同上门', '2026-11-27')
    for (const to of ['train', 'admin', 'xu']) {
      const refused = await move('lin', id, { move: 'handedOver', toId: idOf(to) })
      expect([refused.status, refused.error.reasons?.[0]?.code], to).toEqual([422, 'promise.noKeeper'])
    }
    for (const to of ['line', 'gu', 'lin'])
      expect((await move('lin', id, { move: 'handedOver', toId: idOf(to) })).status, to).toBe(200)
  })

  test('pages follow one another without a gap', async () => {
    const all = (await api.as('lin')('GET /api/promises', { query: { whose: 'all' } })).body.rows.map(({ id }) => id)
    const first = (await api.as('lin')('GET /api/promises', { query: { whose: 'all', limit: '2' } })).body
    const rest = (
      await api.as('lin')('GET /api/promises', { query: { whose: 'all', limit: '9', cursor: first.next ?? '' } })
    ).body
    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(all)
  })
})

describe('the expectation board', () => {
  const note = async (what: string, nature: 'factual' | 'heard' = 'factual') => {
    const id = fresh()
    const body = { customerId: idOf('李素珍'), what, nature }
    expect((await api.as('lin')('PUT /api/expectations/:id', { params: { id }, body })).status).toBe(200)
    return id
  }
  const act = (id: string, body: Record<string, unknown>, code = 'lin') =>
    api.as(code)('POST /api/expectations/:id/moves', { params: { id }, body: { moveId: fresh(), ...body } as never })

  test('goes round by round to an agreed wording, which becomes a promise [R-05]', async () => {
    const id = await note('148 元全退')
    expect((await act(id, { move: 'answered', can: 'partly', wording: '退 98 元' })).status).toBe(200)
    expect((await act(id, { move: 'reset', wording: '退 98 元再开提醒' })).error.reasons?.[0]?.code).toBe(
      'expectation.lowerFirst',
    )
    await act(id, { move: 'lowered', wording: '用过的部分退不了', reply: '“那就没意思了”' })
    await act(id, { move: 'reset', wording: '退 98 元再开提醒' })
    const promised = { id: fresh(), dueDay: '2026-11-27' }
    expect((await act(id, { move: 'agreed', wording: '周五前退 98 元', promise: promised })).body).toEqual({
      version: 5,
    })
    const params = { id: idOf('李素珍') }
    const { rows } = (await api.as('han')('GET /api/customers/:id/expectations', { params })).body
    expect(rows.find((row) => row.id === id)).toMatchObject({
      state: 'agreed',
      agreedWording: '周五前退 98 元',
      can: 'partly',
    })
    const promises = (await api.as('han')('GET /api/customers/:id/promises', { params })).body.rows
    expect(promises.some((row) => row.id === promised.id && row.what === '周五前退 98 元')).toBe(true)
  })

  test('acknowledging closes what only wanted to be heard [R-24]; judging words are refused [R-06]', async () => {
    const id = await note('说清楚，别转来转去', 'heard')
    const judged = await act(id, { move: 'acknowledged', wording: '要求过分' })
    expect(judged.error.reasons).toEqual([{ code: 'expectation.judges', params: { word: '过分' } }])
    expect((await act(id, { move: 'acknowledged', wording: '我明白了' })).status).toBe(200)
    const { body } = await api.as('lin')('GET /api/expectations', { query: { show: 'settled' } })
    expect(body.rows.map(({ what, state }) => [what, state])).toEqual([['说清楚，别转来转去', 'closed']])
  })

  test('of wishes noted at once each has its own place', async () => {
    await Promise.all(['一', '二', '三', '四'].map((what) => note(`同时记的第${what}条`)))
    const params = { id: idOf('李素珍') }
    const { rows } = (await api.as('lin')('GET /api/customers/:id/expectations', { params })).body
    expect(new Set(rows.map(({ rank }) => rank)).size).toBe(rows.length)
  })

  test('keeps the customer’s order, and what they felt', async () => {
    const [slow, cheap] = [await note('别让我等'), await note('儿子的号 30 元内')]
    const params = { id: idOf('李素珍') }
    const ordered = await api.as('lin')('PUT /api/customers/:id/expectations/order', {
      params,
      body: { order: [cheap, slow] },
    })
    expect(ordered.status).toBe(204)
    const body = { feeling: '“等得心慌”', uncertain: '副卡哪天能办' }
    expect((await api.as('lin')('PATCH /api/expectations/:id', { params: { id: slow }, body })).status).toBe(200)
    const { rows } = (await api.as('lin')('GET /api/customers/:id/expectations', { params })).body
    expect(rows.slice(0, 2).map(({ what, feeling }) => [what, feeling])).toEqual([
      ['儿子的号 30 元内', null],
      ['别让我等', '“等得心慌”'],
    ])
    expect((await act(slow, { move: 'answered', can: 'can' }, 'xu')).status).toBe(404)
  })
})

describe('cases', () => {
  test('are answered, closed and asked about, by those who may', async () => {
    const id = fresh()
    const body = { customerId: idOf('陈国栋'), kind: 'request' as const, what: '宽带断了两次' }
    expect((await api.as('lin')('PUT /api/cases/:id', { params: { id }, body })).status).toBe(404)
    expect((await api.as('xu')('PUT /api/cases/:id', { params: { id }, body })).body.code).toBe('Q261123-001')
    expect((await api.as('xu')('PUT /api/cases/:id', { params: { id }, body })).body.code).toBe('Q261123-001')
    const act = (move: 'answered' | 'felt' | 'closed', text = '') =>
      api.as('yan')('POST /api/cases/:id/moves', { params: { id }, body: { move, text } })
    expect((await act('closed')).error.reasons?.[0]?.code).toBe('case.answerFirst')
    for (const [move, text] of [
      ['answered', '换了光猫'],
      ['closed', ''],
      ['felt', '“这回踏实了”'],
    ] as const)
      expect((await act(move, text)).status).toBe(200)
    const { rows, counts } = (await api.as('xu')('GET /api/cases', { query: { show: 'closed' } })).body
    expect(rows.map(({ standing, felt }) => [standing, felt])).toEqual([['closed', '“这回踏实了”']])
    expect(counts).toEqual({ open: 0, unasked: 0, closed: 1, escalated: 0, all: 1 })
  })
})
