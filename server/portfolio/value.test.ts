import { beforeAll, describe, expect, test } from 'vitest'
import { startingRules } from '#domain/portfolio/presets.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { aYearOf, paysUntil } from '#test/value.ts'

const NEWEST = '2026-10'

/** A small office: one customer carries most of it, one is close to a border, one fell below another. */
const anOffice = async (api: TestApi): Promise<void> => {
  const pays = async (name: string, manager: string, fen: readonly (number | null)[]) =>
    paysUntil(api, await aCustomer(api, name, { manager }), NEWEST, fen)
  await pays('李素珍', 'lin', aYearOf(900_000))
  await pays('单志远', 'lin', aYearOf(75_000))
  await pays('仇雅宁', 'lin', [90_000, ...aYearOf(76_400).slice(1), 63_000])
  await pays('陈国栋', 'han', aYearOf(15_000))
  await pays('许曼', 'han', aYearOf(9_000))
  await pays('新客户', 'lin', [50_000])
  await pays('南城客户', 'xu', aYearOf(80_000))
  await runMonth(api.db, 1, '2026-09', MONDAY_AT_TEN)
  await runMonth(api.db, 1, NEWEST, MONDAY_AT_TEN)
}

describe('the value page', () => {
  let api: TestApi

  beforeAll(async () => {
    api = await testApi()
    await anOffice(api)
  })

  test('each role sees the value of whom it may reach, and others none', async () => {
    const customersSeenBy = async (code: string) =>
      (await api.as(code)('GET /api/value', {})).body.overviews[0]?.customers
    expect(await customersSeenBy('lin')).toBe(4)
    expect(await customersSeenBy('gu')).toBe(6)
    expect(await customersSeenBy('yan')).toBe(1)
    for (const code of ['train', 'admin', 'line'])
      expect((await api.as(code)('GET /api/value', {})).error.code).toBe('access.denied')
  })

  test('the pair, the curve and the taught 20 % come from the reader’s own bills', async () => {
    const { body } = await api.as('gu')('GET /api/value', { query: { share: 0.2, tiers: 'A' } })
    const [all] = body.overviews
    const revenue = 12 * (900_000 + 75_000 + 15_000 + 9_000) + 11 * 76_400 + 63_000 + 50_000
    expect(all).toMatchObject({ kind: null, customers: 6, revenue, withoutBills: 0 })
    expect(all?.pair).toMatchObject({ tiers: ['A'], customers: 1, revenue: 10_800_000 })
    expect(all?.pair?.share.lift).toBeCloseTo(10_800_000 / revenue / (1 / 6), 10)
    expect(all?.top?.revenue).toBeCloseTo(10_800_000 / revenue, 10)
    expect(all?.concentration.curve.at(-1)).toEqual({ customers: 1, revenue: 1 })
  })

  test('tiers carry their borders, and the too new stand apart', async () => {
    const { body } = await api.as('gu')('GET /api/value', {})
    expect(body.tiers.map(({ tier, customers, border }) => [tier, customers, border?.from])).toEqual([
      ['A', 1, 76_000],
      ['B', 2, 30_000],
      ['C', 1, 12_000],
      ['D', 1, 0],
      [null, 1, undefined],
    ])
    expect(body.shown).toMatchObject({ month: NEWEST, stale: false })
    expect(body.rule).toMatchObject({ number: 1, version: startingRules.version })
  })

  test('who moved is counted, and the count opens to the customers in reach', async () => {
    const { body } = await api.as('gu')('GET /api/value', {})
    const [movement] = body.movements
    expect(movement).toMatchObject({ from: '2026-09', to: NEWEST, kind: 'person', down: 1, up: 0 })
    const cell = { kind: 'person', from: 'A', to: 'B' } as const
    const opened = await api.as('gu')('GET /api/value/moved', { query: cell })
    expect(opened.body.rows).toMatchObject([{ name: '仇雅宁', tier: 'B' }])
    expect((await api.as('han')('GET /api/value/moved', { query: cell })).body).toEqual({ rows: [], count: 0 })
  })

  test('watch lists tell the amount that is missing, or left, and whether it came nearer', async () => {
    const { body } = await api.as('lin')('GET /api/value/watch', { query: { within: 0.05 } })
    expect(body.promotion.rows.map(({ name, toward, distanceFen }) => [name, toward, distanceFen])).toEqual([
      ['仇雅宁', 'A', 717],
      ['单志远', 'A', 1_000],
    ])
    expect(body.promotion.rows[0]?.nearerFen).toBeLessThan(0)
    expect(body.demotion).toEqual({ rows: [], count: 0 })
    const wide = await api.as('gu')('GET /api/value/watch', { query: { within: 0.5 } })
    expect(wide.body.demotion.rows.map(({ name }) => name)).toContain('陈国栋')
  })

  test('why this tier: the rule’s version, the sum, the border, and the bills behind them', async () => {
    const { body } = await api.as('lin')('GET /api/customers/:id/tier', { params: { id: idOf('仇雅宁') } })
    expect(body).toMatchObject({ month: NEWEST, tier: 'B', state: 'ranked', rank: 3, of: 6, stale: false })
    expect(body.said.map(({ code }) => code)).toEqual([
      'tier.sum',
      'tier.average',
      'tier.amount',
      'tier.position',
      'tier.next',
      'tier.rule',
    ])
    expect(body.bills).toHaveLength(12)
    expect(body.bills.at(-1)).toEqual({ month: NEWEST, paidFen: 63_000 })
    const far = await api.as('lin')('GET /api/customers/:id/tier', { params: { id: idOf('陈国栋') } })
    expect([far.status, far.error.code]).toEqual([404, 'record.not_found'])
  })
})

describe('changing the rules', () => {
  const stricter = {
    ...startingRules,
    version: '2026-2',
    validFrom: '2026-10-01',
    kinds: {
      person: {
        by: 'amount' as const,
        per: 'month' as const,
        divideBy: 'billed' as const,
        minMonths: 3,
        bands: [
          { tier: '钻', from: 170_000 },
          { tier: '金', from: 70_000 },
          { tier: '普', from: 0 },
        ],
      },
    },
  }

  test('a preview counts before anything is written; saving computes the newest month by the new version', async () => {
    const api = await testApi()
    await anOffice(api)
    const preview = await api.as('gu')('POST /api/tier-rules/preview', { body: { rules: stricter } })
    expect(preview.body.after.map(({ tier, customers }) => [tier, customers])).toEqual([
      ['钻', 1],
      ['金', 3],
      ['普', 2],
      [null, 1],
    ])
    const saved = await api.as('gu')('PUT /api/tier-rules/:number', {
      params: { number: '2' },
      body: { rules: stricter },
    })
    expect(saved.status).toBe(200)
    await api.finishJobs()
    const { body } = await api.as('gu')('GET /api/value', {})
    expect(body.rule).toEqual({ number: 2, version: '2026-2', validFrom: '2026-10-01' })
    expect(body.tiers.map(({ tier, customers }) => [tier, customers])).toEqual([
      ['钻', 1],
      ['金', 2],
      ['普', 2],
      [null, 1],
    ])
    const september = await api.as('gu')('GET /api/value', { query: { month: '2026-09' } })
    expect(september.body.rule?.version).toBe(startingRules.version)
  })

  test('everything wrong is said at once, and nothing is saved', async () => {
    const api = await testApi()
    const wrong = {
      ...stricter,
      version: ' ',
      kinds: { person: { ...stricter.kinds.person, bands: [{ tier: 'A', from: 100 }] } },
    }
    const { status, error } = await api.as('gu')('PUT /api/tier-rules/:number', {
      params: { number: '2' },
      body: { rules: wrong },
    })
    expect(status).toBe(422)
    expect(error.reasons?.map(({ code }) => code)).toEqual(['rule.noVersion', 'rule.noFloor'])
    expect((await api.as('gu')('GET /api/tier-rules', {})).body.versions).toHaveLength(1)
  })

  test('the same rules sent twice are one version; others under a taken number are refused', async () => {
    const api = await testApi()
    const save = (rules: typeof stricter, number = '2') =>
      api.as('admin')('PUT /api/tier-rules/:number', { params: { number }, body: { rules } })
    expect([(await save(stricter)).status, (await save(stricter)).status]).toEqual([200, 200])
    expect((await save({ ...stricter, version: '2026-3' })).error.code).toBe('record.exists')
    expect((await save({ ...stricter, version: '2026-3' }, '7')).error.code).toBe('record.exists')
    expect(
      (await api.as('lin')('PUT /api/tier-rules/:number', { params: { number: '3' }, body: { rules: stricter } }))
        .status,
    ).toBe(403)
    const seen = async (code: string) => (await api.as(code)('GET /api/tier-rules', {})).status
    expect([await seen('lin'), await seen('line'), await seen('train')]).toEqual([200, 403, 403])
    const { versions, templates } = (await api.as('gu')('GET /api/tier-rules', {})).body
    expect(versions.map(({ number, by }) => [number, by])).toEqual([
      [2, '季敏'],
      [1, null],
    ])
    expect(templates.find(({ key }) => key === 'postal')?.kinds.group?.bands).toHaveLength(6)
  })
})

describe('frozen lists [M-11]', () => {
  test('who was on it never changes; what is kept is counted against the base', async () => {
    const api = await testApi()
    await anOffice(api)
    const body = { name: '十月拍照', tiers: ['A', 'B'], baseFrom: '2026-08', baseTo: '2026-09' }
    const id = idOf('the list')
    const frozen = await api.as('gu')('PUT /api/frozen-lists/:id', { params: { id }, body })
    expect(frozen.body).toEqual({ id, members: 3 })
    await paysUntil(api, idOf('李素珍'), '2026-11', [450_000])
    await paysUntil(api, idOf('单志远'), '2026-11', [75_000])
    await paysUntil(api, idOf('陈国栋'), '2026-11', [990_000])
    await runMonth(api.db, 1, '2026-11', MONDAY_AT_TEN)
    expect((await api.as('gu')('PUT /api/frozen-lists/:id', { params: { id }, body })).body.members).toBe(3)
    const { list, months, lost } = (await api.as('gu')('GET /api/frozen-lists/:id', { params: { id } })).body
    const base = 900_000 + 75_000 + 76_400
    expect(list.now?.customers).toEqual({ value: 2 / 3, numerator: 2, denominator: 3 })
    expect(list.now?.monthRevenue).toEqual({ value: 525_000 / base, numerator: 525_000, denominator: base })
    expect(months.map(({ month }) => month)).toEqual(['2026-10', '2026-11'])
    expect(lost.rows).toMatchObject([{ name: '仇雅宁', baseFen: 2 * 76_400 }])
    expect((await api.as('han')('GET /api/frozen-lists', {})).body.lists).toEqual([])
    expect((await api.as('yan')('GET /api/frozen-lists/:id', { params: { id } })).status).toBe(404)
  })

  test('an id is one person’s list: nobody else hears how many are on it, and of several at once one is taken', async () => {
    const api = await testApi()
    await anOffice(api)
    const body = { name: '十月拍照', tiers: ['A', 'B'], baseFrom: '2026-08', baseTo: '2026-09' }
    const freeze = (code: string, list: string, name = body.name) =>
      api.as(code)('PUT /api/frozen-lists/:id', { params: { id: idOf(list) }, body: { ...body, name } })
    expect((await freeze('gu', 'gus list')).status).toBe(200)
    expect((await freeze('lin', 'gus list')).error.code).toBe('record.exists')
    expect((await freeze('gu', 'gus list', '十一月拍照')).error.code).toBe('record.exists')
    const answers = await Promise.all([freeze('gu', 'at once'), freeze('lin', 'at once'), freeze('han', 'at once')])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('a list of nobody, without a name or over no months is refused', async () => {
    const api = await testApi()
    await anOffice(api)
    const freeze = async (body: object) =>
      (
        await api.as('gu')('PUT /api/frozen-lists/:id', {
          params: { id: idOf('another list') },
          body: { name: '拍照', tiers: ['A'], baseFrom: '2026-01', baseTo: '2026-09', ...body },
        })
      ).error.reasons?.[0]?.code
    expect(await freeze({ name: '  ' })).toBe('snapshot.noName')
    expect(await freeze({ tiers: ['Z'] })).toBe('snapshot.empty')
    expect(await freeze({ baseFrom: '2026-10' })).toBe('snapshot.badMonths')
  })
})

describe('what a customer paid in a month', () => {
  test('is one sum on the customer’s page, in the tier and in its explanation: the total, or the parts, less refunds', async () => {
    const api = await testApi()
    const withTotal = await aCustomer(api, '退过费的', { manager: 'lin' })
    const withParts = await aCustomer(api, '只有分项的', { manager: 'lin' })
    for (const [id, kind, fen] of [
      [withTotal, 'total', 50_000],
      [withTotal, 'roaming', 14_800],
      [withTotal, 'refund', -9_800],
      [withParts, 'calls', 30_000],
      [withParts, 'roaming', 14_800],
      [withParts, 'refund', -9_800],
    ] as const)
      await paysUntil(api, id, NEWEST, [fen], kind)
    await runMonth(api.db, 1, NEWEST, MONDAY_AT_TEN)
    for (const [id, paid] of [
      [withTotal, 40_200],
      [withParts, 35_000],
    ] as const) {
      const ask = { params: { id } }
      expect((await api.as('lin')('GET /api/customers/:id/bills', ask)).body.months).toMatchObject([{ totalFen: paid }])
      expect((await api.as('lin')('GET /api/customers/:id/standing', ask)).body.paid12Fen).toBe(paid)
      expect((await api.as('lin')('GET /api/customers/:id/tier', ask)).body.bills).toMatchObject([{ paidFen: paid }])
    }
  })
})
