import { beforeAll, describe, expect, test } from 'vitest'
import type { QueryId } from '#domain/insight/figure.ts'
import { placesIn } from '#server/adapters/sheet/fill-xlsx.ts'
import { freshId } from '#server/db/id.ts'
import { idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { anOctoberOfTheNorth, aPromise } from '#test/team-month.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await anOctoberOfTheNorth(api)
})

const teamOf = async (code: string, query: Record<string, string> = {}) => {
  const { status, body } = await api.as(code)('GET /api/team', { query })
  expect(status).toBe(200)
  return body
}

describe('who sees which figures [P-18]', () => {
  test('leads those of their unit, nobody else those of a team', async () => {
    const north = await teamOf('gu')
    expect([north.month, north.people, north.customers]).toEqual(['2026-10', 3, 3])
    expect((await teamOf('yan')).customers).toBe(1)
    for (const code of ['lin', 'desk', 'train', 'admin', 'line'])
      expect((await api.as(code)('GET /api/team', {})).status, code).toBe(403)
    expect((await api.as('gu')('GET /api/team', { query: { unit: idOf('south') } })).status).toBe(404)
  })

  test('a month that has not begun has no figures', async () => {
    expect((await api.as('gu')('GET /api/team', { query: { month: '2026-12' } })).status).toBe(400)
  })
})

describe('a month of a team', () => {
  test('promises: kept in time of those due, told of those missed; what was let go counts for neither', async () => {
    const { promises } = await teamOf('gu')
    expect([promises.kept.numerator, promises.kept.denominator]).toEqual([2, 4])
    expect([promises.told.numerator, promises.told.denominator]).toEqual([1, 2])
    expect([promises.perHundred.numerator, promises.perHundred.denominator]).toEqual([5, 2])
    expect(promises.weeks).toHaveLength(12)
    expect(promises.weeks.at(-1)).toMatchObject({ week: 44, to: '2026-11-01' })
  })

  test('coverage is of the month’s end: a contact after it does not count', async () => {
    const { coverage } = await teamOf('gu')
    expect([coverage.inCadence.numerator, coverage.inCadence.denominator, coverage.past]).toEqual([2, 3, 1])
    const rows = coverage.kinds.find(({ kind }) => kind === 'person')?.rows ?? []
    expect(rows.find(({ tier }) => tier === 'A')?.counts).toEqual([1, 0, 0, 0, 0, 0, 0])
    expect(rows.find(({ tier }) => tier === 'B')?.past).toEqual([0, 0, 0, 0, 1, 0, 0])
  })

  test('movement and concentration are of the team’s own customers', async () => {
    const { movement, concentration } = await teamOf('gu')
    expect(movement?.kinds).toMatchObject([{ kind: 'person', up: 1, down: 1, left: 0, entered: 0 }])
    expect(concentration?.pair?.revenue).toBeCloseTo(13 / 14.5)
  })

  test('with three people a dot would be a name', async () => {
    expect((await teamOf('gu')).spread).toMatchObject({
      shown: null,
      refused: { code: 'distribution.tooFew', params: { people: 2, needed: 5 } },
    })
  })

  test('what to see first is counted, and not said when there is none', async () => {
    const absence = { branch_id: 1, id: freshId(MONDAY_AT_TEN), staff_id: idOf('lin'), kind: 'leave' as const }
    expect((await teamOf('gu')).first.map(({ code, count }) => [code, count])).toEqual([['untold', 1]])
    await api.db
      .insertInto('absence')
      .values({ ...absence, from_day: '2026-11-19', to_day: '2026-11-30' })
      .execute()
    expect((await teamOf('gu')).first.map(({ code, count }) => [code, count])).toEqual([
      ['unattended', 1],
      ['untold', 1],
    ])
    expect((await teamOf('gu')).workload.loads.find(({ name }) => name === '林晓岚')?.away).toBe(true)
  })
})

describe('one rule for what two pages say', () => {
  test('work at hand is what stands on each one’s own Today', async () => {
    const { workload } = await teamOf('gu')
    expect(workload.loads.map(({ name }) => name)).toContain('林晓岚')
    for (const code of ['lin', 'han']) {
      const today = (await api.as(code)('GET /api/today', {})).body
      const load = workload.loads.find(({ staffId }) => staffId === idOf(code))
      expect([load?.minutes, load?.customers], code).toEqual([today.plan.minutes, today.rows.length])
      expect((await api.as(code)('GET /api/me/figures', {})).body.load.minutes, code).toBe(today.plan.minutes)
    }
    expect(workload.loads.some(({ minutes }) => minutes > 0)).toBe(true)
  })

  test('a promise kept or broken before its day moves the ledger’s figure and the month’s at once', async () => {
    const id = freshId(MONDAY_AT_TEN)
    const body = { customerId: idOf('单志远'), what: '寄合同', dueDay: '2026-11-24' }
    expect((await api.as('lin')('PUT /api/promises/:id', { params: { id }, body })).status).toBe(200)
    const figures = async () => {
      const ledger = (await api.as('lin')('GET /api/promises', {})).body.figures
      const month = (await api.as('lin')('GET /api/me/figures', { query: { month: '2026-11' } })).body.promises
      return [ledger, month].map(({ kept, told }) => [kept.numerator, kept.denominator, told.denominator])
    }
    const move = async (move: 'kept' | 'broken' | 'reopened') => {
      const { status } = await api.as('lin')('POST /api/promises/:id/moves', {
        params: { id },
        body: { moveId: freshId(MONDAY_AT_TEN), move, note: '说明' },
      })
      expect(status).toBe(200)
    }
    const before = await figures()
    const later = (kept: number, of: number, missed: number) =>
      before.map(([a = 0, b = 0, c = 0]) => [a + kept, b + of, c + missed])
    await move('kept')
    expect(await figures()).toEqual(later(1, 1, 0))
    await move('reopened')
    expect(await figures()).toEqual(before)
    await move('broken')
    expect(await figures()).toEqual(later(0, 1, 1))
    await move('reopened')
  })
})

describe('every figure opens to its records [M-14]', () => {
  test('as many as it says, on both sides', async () => {
    const { promises, coverage, workload, first } = await teamOf('gu')
    const figures = [promises.kept, promises.told, promises.perHundred, coverage.inCadence, workload.overloaded]
    for (const { source, numerator, denominator } of figures)
      for (const [{ query, where }, says] of [
        [source.numerator, numerator],
        [source.denominator, denominator],
      ] as const) {
        const asked = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== null))
        const { status, body } = await api.as('gu')('GET /api/team/records', { query: { ...asked, query } })
        expect([status, body.total, body.rows.length], query).toEqual([200, says, says])
      }
    for (const { query, count } of first) {
      const { body } = await api.as('gu')('GET /api/team/records', { query: { query } })
      expect(body.total, query).toBe(count)
    }
  })

  test('a cell of the coverage grid and of the movement matrix opens too', async () => {
    const rows = async (query: Record<string, string>) =>
      (await api.as('gu')('GET /api/team/records', { query: query as { query: QueryId } })).body.rows
    const cell = { query: 'customers.all', kind: 'person', tier: 'B', bucket: '4', day: '2026-10-31' }
    expect((await rows(cell)).map(({ customer, who }) => [customer?.name, who])).toEqual([['单志远', '林晓岚']])
    const moved = { query: 'customers.moved', kind: 'person', month: '2026-10', was: 'B', is: 'A' }
    expect((await rows(moved)).map(({ customer }) => customer?.name)).toEqual(['李素珍'])
  })

  test('one’s own open without a team', async () => {
    const { body } = await api.as('han')('GET /api/me/figures', {})
    expect([body.promises.kept.numerator, body.promises.kept.denominator]).toEqual([0, 1])
    const { query, where } = body.promises.kept.source.denominator
    const { from, until } = where as { from: string; until: string }
    const records = await api.as('han')('GET /api/me/records', { query: { query, from, until } })
    expect(records.body.rows.map(({ what, done }) => [what, done])).toEqual([['换卡', null]])
  })
})

describe('one’s own figures first', () => {
  test('a running month joins the lead’s distribution once its owner has looked; the note stands beside it', async () => {
    const running = { month: '2026-11' }
    expect((await teamOf('gu', running)).spread.waiting).toBe(3)
    const params = { month: '2026-11', formula: 'figure.promisesKept' as const }
    await api.as('lin')('PUT /api/me/figures/:month/notes/:formula', {
      params,
      body: { note: '上旬替班，手上多了 20 户' },
    })
    const { spread, notes } = await teamOf('gu', running)
    expect([spread.waiting, spread.ownUntil]).toEqual([2, '2026-12-05'])
    expect(notes).toMatchObject([{ name: '林晓岚', note: '上旬替班，手上多了 20 户' }])
    expect((await api.as('lin')('GET /api/me/figures', { query: running })).body).toMatchObject({
      seen: true,
      notes: [{ formula: 'figure.promisesKept' }],
    })
    await api.as('lin')('PUT /api/me/figures/:month/notes/:formula', { params, body: { note: '' } })
    expect((await teamOf('gu', running)).notes).toEqual([])
  })
})

describe('the lead’s own workbook', () => {
  const ask = (method: string, path: string, code: string, body?: Uint8Array) =>
    api.fetch(
      new Request(`http://localhost/api/team/templates${path}`, {
        method,
        headers: { 'x-test-staff': code },
        ...(body ? { body: new Uint8Array(body) } : {}),
      }),
    )
  const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

  test('the sample is taken in, filled for a month, and is nobody else’s', async () => {
    const sample = await bytesOf(await ask('GET', '/sample', 'gu'))
    const id = freshId(MONDAY_AT_TEN)
    const kept = await ask('PUT', `/${id}?fileName=${encodeURIComponent('月报.xlsx')}`, 'gu', sample)
    const { places } = (await kept.json()) as { places: { code: string; known: boolean }[] }
    expect(places.length).toBeGreaterThan(30)
    expect(places.filter(({ known }) => !known)).toEqual([])
    const filled = await ask('GET', `/${id}/filled?month=2026-10`, 'gu')
    expect(decodeURIComponent(filled.headers.get('content-disposition') ?? '')).toContain('月报 2026-10.xlsx')
    expect(await placesIn(await bytesOf(filled))).toEqual([])
    expect((await ask('GET', `/${id}/filled`, 'yan')).status).toBe(404)
    expect((await ask('PUT', `/${id}?fileName=x.xlsx`, 'yan', sample)).status).toBe(409)
    expect((await api.as('yan')('GET /api/team/templates', {})).body.templates).toEqual([])
    await api.as('gu')('DELETE /api/team/templates/:id', { params: { id } })
    expect((await api.as('gu')('GET /api/team/templates', {})).body.templates).toEqual([])
  })

  test('a file that is no workbook, or asks for nothing, is refused with what to do', async () => {
    const put = async (body: Uint8Array) => {
      const answer = await ask('PUT', `/${freshId(MONDAY_AT_TEN)}?fileName=x.xlsx`, 'gu', body)
      return [answer.status, ((await answer.json()) as { reasons: { code: string }[] }).reasons[0]?.code]
    }
    expect(await put(Buffer.from('客户,1'))).toEqual([422, 'sheet.not-xlsx'])
  })
})

test('a lead who looks at a month that is over still sees what is due today', async () => {
  await aPromise(api, { by: 'lin', to: '李素珍', what: '回电讲清漫游费', due: '2026-11-23' })
  const { month, first } = await teamOf('gu')
  expect(month).toBe('2026-10')
  const due = first.find(({ code }) => code === 'dueToday')
  expect(due).toMatchObject({ count: 1, query: 'promises.dueNow' })
  const { body } = await api.as('gu')('GET /api/team/records', { query: { query: 'promises.dueNow' } })
  expect(body.rows.map(({ what, customer }) => [what, customer?.name])).toEqual([['回电讲清漫游费', '李素珍']])
})
