import { beforeAll, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, type TestApi, testApi } from '#test/api.ts'

let api: TestApi

const bill = (name: string, month: number, yuan: number) =>
  api.db
    .insertInto('bill')
    .values({ branch_id: 1, customer_id: idOf(name), month, amount_fen: yuan * 100 })
    .execute()

const whysOf = async (who: string, name: string) =>
  (await api.as(who)('GET /api/today', {})).body.rows.find((row) => row.name === name)?.whys.map(({ code }) => code)

const given = (managerId: string, name: string) =>
  api.as('gu')('POST /api/customers/bulk', {
    body: { bulkId: freshId(MONDAY_AT_TEN), ids: [idOf(name)], managerId },
  })

beforeAll(async () => {
  api = await testApi()
  for (let n = 0; n < 40; n++) {
    await aCustomer(api, `老客户${n}`, { manager: 'lin', unit: 'north' })
    await bill(`老客户${n}`, 202608, 100 + n)
    await bill(`老客户${n}`, 202609, 100 + n)
    await bill(`老客户${n}`, 202610, 100 + n)
  }
  await aCustomer(api, '新晋无人', { unit: 'north' })
  await api.db.updateTable('customer').set({ manager_id: null }).where('id', '=', idOf('新晋无人')).execute()
  await bill('新晋无人', 202608, 10)
  await bill('新晋无人', 202609, 10)
  await bill('新晋无人', 202610, 9000)
  await runMonth(api.db, 1, '2026-09', MONDAY_AT_TEN)
  await runMonth(api.db, 1, '2026-10', MONDAY_AT_TEN)
})

test('who rises without a manager stands on the lead’s Today and page until somebody is found, then on theirs [S-52]', async () => {
  const first = async () => (await api.as('gu')('GET /api/team', {})).body.first.map(({ code }) => code)
  expect(await whysOf('gu', '新晋无人')).toContain('why.unbound')
  expect(await first()).toContain('unbound')
  expect((await given(idOf('lin'), '新晋无人')).status).toBe(200)
  expect(await whysOf('gu', '新晋无人')).toBeUndefined()
  expect(await first()).not.toContain('unbound')
  const stored = await api.db.selectFrom('welcome').selectAll().execute()
  expect(stored).toMatchObject([{ customer_id: idOf('新晋无人'), promoted_on: '2026-11-23', bound_on: '2026-11-23' }])
  const { welcome } = (await api.as('gu')('GET /api/team', { query: { month: '2026-11' } })).body
  expect([welcome.bound.numerator, welcome.bound.denominator, welcome.spoken.denominator]).toEqual([1, 1, 0])
})

test('the month run again leaves the clocks as they are', async () => {
  await runMonth(api.db, 1, '2026-10', new Date('2026-12-01T02:00:00Z'))
  const stored = await api.db.selectFrom('welcome').select(['promoted_on', 'bound_on']).execute()
  expect(stored).toEqual([{ promoted_on: '2026-11-23', bound_on: '2026-11-23' }])
})
