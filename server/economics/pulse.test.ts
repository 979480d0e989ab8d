import { beforeAll, expect, test } from 'vitest'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const week = '2026-11-16'

beforeAll(async () => {
  api = await testApi()
  const [unit] = await api.db.selectFrom('staff').select('unit_id').where('code', '=', 'lin').execute()
  // Everybody works in one unit, so that there are five to ask.
  await api.db
    .updateTable('staff')
    .set({ unit_id: unit?.unit_id ?? '' })
    .execute()
})

const asked = async (code: string) => (await api.as(code)('GET /api/pulse', {})).body
const say = async (code: string, answer: { well: number; able: number } | null) =>
  (await api.as(code)('POST /api/pulse/:week', { params: { week }, body: { answer } })).body

test('an answer is counted once, without a name anywhere; who put it aside is not told from who answered [R-28]', async () => {
  expect(await asked('lin')).toEqual({ week, asked: true })
  expect(await say('lin', { well: 4, able: 2 })).toEqual({ counted: true })
  expect(await say('lin', { well: 1, able: 1 })).toEqual({ counted: false })
  expect(await say('gu', null)).toEqual({ counted: false })
  expect([(await asked('lin')).asked, (await asked('gu')).asked, (await asked('han')).asked]).toEqual([
    false,
    false,
    true,
  ])
  await say('han', { well: 4, able: 2 })
  const counts = await api.db.selectFrom('pulse_count').selectAll().execute()
  expect(counts).toMatchObject([{ week, well: 4, able: 2, answers: 2 }])
  expect(Object.keys(counts[0] ?? {}).toSorted()).toEqual(['able', 'answers', 'branch_id', 'unit_id', 'week', 'well'])
  const done = await api.db.selectFrom('pulse_done').selectAll().execute()
  expect(Object.keys(done[0] ?? {}).toSorted()).toEqual(['branch_id', 'staff_id', 'week'])
  expect(done.length).toBe(3)
  const traces = await api.db.selectFrom('audit_event').select('action').where('action', 'like', '%pulse%').execute()
  expect(traces).toEqual([])
})

test('rows tell nothing by their age: all of a week were written in the last answer’s transaction', async () => {
  const { rows } = await api.pool.query<{ ages: number }>(
    `select count(distinct age)::int as ages from (
       select xmin::text as age from pulse_done union select xmin::text from pulse_count) written`,
  )
  expect(rows).toEqual([{ ages: 1 }])
})

test('another week is not answered', async () => {
  const { body } = await api.as('xu')('POST /api/pulse/:week', {
    params: { week: '2026-11-23' },
    body: { answer: { well: 3, able: 3 } },
  })
  expect(body).toEqual({ counted: false })
})

test('half a year of it stands beside promises, staying and revenue, each missing month a gap; the unit shows from five on', async () => {
  const { body } = await api.as('gu')('GET /api/team/chain', { query: {} })
  expect(body.series.map(({ link, points }) => [link, points.length])).toEqual([
    ['pulse', 6],
    ['promisesKept', 6],
    ['satisfaction', 6],
    ['stayed', 6],
    ['revenue', 6],
  ])
  expect(body.series[0]?.points.every(({ value }) => value === null)).toBe(true)
  expect(body.pulseSaid?.code).toBe('pulse.tooFew')
  const [unit] = await api.db.selectFrom('staff').select('unit_id').where('code', '=', 'gu').execute()
  await api.db
    .insertInto('pulse_count')
    .values({ branch_id: 1, week: '2026-11-09', unit_id: unit?.unit_id ?? '', well: 5, able: 3, answers: 5 })
    .execute()
  const asker = await api.db.selectFrom('staff').select('id').where('code', '=', 'lin').executeTakeFirstOrThrow()
  for (const [i, score] of [5, 4, 4, 3, 5].entries()) {
    const about = { branch_id: 1, customer_id: await aCustomer(api, `客户${i}`, { manager: 'lin' }) }
    const survey = {
      id: idOf(`asked ${i}`),
      kind: 'satisfied',
      way: 'spoken',
      matter: '',
      sent_on: '2026-11-10',
    } as const
    await api.db
      .insertInto('survey')
      .values({ ...about, ...survey, asked_by: asker.id, asked_at: MONDAY_AT_TEN })
      .execute()
    const answer = { id: idOf(`answer ${i}`), survey_id: survey.id, matter: '', asks: 'satisfied', score } as const
    await api.db
      .insertInto('survey_answer')
      .values({ ...about, ...answer, on_day: '2026-11-10' })
      .execute()
  }
  const [shown, , satisfied] = (await api.as('gu')('GET /api/team/chain', { query: {} })).body.series
  expect(satisfied?.points.at(-1)?.value).toBeCloseTo(4.2, 10)
  expect(shown?.points.at(-1)?.value).toBe(4)
  expect((await api.as('lin')('GET /api/team/chain', { query: {} })).error.code).toBe('access.denied')
})
