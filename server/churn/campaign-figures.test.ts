import { beforeAll, describe, expect, test } from 'vitest'
import { bordersBy, paysFrom, PUBLISHED_FIGURES } from '#domain/churn/campaign-figures.ts'
import { bandOfRisk } from '#domain/churn/risk-band.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { idOf, testApi, type TestApi } from '#test/api.ts'
import { aYearOf, type KnownRow, manyKnownAs, paysUntil } from '#test/value.ts'

/** Of every four who complain three leave, of the others every tenth. */
const anOffice = (): KnownRow[] => {
  const random = seededRandom(9)
  return Array.from({ length: 400 }, (_, i) => {
    const complains = random() < 0.3
    return {
      code: `K${i}`,
      attributes: { 投诉次数: complains ? 2 : 0, 在网月数: Math.floor(random() * 90) },
      left: random() < (complains ? 0.75 : 0.1),
    }
  })
}

const cheap = { value: 60_000, offer: 0, contact: 500, accept: 30 }

describe('a branch’s own figures of a campaign', () => {
  let api: TestApi

  beforeAll(async () => {
    api = await testApi()
    await manyKnownAs(api, '2026-04-30', anOffice())
    const { rows } = (await api.as('gu')('GET /api/customers', { query: { limit: 40 } })).body
    for (const { id } of rows) await paysUntil(api, id, '2026-10', aYearOf(120_000))
    await api.as('gu')('POST /api/warning/trainings', { body: { id: idOf('the model'), exclude: [] } })
    await api.finishJobs()
  })

  const set = (figures: typeof cheap | null, baseVersion: number | null) =>
    api.as('gu')('PUT /api/warning/campaign-figures', { body: { figures, baseVersion } })
  const shown = async () => (await api.as('gu')('GET /api/warning/campaign-figures', {})).body
  const scored = () =>
    api.db
      .selectFrom('standing')
      .select(['risk', 'band'])
      .where('month', '=', (eb) => eb.selectFrom('standing').select((of) => of.fn.max('month').as('newest')))
      .where('risk', 'is not', null)
      .orderBy('customer_id')
      .execute()
  const bandsAgree = async (figures: typeof cheap | null): Promise<string[]> => {
    const rows = await scored()
    const borders = bordersBy(figures)
    expect(rows.map(({ band }) => band)).toEqual(rows.map(({ risk }) => bandOfRisk(risk ?? 0, borders)))
    return rows.map(({ band }) => band ?? '')
  }

  test('are the paper’s at first, and the warning speaks where it starts', async () => {
    expect(await shown()).toEqual({
      figures: null,
      version: null,
      borders: { raised: 0.3, high: 0.6 },
      past: [],
      mayChange: true,
    })
    expect(await bandsAgree(null)).toContain('low')
  })

  test('once kept, the warning speaks from the risk at which a contact pays; each setting stays with who and when', async () => {
    const before = await bandsAgree(null)
    expect((await set(cheap, null)).body).toMatchObject({ version: 1 })
    await api.finishJobs()
    const after = await bandsAgree(cheap)
    expect(after).not.toEqual(before)
    expect(await shown()).toMatchObject({
      figures: cheap,
      borders: { raised: paysFrom(cheap), high: 0.6 },
      past: [{ version: 1, figures: cheap, by: '顾一鸣', on: '2026-11-23' }],
    })
    expect((await set(PUBLISHED_FIGURES, null)).error.code).toBe('record.conflict')
    expect((await set(null, 1)).body).toMatchObject({ version: 2 })
    await api.finishJobs()
    expect(await bandsAgree(null)).toEqual(before)
    expect((await shown()).past).toMatchObject([
      { version: 2, figures: null },
      { version: 1, figures: cheap },
    ])
    const acts = await api.db
      .selectFrom('audit_event')
      .select(['action', 'params'])
      .where('action', '=', 'campaign_figures.set')
      .orderBy('at')
      .orderBy('id')
      .execute()
    expect(acts).toHaveLength(2)
    expect(acts.map(({ params }) => params)).toContainEqual({ value: JSON.stringify(cheap), before: 'null' })
  })

  test('by which nobody is worth a contact are refused, and a manager sets none', async () => {
    expect((await set({ ...cheap, offer: 70_000 }, 2)).error.code).toBe('request.invalid')
    const answer = await api.as('lin')('PUT /api/warning/campaign-figures', {
      body: { figures: cheap, baseVersion: 2 },
    })
    expect(answer.error.code).toBe('access.denied')
  })
})
