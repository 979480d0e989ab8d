import { beforeAll, describe, expect, test } from 'vitest'
import { auditedStandards } from '#domain/insight/seven-standards.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const fresh = () => freshId(MONDAY_AT_TEN)

/** A complaint answered after its restatement or without, and closed on the customer's word. */
const aComplaint = async (what: string, { restated }: { restated: boolean }): Promise<string> => {
  const id = fresh()
  const body = { customerId: idOf('李素珍'), kind: 'complaint' as const, what }
  await api.as('lin')('PUT /api/cases/:id', { params: { id }, body })
  const moves = [
    ...(restated ? [{ move: 'step' as const, step: 'restated' as const }] : []),
    {
      move: 'step' as const,
      step: 'answered' as const,
      text: '退 98 元',
      reason: restated ? '' : '“先别说了”',
      ways: 2,
    },
    { move: 'asked' as const, reached: true, settled: true },
    { move: 'closed' as const },
  ]
  for (const move of moves)
    expect((await api.as('lin')('POST /api/cases/:id/complaint', { params: { id }, body: move })).status).toBe(200)
  return id
}

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han' })
})

describe('the seven standards of a team [S-44]', () => {
  let careful = ''
  let careless = ''
  const month = { query: { month: '2026-11' } }

  test('come from the cases, and every figure opens to its own', async () => {
    careful = await aComplaint('漫游费', { restated: true })
    careless = await aComplaint('账单多出一笔', { restated: false })
    const { body } = await api.as('gu')('GET /api/standards', month)
    const of = (standard: string) => body.figures.find((figure) => figure.standard === standard)
    expect(of('hasty')).toMatchObject({ met: [careless], missed: [careful] })
    expect(of('adaptability')).toMatchObject({ numerator: 2, denominator: 2 })
    expect(of('anticipation')).toMatchObject({ numerator: 0, denominator: 2 })
    expect(body.complaints).toMatchObject({ onWord: [careful, careless], unconfirmed: [], open: [] })
    expect(body.cases.map(({ what, customer }) => [what, customer?.name])).toEqual([
      ['漫游费', '李素珍'],
      ['账单多出一笔', '李素珍'],
    ])
  })

  test.each([
    ['lin', 403],
    ['train', 403],
    ['yan', 200],
    ['gu', 200],
  ])('%s may read them or not: %i', async (who, status) => {
    const reply = await api.as(who)('GET /api/standards', month)
    expect(reply.status).toBe(status)
    if (who === 'yan') expect(reply.body.cases).toEqual([])
  })

  test('the team’s own audit is kept whole or not at all, beside the figures', async () => {
    const { unit } = (await api.as('gu')('GET /api/standards', month)).body
    const params = { unit: unit?.id ?? '', month: '2026-11' }
    const entries = auditedStandards.map((standard) => ({ standard, score: 4, evidence: '抽了十件' }))
    const put = (who: string, body: object) =>
      api.as(who)('PUT /api/standards/:unit/:month', { params, body: body as never })
    const half = await put('gu', { entries: entries.slice(1) })
    expect(half.error.reasons?.map(({ code }) => code)).toEqual(['audit.missing'])
    expect((await put('gu', { entries })).status).toBe(204)
    expect((await put('yan', { entries })).status).toBe(404)
    const { audit } = (await api.as('gu')('GET /api/standards', month)).body
    expect([audit?.by, audit?.entries.length]).toEqual(['顾一鸣', 7])
  })
})
