import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Month } from '#domain/kernel/day.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { startingRules } from '#domain/portfolio/presets.ts'
import { fullStanding } from '#domain/portfolio/standing.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { aYearOf, isKnownAs, paysUntil } from '#test/value.ts'
import { bringUpToDate, runMonth } from './run-month.ts'

const NEWEST = '2026-10'

const standingsOf = async ({ db }: TestApi, month: Month) =>
  db.selectFrom('standing').selectAll().where('month', '=', monthNumber(month)).orderBy('customer_id').execute()

const standingOf = async (api: TestApi, name: string, month: Month = NEWEST) =>
  (await standingsOf(api, month)).find((row) => row.customer_id === idOf(name))

/** What the rules say of the same bills, read one by one. */
const oracle = async ({ db }: TestApi, month: Month, left: readonly string[] = []) => {
  const customers = await db.selectFrom('customer').select(['id', 'kind']).where('merged_into', 'is', null).execute()
  const bills = await sql<{ id: string; month: number; fen: number }>`
    select coalesce(c.merged_into, c.id) as id, b.month, b.amount_fen as fen
    from bill b join customer c on c.id = b.customer_id`.execute(db)
  const result = fullStanding(
    {
      branchId: 1,
      month,
      rules: startingRules,
      customers: customers.map(({ id, kind }) => ({ customerId: id, kind, present: !left.includes(id) })),
    },
    bills.rows.map(({ id, month: of, fen }) => ({ customerId: id, month: monthOfNumber(of), paid: fen })),
  )
  if (!result.ok) throw new Error(result.error.code)
  return result.value.rows
    .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
    .map((row) => [row.customerId, row.state, row.tier, row.rank, row.top, row.value, row.months && row.paid12])
}

const computed = async (api: TestApi, month: Month) =>
  (await standingsOf(api, month)).map((row) => [
    row.customer_id,
    row.state,
    row.tier,
    row.rank,
    row.top_share,
    row.value_fen,
    row.paid12_fen ?? 0,
  ])

describe('the monthly run over a small branch', () => {
  let api: TestApi
  const names = Array.from({ length: 24 }, (_, i) => `客户${i}`)

  beforeAll(async () => {
    api = await testApi()
    const random = seededRandom(7)
    for (const [i, name] of names.entries()) {
      const kind = (['person', 'person', 'group', 'outlet'] as const)[i % 4] ?? 'person'
      const id = await aCustomer(api, name, { kind })
      const bills = Array.from({ length: 17 }, () =>
        random() < 0.2 ? null : Math.round(random() ** 3 * 200_000) - (random() < 0.1 ? 30_000 : 0),
      )
      await paysUntil(api, id, NEWEST, i === 5 ? [] : bills)
    }
    await api.db
      .insertInto('member')
      .values({
        branch_id: 1,
        id: idOf('a number given back'),
        customer_id: idOf('客户3'),
        kind: 'mobile',
        status: 'left',
      })
      .execute()
  })

  test('month after month agrees with a full recompute from all bills', async () => {
    const ways: string[] = []
    for (const month of ['2026-07', '2026-08', '2026-09', '2026-10']) {
      ways.push((await runMonth(api.db, 1, month, MONDAY_AT_TEN)).from)
      expect(await computed(api, month)).toEqual(await oracle(api, month, [idOf('客户3')]))
    }
    expect(ways).toEqual(['bills', 'before', 'before', 'before'])
  })

  test('a late bill makes its months stale; bringing up to date recomputes them from the bills', async () => {
    await paysUntil(api, idOf('客户5'), '2026-08', [88_000])
    await api.db.updateTable('standing_month').set({ stale: true }).where('month', '>=', 202608).execute()
    const months = await bringUpToDate(api.db, 1, MONDAY_AT_TEN)
    expect(months.map(({ month, from }) => [month, from])).toEqual([
      ['2026-08', 'before'],
      ['2026-09', 'before'],
      ['2026-10', 'before'],
    ])
    for (const { month } of months)
      expect(await computed(api, month)).toEqual(await oracle(api, month, [idOf('客户3')]))
    expect(await bringUpToDate(api.db, 1, MONDAY_AT_TEN)).toEqual([])
  })

  test('what a merged customer paid counts for who was kept, once', async () => {
    await api.db
      .updateTable('customer')
      .set({ merged_into: idOf('客户0') })
      .where('id', '=', idOf('客户1'))
      .execute()
    await api.db
      .insertInto('customer_merge')
      .values({
        branch_id: 1,
        id: idOf('the merge'),
        kept_id: idOf('客户0'),
        gone_id: idOf('客户1'),
        moved: '{}',
        actor_id: idOf('gu'),
        merged_at: MONDAY_AT_TEN,
      })
      .execute()
    expect((await runMonth(api.db, 1, NEWEST, MONDAY_AT_TEN)).from).toBe('bills')
    expect(await computed(api, NEWEST)).toEqual(await oracle(api, NEWEST, [idOf('客户3')]))
  })
})

describe('which months are run', () => {
  test('the first import of bills computes the newest full month and the one before it', async () => {
    const api = await testApi()
    await paysUntil(api, await aCustomer(api, '李素珍'), '2026-11', aYearOf(80_000))
    expect((await bringUpToDate(api.db, 1, MONDAY_AT_TEN)).map(({ month }) => month)).toEqual(['2026-09', '2026-10'])
  })

  test('without bills everybody stands in the month of the newest snapshot, without a tier', async () => {
    const api = await testApi()
    await isKnownAs(api, await aCustomer(api, '单志远'), '2026-06-30', { 投诉次数: 2 })
    expect((await bringUpToDate(api.db, 1, MONDAY_AT_TEN)).map(({ month }) => month)).toEqual(['2026-06'])
    expect(await standingOf(api, '单志远', '2026-06')).toMatchObject({ state: 'noBills', tier: null, paid12_fen: null })
  })
})

describe('what a month’s payment is', () => {
  test('a total holds its parts, parts alone add up, a refund comes on top', async () => {
    const api = await testApi()
    const withTotal = await aCustomer(api, '有总额')
    await paysUntil(api, withTotal, NEWEST, aYearOf(90_000))
    await paysUntil(api, withTotal, NEWEST, [14_800], 'roaming')
    await paysUntil(api, withTotal, NEWEST, [-14_800], 'refund')
    const inParts = await aCustomer(api, '分科目')
    await paysUntil(api, inParts, NEWEST, aYearOf(30_000), 'voice')
    await paysUntil(api, inParts, NEWEST, aYearOf(5_000), 'data')
    await runMonth(api.db, 1, NEWEST, MONDAY_AT_TEN)
    expect(await standingOf(api, '有总额')).toMatchObject({ paid12_fen: 12 * 90_000 - 14_800, months_billed: 12 })
    expect(await standingOf(api, '分科目')).toMatchObject({ paid12_fen: 12 * 35_000, tier: 'B' })
  })
})

describe('warning without labels', () => {
  test('falling bills, a broken promise and a long silence speak in points, not in a probability', async () => {
    const api = await testApi()
    const id = await aCustomer(api, '仇雅宁')
    await paysUntil(api, id, NEWEST, [...aYearOf(90_000).slice(3), 60_000, 55_000, 50_000])
    await api.db
      .insertInto('promise')
      .values({
        branch_id: 1,
        id: idOf('a promise'),
        customer_id: id,
        what: '退漫游费',
        due_at: new Date('2026-11-16T09:00:00Z'),
        made_at: new Date('2026-11-09T09:00:00Z'),
        made_by: idOf('lin'),
        owner_id: idOf('lin'),
        state: 'broken',
      })
      .execute()
    await runMonth(api.db, 1, NEWEST, MONDAY_AT_TEN)
    const row = await standingOf(api, '仇雅宁')
    expect(row).toMatchObject({ risk: null, at_risk_fen: null, band: 'high', signal_points: 54 })
    expect(row?.reasons).toMatchObject([
      { code: 'signal.bill_long', changeable: true, weight: 16 },
      { code: 'signal.bill_short', weight: 12 },
      { code: 'signal.bill_level' },
    ])
  })

  test('of a customer nothing is known of, nothing is claimed', async () => {
    const api = await testApi()
    await aCustomer(api, '新客户')
    await runMonth(api.db, 1, NEWEST, MONDAY_AT_TEN)
    expect(await standingOf(api, '新客户')).toMatchObject({ band: null, signal_points: null, reasons: [] })
  })
})
