import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { loadChecklists } from './checklists.ts'
import { loadPacks } from './load.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await loadPacks(api.db, 'content', MONDAY_AT_TEN)
  expect(await loadChecklists(api.db, 'content', MONDAY_AT_TEN)).toEqual([])
})

const look = (code: string, more: { place?: 'leaving' | 'door'; exceptions?: string[]; id?: string } = {}) => {
  const { id = freshId(MONDAY_AT_TEN), place = 'leaving', exceptions = [] } = more
  const body = { checklist: 'bearing', wear: 'women' as const, place, exceptions }
  return api.as(code)('PUT /api/self-checks/:id', { params: { id }, body })
}

const give = (code: string, to: string, id = freshId(MONDAY_AT_TEN)) =>
  api.as(code)('PUT /api/bearing-sheets/:id', {
    params: { id },
    body: {
      observedId: idOf(to),
      checklist: 'bearing',
      wear: 'women',
      seenOn: '2026-11-23',
      seen: { 'eyes.one-eye': 'do', 'smile.three-metres': 'dont' },
      note: '进门先笑',
    },
  })
const sheets = async (code: string) => (await api.as(code)('GET /api/bearing-sheets', {})).body

describe('the look at oneself [S-24]', () => {
  test('names only what is not in order, counts once, and is read by its owner alone', async () => {
    const id = freshId(MONDAY_AT_TEN)
    expect((await look('lin', { id, exceptions: ['dress-women.badge'] })).status).toBe(200)
    expect((await look('lin', { id, exceptions: ['dress-women.badge'] })).status).toBe(200)
    expect((await look('han', { id })).status).toBe(409)
    const { checks } = (await api.as('lin')('GET /api/self-checks', {})).body
    expect(checks).toMatchObject([{ place: 'leaving', exceptions: ['dress-women.badge'] }])
    for (const code of ['gu', 'han', 'admin'])
      expect((await api.as(code)('GET /api/self-checks', {})).body.checks).toEqual([])
  })

  test('at the door asks for dress and grooming only', async () => {
    expect((await look('lin', { place: 'door', exceptions: ['stand.level'] })).status).toBe(422)
    expect((await look('lin', { place: 'door', exceptions: ['dress-women.badge'] })).status).toBe(200)
  })

  test('belongs to a pack an office may leave out', async () => {
    const choose = (used: boolean) =>
      api.as('admin')('PUT /api/units/:id/packs/:pack', {
        params: { id: idOf('north'), pack: 'bearing' },
        body: { used },
      })
    await choose(false)
    expect((await api.as('lin')('GET /api/checklists', {})).body.checklists).toEqual([])
    expect((await look('lin')).status).toBe(404)
    await choose(true)
    expect((await api.as('lin')('GET /api/checklists', {})).body.checklists).toHaveLength(1)
  })
})

describe('a supervisor’s sheet [S-24]', () => {
  test('goes to the colleague and belongs to them; the lead only sees that it was read', async () => {
    const id = freshId(MONDAY_AT_TEN)
    expect((await give('gu', 'lin', id)).status).toBe(200)
    expect((await give('gu', 'lin', id)).status).toBe(200)
    const [own] = (await sheets('lin')).mine
    expect(own).toMatchObject({ by: '顾一鸣', note: '进门先笑', readAt: null, seen: { 'smile.three-metres': 'dont' } })
    const before = await sheets('gu')
    expect(before.given).toEqual([{ id, to: '林晓岚', seenOn: '2026-11-23', readAt: null }])
    expect((await api.as('han')('POST /api/bearing-sheets/:id/readings', { params: { id } })).status).toBe(404)
    expect((await api.as('lin')('POST /api/bearing-sheets/:id/readings', { params: { id } })).status).toBe(204)
    expect((await sheets('gu')).given[0]?.readAt).not.toBeNull()
    for (const code of ['han', 'admin', 'yan']) expect(await sheets(code)).toMatchObject({ mine: [], given: [] })
  })

  test.each([
    ['gu', 'lin', 200],
    ['gu', 'xu', 404],
    ['lin', 'han', 403],
    ['admin', 'lin', 403],
  ])('%s about %s: %i', async (code, to, status) => {
    expect((await give(code, to)).status).toBe(status)
  })
})
