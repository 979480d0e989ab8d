import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, type TestApi } from './api.ts'

const at = (day: string, hour = 10): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)

type Promised = { by: string; to: string; what?: string; due: string; kept?: string; told?: string; released?: string }

/** A promise of October as the ledger holds it. */
export const aPromise = async (
  { db }: TestApi,
  { by, to, what, due, kept, told, released }: Promised,
): Promise<void> => {
  const settled = kept ?? released
  await db
    .insertInto('promise')
    .values({
      branch_id: 1,
      id: freshId(MONDAY_AT_TEN),
      customer_id: idOf(to),
      what: what ?? '回电',
      due_at: at(due, 18),
      made_at: at(due, 9),
      made_by: idOf(by),
      owner_id: idOf(by),
      state: kept ? 'kept' : released ? 'withdrawn' : 'open',
      settled_at: settled ? at(settled) : null,
      told_at: told ? at(told) : null,
    })
    .execute()
}

export const aTouch = async ({ db }: TestApi, by: string, to: string, day: string): Promise<void> => {
  await db
    .insertInto('touch')
    .values({
      branch_id: 1,
      id: freshId(MONDAY_AT_TEN),
      customer_id: idOf(to),
      staff_id: idOf(by),
      channel: 'call',
      direction: 'active',
      purpose: 'care',
      reached: true,
      at: at(day),
    })
    .execute()
  await db
    .updateTable('customer')
    .set({ last_touch_at: at(day) })
    .where('branch_id', '=', 1)
    .where('id', '=', idOf(to))
    .where((eb) => eb.or([eb('last_touch_at', 'is', null), eb('last_touch_at', '<', at(day))]))
    .execute()
}

/** Where a customer stood in a month; money a year in yuan. */
export const stood = async ({ db }: TestApi, name: string, month: number, tier: string, yuan = 0): Promise<void> => {
  await db
    .insertInto('standing_month')
    .values({ branch_id: 1, month, computed_at: MONDAY_AT_TEN, rule_version: 1, summary: '{}' })
    .onConflict((on) => on.doNothing())
    .execute()
  await db
    .insertInto('standing')
    .values({
      branch_id: 1,
      month,
      customer_id: idOf(name),
      tier,
      paid12_fen: yuan * 100,
      kind: 'person',
      state: 'ranked',
    })
    .execute()
}

/** October of the north: three who keep customers, five promises due, one told late, one in silence, one customer past the cadence. */
export const anOctoberOfTheNorth = async (api: TestApi): Promise<void> => {
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han' })
  await aCustomer(api, '单志远', { manager: 'lin' })
  await aCustomer(api, '仇雅宁', { manager: 'han' })
  await aCustomer(api, '陈国栋', { manager: 'xu' })
  for (const [name, before, after, yuan] of [
    ['李素珍', 'B', 'A', 9_000],
    ['单志远', 'B', 'B', 4_000],
    ['仇雅宁', 'B', 'C', 1_500],
    ['陈国栋', 'A', 'A', 50_000],
  ] as const) {
    await stood(api, name, 202609, before, yuan)
    await stood(api, name, 202610, after, yuan)
  }
  await aPromise(api, { by: 'lin', to: '李素珍', what: '给明细', due: '2026-10-12', kept: '2026-10-12' })
  await aPromise(api, { by: 'lin', to: '单志远', due: '2026-10-14', kept: '2026-10-13' })
  await aPromise(api, { by: 'lin', to: '单志远', due: '2026-10-15', kept: '2026-10-17', told: '2026-10-15' })
  await aPromise(api, { by: 'han', to: '仇雅宁', what: '换卡', due: '2026-10-20' })
  await aPromise(api, { by: 'han', to: '仇雅宁', due: '2026-10-21', released: '2026-10-20' })
  await aPromise(api, { by: 'lin', to: '李素珍', due: '2026-11-24' })
  await aPromise(api, { by: 'xu', to: '陈国栋', due: '2026-10-14' })
  await aTouch(api, 'lin', '李素珍', '2026-10-28')
  await aTouch(api, 'lin', '李素珍', '2026-11-20')
  await aTouch(api, 'lin', '单志远', '2026-09-01')
  await aTouch(api, 'han', '仇雅宁', '2026-10-05')
}
