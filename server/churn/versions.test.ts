import { beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { aYearOf, type KnownRow, manyKnownAs, paysUntil } from '#test/value.ts'
import { remake } from './remake.ts'

/** Customers of whom those who complain and are out of contract leave more often. */
const anOffice = (customers: number): KnownRow[] => {
  const random = seededRandom(3)
  return Array.from({ length: customers }, (_, i) => {
    const complaints = random() < 0.3 ? Math.ceil(random() * 3) : 0
    const contract = Math.floor(random() * 24)
    const left = random() < 1 / (1 + Math.exp(2.2 - 1.4 * complaints + (contract > 3 ? 0.8 : -0.8)))
    return {
      code: `K${i}`,
      attributes: { 投诉次数: complaints, 合约剩余月数: contract, 在网月数: Math.floor(random() * 90) },
      left,
    }
  })
}

const train = async (api: TestApi, name: string, exclude: string[] = []): Promise<string> => {
  const id = idOf(name)
  await api.as('gu')('POST /api/warning/trainings', { body: { id, exclude } })
  await api.finishJobs()
  return id
}

const idOfCode = async (api: TestApi, code: string): Promise<string> =>
  (await api.db.selectFrom('customer').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

describe('versions of the model', () => {
  let api: TestApi
  let [first, second] = ['', '']

  beforeAll(async () => {
    api = await testApi()
    await manyKnownAs(api, '2026-04-30', anOffice(400))
    for (const code of ['K0', 'K1', 'K2']) await paysUntil(api, await idOfCode(api, code), '2026-10', aYearOf(120_000))
    first = await train(api, 'the first', ['在网月数'])
    await runMonth(api.db, 1, '2026-09', MONDAY_AT_TEN)
    second = await train(api, 'the second')
  })

  const standings = (month: string) =>
    api.db
      .selectFrom('standing')
      .select([
        'customer_id',
        'model_id',
        'snapshot_on',
        'risk',
        'at_risk_fen',
        'paid12_fen',
        'months_billed',
        'reasons',
      ])
      .where('month', '=', monthNumber(month))
      .where('model_id', 'is not', null)
      .orderBy('risk', 'desc')
      .execute()

  test('all stay, each with what it learnt from, its figures, and the months it scored', async () => {
    const { versions } = (await api.as('gu')('GET /api/warning/versions', {})).body
    expect(versions.map(({ id, active, months }) => [id, active, months])).toEqual([
      [second, true, ['2026-10']],
      [first, false, ['2026-09', '2026-10']],
    ])
    expect(versions[1]).toMatchObject({
      trainedBy: '顾一鸣',
      rows: 400,
      asOf: '2026-04-30',
      excluded: ['在网月数'],
      alarms: 0,
    })
    expect(versions[1]?.auc.value).toBeGreaterThan(0.6)
    expect((await api.as('lin')('GET /api/warning/versions', {})).error.code).toBe('access.denied')
  })

  test('the additive model stands beside others on the same folds, with its profit', async () => {
    const { model } = (await api.as('gu')('GET /api/warning', {})).body
    expect(model?.quality.beside?.map(({ learner }) => learner)).toEqual(['trees', 'logistic'])
    for (const { auc } of model?.quality.beside ?? []) expect(auc.value).toBeGreaterThan(0.55)
    expect(model?.quality.profit?.share).toBeGreaterThan(0)
  })

  test('a score, its reasons and its money come out again from the version, the snapshot and the bills', async () => {
    for (const [month, version] of [
      ['2026-09', first],
      ['2026-10', second],
    ] as const) {
      const rows = await standings(month)
      expect(rows).toHaveLength(400)
      expect(new Set(rows.map(({ model_id }) => model_id))).toEqual(new Set([version]))
      const paying = rows.filter(({ at_risk_fen }) => at_risk_fen !== null)
      expect(paying).toHaveLength(3)
      for (const row of [...rows.slice(0, 10), ...rows.slice(-10), ...paying]) {
        const made = await remake(api.db, 1, {
          customerId: row.customer_id,
          modelId: row.model_id ?? '',
          snapshotOn: row.snapshot_on ?? '',
          paid12: row.months_billed > 0 ? row.paid12_fen : null,
        })
        expect(made?.score.probability).toBeCloseTo(row.risk ?? 0, 6)
        expect(made?.atRisk).toBe(row.at_risk_fen)
        expect(made?.reasons.map(({ said: { code, params } }) => ({ code, params }))).toEqual(
          (row.reasons as { code: string; params: object }[]).map(({ code, params }) => ({ code, params })),
        )
      }
    }
  })

  test('an older one is taken up again in one act, scores the newest month, and gives way again', async () => {
    const used = await api.as('gu')('PUT /api/warning/versions/:id/use', { params: { id: first } })
    expect(used.body).toMatchObject({ before: second })
    await api.finishJobs()
    expect((await api.as('gu')('GET /api/warning', {})).body.model?.id).toBe(first)
    expect(new Set((await standings('2026-10')).map(({ model_id }) => model_id))).toEqual(new Set([first]))
    const id = await idOfCode(api, 'K0')
    const { body } = await api.as('lin')('GET /api/customers/:id/risk', { params: { id } })
    expect(body).toMatchObject({ by: 'model', unseen: true, corrected: false, model: { id: first } })
    const sum = body.parts.reduce((total, { weight }) => total + weight, body.intercept ?? 0)
    expect(sum).toBeCloseTo(body.logit ?? 0, 3)
    await api.as('gu')('PUT /api/warning/versions/:id/use', { params: { id: second } })
    await api.finishJobs()
    expect(new Set((await standings('2026-10')).map(({ model_id }) => model_id))).toEqual(new Set([second]))
    const again = await api.as('gu')('PUT /api/warning/versions/:id/use', { params: { id: second } })
    expect(again.body).toEqual({ before: second, jobId: null })
  })

  test('only who may train takes one up; one that never was is not found', async () => {
    const unknown = await api.as('gu')('PUT /api/warning/versions/:id/use', { params: { id: idOf('nobody’s') } })
    expect(unknown.error.code).toBe('record.not_found')
    const denied = await api.as('lin')('PUT /api/warning/versions/:id/use', { params: { id: first } })
    expect(denied.error.code).toBe('access.denied')
  })

  test('what was corrected after the score is said, until the next run makes it anew', async () => {
    const id = await idOfCode(api, 'K0')
    const corrected = { 投诉次数: 9, 合约剩余月数: 0, 在网月数: 1 }
    await api.db
      .updateTable('attribute_snapshot')
      .set({ attributes: JSON.stringify(corrected) })
      .where('customer_id', '=', id)
      .execute()
    expect((await api.as('lin')('GET /api/customers/:id/risk', { params: { id } })).body.corrected).toBe(true)
    await runMonth(api.db, 1, '2026-10', MONDAY_AT_TEN)
    expect((await api.as('lin')('GET /api/customers/:id/risk', { params: { id } })).body.corrected).toBe(false)
  })

  test('customers scored later are compared with those it learnt from', async () => {
    expect((await api.as('gu')('GET /api/warning', {})).body.drift).toMatchObject({
      month: '2026-10',
      customers: 400,
      said: { code: 'drift.steady' },
    })
    const random = seededRandom(8)
    const later = anOffice(400).map(({ code, attributes }) => ({
      code,
      attributes: { ...attributes, 投诉次数: Math.ceil(random() * 3) },
      left: null,
    }))
    await manyKnownAs(api, '2026-10-31', later)
    await runMonth(api.db, 1, '2026-10', MONDAY_AT_TEN)
    const { drift } = (await api.as('gu')('GET /api/warning', {})).body
    expect(drift).toMatchObject({
      said: { code: 'drift.retrain' },
      columns: [{ column: '投诉次数', standing: 'far' }, {}, {}],
    })
    expect(drift?.columns[0]?.most?.before).toBeGreaterThan(drift?.columns[0]?.most?.now ?? 1)
  })

  test('a version goes out as a file without a customer in it, and that is written down', async () => {
    const file = await api.as('gu')('GET /api/warning/versions/:id/file', { params: { id: second } })
    expect(file.status).toBe(200)
    const text = typeof file.body === 'string' ? file.body : JSON.stringify(file.body)
    expect(text).toContain('投诉次数')
    const people = await api.db.selectFrom('customer').select(['id', 'code', 'name']).limit(50).execute()
    for (const { id, code } of people) for (const own of [id, `"${code}"`]) expect(text).not.toContain(own)
    expect(text).not.toContain('顾一鸣')
    const logged = await api.db
      .selectFrom('audit_event')
      .select('entity_id')
      .where('action', '=', 'churn_model.exported')
      .execute()
    expect(logged).toEqual([{ entity_id: second }])
  })
})

describe('without a model', () => {
  test('the page says what is missing and shows how customers of each kind stayed, with intervals', async () => {
    const api = await testApi()
    const random = seededRandom(5)
    await manyKnownAs(
      api,
      '2024-10-31',
      anOffice(120).map((row) => ({ ...row, left: null })),
    )
    const people = await api.db.selectFrom('customer').select('id').where('code', 'like', 'K%').execute()
    for (const [i, { id }] of people.entries())
      await api.db
        .updateTable('customer')
        .set({ since: '2023-01-10', ...(i < 12 ? { left_on: `2025-0${1 + Math.floor(random() * 9)}-15` } : {}) })
        .where('id', '=', id)
        .execute()
    const page = (await api.as('gu')('GET /api/warning', {})).body
    expect(page).toMatchObject({ model: null, drift: null, least: { rows: 200, leavers: 30, stayers: 30 } })
    const { segments, within } = (await api.as('gu')('GET /api/warning/segments', {})).body
    expect(within).toBe(12)
    expect(segments).toMatchObject([{ segment: 'person', customers: 120, leavers: 12, median: null }])
    const [at] = segments[0]?.at ?? []
    expect(at).toMatchObject({ age: 24, basis: 'segment' })
    expect(at?.leave.low).toBeGreaterThan(0)
    expect(at?.leave.high).toBeLessThan(0.2)
    const id = await aCustomer(api, '仇雅宁')
    await api.db.updateTable('customer').set({ since: '2024-12-01' }).where('id', '=', id).execute()
    const { body } = await api.as('lin')('GET /api/customers/:id/risk', { params: { id } })
    expect(body.segment).toMatchObject({ code: 'segment.own', params: { segment: 'person', within: 12 } })
  })
})

test('how long before they left customers had been warned of counts only what was known then', async () => {
  const api = await testApi()
  const ids = [await aCustomer(api, '安雅'), await aCustomer(api, '白露'), await aCustomer(api, '曹颖')]
  const falling = [...aYearOf(90_000).slice(3), 50_000, 30_000, 20_000]
  for (const id of ids) await paysUntil(api, id, '2026-09', falling)
  await runMonth(api.db, 1, '2026-09', new Date('2026-10-12T02:00:00Z'))
  const losses = ['2026-11-11', '2026-11-16', '2026-10-05'].map((left_on, i) => ({
    branch_id: 1,
    id: idOf(`loss ${left_on}`),
    customer_id: ids[i] ?? '',
    way: 'ported' as const,
    left_on,
    paid12_fen: 900_000,
    marked_by: idOf('lin'),
    marked_at: MONDAY_AT_TEN,
  }))
  await api.db.insertInto('customer_loss').values(losses).execute()
  // a later run of the month changes nothing of when it was first known
  await runMonth(api.db, 1, '2026-09', MONDAY_AT_TEN)
  const { body } = await api.as('gu')('GET /api/warning/lead-time', {})
  expect(body).toMatchObject({ losses: 3, unknown: 1, days: [30, 35], share: { value: 1 }, median: null, least: 5 })
})
