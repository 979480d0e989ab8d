import { beforeAll, describe, expect, test } from 'vitest'
import { taughtFigures } from '#domain/economics/taught.ts'
import { freshId } from '#server/db/id.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { aYearOf, paysUntil } from '#test/value.ts'

const NEWEST = '2026-10'
let api: TestApi

beforeAll(async () => {
  api = await testApi()
  const pays = async (name: string, manager: string, fen: readonly (number | null)[]) =>
    paysUntil(api, await aCustomer(api, name, { manager }), NEWEST, fen)
  await pays('李素珍', 'lin', aYearOf(10_000))
  await pays('单志远', 'lin', [...aYearOf(20_000), 26_000])
  await pays('仇雅宁', 'lin', [...aYearOf(30_000), 12_000])
  await pays('陈国栋', 'lin', [...aYearOf(8_000), null])
  await pays('新客户', 'lin', [5_000])
  await pays('回来了', 'han', [7_000, null, null, 6_000])
  await pays('南城客户', 'xu', aYearOf(80_000))
  await runMonth(api.db, 1, NEWEST, MONDAY_AT_TEN)
})

const bridge = async (code: string, query = {}) =>
  (await api.as(code)('GET /api/economics/bridge', { query })).body.bridge

describe('the bridge of revenue [R-01]', () => {
  test('lays two months side by side for whoever’s customers they are; parts add up and open to their customers', async () => {
    const of = await bridge('gu')
    expect(of?.steps.map(({ part, customers, change }) => [part, customers, change])).toEqual([
      ['kept', 1, 0],
      ['grown', 1, 6_000],
      ['shrunk', 1, -18_000],
      ['lost', 1, -8_000],
      ['new', 1, 5_000],
      ['back', 1, 6_000],
      ['adjusted', 0, 0],
    ])
    expect(of?.steps.reduce((sum, { change }) => sum + change, 0)).toBe((of?.after ?? 0) - (of?.before ?? 0))
    for (const { part, customers, change } of of?.steps ?? []) {
      const { body } = await api.as('gu')('GET /api/economics/bridge/customers', {
        query: { from: '2026-09', to: NEWEST, part },
      })
      expect(body.count).toBe(customers)
      expect(body.rows.reduce((sum, row) => sum + row.afterFen - row.beforeFen, 0)).toBe(change)
    }
    expect((await bridge('lin'))?.steps.find(({ part }) => part === 'back')?.customers).toBe(0)
    expect((await bridge('gu', { kind: 'group' }))?.before).toBe(0)
    expect((await bridge('gu', { from: '2026-06', to: '2026-07' }))?.steps[0]?.customers).toBe(4)
  })
})

describe('figures of the branch [M-06][R-31]', () => {
  const set = (figure: string, from: number | null, to: number | null, code = 'gu', id = freshId(MONDAY_AT_TEN)) =>
    api.as(code)('PUT /api/economics/edits/:id', { params: { id }, body: { figure: figure as 'margin', from, to } })
  const shown = async (code = 'gu') => (await api.as(code)('GET /api/economics', {})).body
  const lossOf = async () =>
    (await api.as('lin')('GET /api/customers/:id/loss', { params: { id: idOf('单志远') } })).body

  test('a lead sets them, keeping what was, who and when; others read', async () => {
    const id = freshId(MONDAY_AT_TEN)
    expect((await set('margin', 0.4, 0.5, 'gu', id)).body).toEqual({ value: 0.5 })
    expect((await set('margin', 0.4, 0.5, 'gu', id)).body).toEqual({ value: 0.5 })
    expect((await set('margin', 0.4, 0.6)).error.code).toBe('record.conflict')
    expect((await set('margin', 0.5, 3)).error.reasons?.[0]?.code).toBe('figure.outOfRange')
    expect((await set('margin', 0.5, 0.6, 'lin')).error.code).toBe('access.denied')
    const margin = (await shown()).figures.find((each) => each.id === 'margin')
    expect(margin).toMatchObject({ value: 0.5, edits: [{ from: 0.4, to: 0.5, by: '顾一鸣' }] })
    expect([(await shown('lin')).mayEdit, (await shown()).mayEdit]).toEqual([false, true])
    expect((await lossOf()).loss?.factors.margin).toEqual({ value: 0.5, source: 'edited' })
  })

  test('what is as taught feeds nothing: edited, every other figure stays as it was [R-02][R-03][R-25]', async () => {
    const before = [await lossOf(), await bridge('gu'), { ...(await shown()), figures: [], keep: null }]
    for (const { id, value } of taughtFigures) expect((await set(id, value, value / 2)).status).toBe(200)
    const after = [await lossOf(), await bridge('gu'), { ...(await shown()), figures: [], keep: null }]
    const bare = (all: unknown[]) =>
      JSON.parse(JSON.stringify(all, (key, each: unknown) => (key === 'keep' ? null : each)))
    expect(bare(after)).toEqual(bare(before))
    expect((await shown()).keep).toMatchObject({ basis: 'quoted', keep: null, replace: null })
  })

  test('a customer’s loss takes own bills, and customers alike where no model speaks', async () => {
    const { loss, chanceFrom, billedMonths } = await lossOf()
    expect(loss?.factors.monthly).toEqual({ value: 20_500, source: 'measured' })
    expect([chanceFrom, billedMonths]).toEqual(['start', 12])
    expect((await api.as('xu')('GET /api/customers/:id/loss', { params: { id: idOf('单志远') } })).status).toBe(404)
    const { body } = await api.as('lin')('GET /api/customers/:id/loss', {
      params: { id: await aCustomer(api, '没账单') },
    })
    expect(body.loss).toBeNull()
  })
})
