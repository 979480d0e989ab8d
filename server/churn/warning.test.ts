import { beforeAll, describe, expect, test } from 'vitest'
import { aucOf } from '#domain/churn/metrics.ts'
import { churnZh } from '#domain/churn/words.zh.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { sentence } from '#domain/kernel/said.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { aYearOf, isKnownAs, type KnownRow, manyKnownAs, paysUntil } from '#test/value.ts'

/** Customers of whom those who complain and are out of contract leave more often, and a column that gives it away. */
const anOffice = (customers: number, leak = false): KnownRow[] => {
  const random = seededRandom(3)
  return Array.from({ length: customers }, (_, i) => {
    const complaints = random() < 0.3 ? Math.ceil(random() * 3) : 0
    const contract = Math.floor(random() * 24)
    const left = random() < 1 / (1 + Math.exp(2.2 - 1.4 * complaints + (contract > 3 ? 0.8 : -0.8)))
    const attributes = { 投诉次数: complaints, 合约剩余月数: contract, 在网月数: Math.floor(random() * 90) }
    const given = leak && left ? { 离网日期: '2026-09-03' } : {}
    return { code: `K${i}`, attributes: { ...attributes, ...given }, left }
  })
}

const trained = async (api: TestApi, exclude: string[] = []) => {
  const asked = await api.as('gu')('POST /api/warning/trainings', {
    body: { id: idOf(`training ${exclude.join()}`), exclude },
  })
  expect(asked.status).toBe(200)
  await api.finishJobs()
  return (await api.as('gu')('GET /api/warning', {})).body
}

describe('training on what a branch knows', () => {
  let api: TestApi

  beforeAll(async () => {
    api = await testApi()
    await manyKnownAs(api, '2026-04-30', anOffice(500))
    await paysUntil(
      api,
      (await api.db.selectFrom('customer').select('id').where('code', '=', 'K0').executeTakeFirstOrThrow()).id,
      '2026-10',
      aYearOf(120_000),
    )
  })

  test('before it, the page says what there is to learn from, and nobody has a probability', async () => {
    await runMonth(api.db, 1, '2026-10', MONDAY_AT_TEN)
    const { body } = await api.as('gu')('GET /api/warning', {})
    expect(body).toMatchObject({ model: null, training: null, labels: { rows: 500, asOf: '2026-04-30' } })
    expect(body.labels.leavers).toBeGreaterThan(100)
    expect(body.counts).toMatchObject({ unknown: 499, low: 1, byModel: 0, atRiskFen: null })
  })

  test('after it, quality is out of fold, everybody is scored, and money is at risk where bills are', async () => {
    const page = await trained(api)
    expect(page.training).toMatchObject({ state: 'done', mine: true, by: '顾一鸣' })
    expect(page.model).toMatchObject({ rows: 500, asOf: '2026-04-30', excluded: [], alarms: [], trainedBy: '顾一鸣' })
    expect(page.model?.quality.folds).toBe(5)
    expect(page.model?.quality.auc.value).toBeGreaterThan(0.65)
    expect(page.model?.quality.auc.low).toBeLessThan(page.model?.quality.auc.value ?? 0)
    expect(page.model?.columns[0]).toMatchObject({ name: '投诉次数', meaning: { zh: '投诉', changeable: true } })
    expect(page.counts.byModel).toBe(500)
    const { rows } = (await api.as('gu')('GET /api/warning/customers', { query: { limit: 20 } })).body
    expect(rows).toHaveLength(20)
    expect(rows.every(({ risk, points }) => risk !== null && risk >= 0.3 && points === null)).toBe(true)
    const risks = rows.map(({ risk }) => risk ?? 0)
    expect(risks).toEqual(risks.toSorted((a, b) => b - a))
  })

  test('whoever the model learnt from is scored as well as it was tested, not as it remembers', async () => {
    const { model } = (await api.as('gu')('GET /api/warning', {})).body
    const known = await api.db
      .selectFrom('standing')
      .innerJoin('attribute_snapshot', 'attribute_snapshot.customer_id', 'standing.customer_id')
      .select(['standing.risk', 'attribute_snapshot.left_later as left'])
      .execute()
    const auc = aucOf(
      known.map(({ left }) => (left ? 1 : 0)),
      known.map(({ risk }) => risk ?? 0),
    )
    expect(auc).toBeCloseTo(model?.quality.auc.value ?? 0, 2)
  })

  test('pages of the list follow one another without a gap', async () => {
    const all = (await api.as('gu')('GET /api/warning/customers', { query: { limit: 200 } })).body
    const codes: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body }: { body: typeof all } = await api.as('gu')('GET /api/warning/customers', {
        query: { limit: 40, ...(cursor ? { cursor } : {}) },
      })
      codes.push(...body.rows.map(({ name }) => name))
      cursor = body.next
    }
    expect(codes.slice(0, 200)).toEqual(all.rows.map(({ name }) => name))
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('a risk is its parts: they add up to it, and those that can be changed stand apart', async () => {
    const [top] = (await api.as('gu')('GET /api/warning/customers', {})).body.rows
    const { body } = await api.as('lin')('GET /api/customers/:id/risk', { params: { id: top?.id ?? '' } })
    expect(body).toMatchObject({ by: 'model', month: '2026-10', asOf: '2026-04-30', risk: top?.risk, unseen: true })
    const sum = body.parts.reduce((total, { weight }) => total + weight, body.intercept ?? 0)
    expect(sum).toBeCloseTo(body.logit ?? 0, 3)
    expect(body.changeable.map(({ code, params }) => sentence(churnZh, { code, params }))[0]).toMatch(
      /^投诉 \d 次，比.成客户多$/,
    )
    const stranger = await api.as('xu')('GET /api/customers/:id/risk', { params: { id: top?.id ?? '' } })
    expect(stranger.status).toBe(404)
  })

  test('a single snapshot tells neither month nor movement; a second one tells both', async () => {
    const id = (await api.db.selectFrom('customer').select('id').where('code', '=', 'K1').executeTakeFirstOrThrow()).id
    const codesOf = async () =>
      (await api.as('gu')('GET /api/customers/:id/risk', { params: { id } })).body.parts.map(({ code }) => code)
    expect((await codesOf()).join()).not.toMatch(/moved|feature\.at/)
    await isKnownAs(api, id, '2026-10-31', { 投诉次数: 3, 合约剩余月数: 0, 在网月数: 70 })
    // what is shown is what the score was made of, until the next run makes it anew
    expect((await codesOf()).join()).not.toMatch(/moved/)
    await runMonth(api.db, 1, '2026-10', MONDAY_AT_TEN)
    expect(await codesOf()).toContain('feature.moved')
  })

  test('what a column means can be said, and stands in the reasons after the next run', async () => {
    const meaning = {
      zh: '来电抱怨',
      en: 'Complaint calls',
      kind: 'count' as const,
      changeable: false,
      unit: { zh: '回', en: 'times' },
    }
    const said = await api.as('gu')('PUT /api/warning/meanings/:name', { params: { name: '投诉次数' }, body: meaning })
    expect(said.status).toBe(200)
    await api.finishJobs()
    const { rows } = (await api.as('gu')('GET /api/warning/customers', {})).body
    const reason = rows.flatMap(({ reasons }) => reasons).find(({ params }) => params['zh'] === '来电抱怨')
    expect(reason).toMatchObject({ changeable: false })
  })

  test('managers, trainers and administrators do not see the model; a training can be refused', async () => {
    for (const code of ['lin', 'train', 'admin'])
      expect((await api.as(code)('GET /api/warning', {})).error.code).toBe('access.denied')
    const small = await testApi()
    await manyKnownAs(small, '2026-04-30', anOffice(40))
    const page = await trained(small)
    expect(page.model).toBeNull()
    expect(page.training).toMatchObject({
      state: 'failed',
      problem: { code: 'train.too_few_rows', params: { rows: 40 } },
    })
  })

  test('a day still to come stops a training by the customer it stands with, whom somebody can look up', async () => {
    const own = await testApi()
    const rows = anOffice(300).map((each, i) => ({
      ...each,
      attributes: { ...each.attributes, 最近缴费日: i === 11 ? '2027-03-01' : '2026-03-01' },
    }))
    await manyKnownAs(own, '2026-04-30', rows)
    expect((await trained(own)).training).toMatchObject({
      state: 'failed',
      problem: {
        code: 'train.future_day',
        params: { customer: rows[11]?.code, day: '2027-03-01', asOf: '2026-04-30' },
      },
    })
  })
})

test('a column that was filled when people left raises an alarm, and is gone once left out', async () => {
  const api = await testApi()
  await manyKnownAs(api, '2026-10-31', anOffice(500, true))
  const leaked = await trained(api)
  expect(leaked.model?.alarms).toMatchObject([{ code: 'leak.absence', params: { column: '离网日期' } }])
  const clean = await trained(api, ['离网日期'])
  expect(clean.model).toMatchObject({ alarms: [], excluded: ['离网日期'] })
  expect(clean.model?.quality.auc.value).toBeLessThan(leaked.model?.quality.auc.value ?? 0)
})

test('customers without a snapshot are warned of by signals beside those the model scores', async () => {
  const api = await testApi()
  await manyKnownAs(api, '2026-04-30', anOffice(500))
  const id = await aCustomer(api, '仇雅宁')
  await paysUntil(api, id, '2026-10', [...aYearOf(90_000).slice(3), 60_000, 55_000, 50_000])
  const { counts } = await trained(api)
  expect(counts.byModel).toBe(500)
  const { body } = await api.as('lin')('GET /api/customers/:id/risk', { params: { id } })
  expect(body).toMatchObject({ by: 'signals', risk: null, band: 'raised', model: null })
  expect(body.health.longTrend).toBeLessThan(-0.2)
  expect(body.parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(body.points)
})

test('of somebody just taken in, of whom the model knows almost nothing, no chance is made up; what is missing is said', async () => {
  const api = await testApi()
  await manyKnownAs(api, '2026-04-30', anOffice(500))
  const id = await aCustomer(api, '安雅')
  await isKnownAs(api, id, '2026-11-20', { 职业: '教师' })
  const { counts } = await trained(api)
  expect(counts).toMatchObject({ byModel: 500, unknown: 1 })
  const { body } = await api.as('lin')('GET /api/customers/:id/risk', { params: { id } })
  expect(body).toMatchObject({
    by: null,
    risk: null,
    band: null,
    missing: { bills: true, use: true, columns: { known: 0, of: 3 } },
  })
})
