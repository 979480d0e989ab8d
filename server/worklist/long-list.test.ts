import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { fillCity } from '#demo/city/fill.ts'
import { citySize } from '#demo/city/size.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { createAuth } from '#server/staff/auth.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { MONDAY_AT_TEN } from '#test/api.ts'
import { testDatabase } from '#test/database.ts'
import { countsFor } from './counts.ts'
import { workAtHand, workDayOf } from './day.ts'
import { showToday } from './show-today.ts'

let db: Db
const seat = async (code: string): Promise<Caller> => {
  const { id } = await db.selectFrom('staff').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  const caller = await seatOfStaff(db, 1, id)
  if (!caller) throw new Error(`nobody sits for ${code}`)
  return caller
}

/** Everything the rules read, read of everybody: what the short way must agree with. */
const wholeOf = (caller: Caller) => workDayOf(db, caller, MONDAY_AT_TEN, { most: 0, of: 'everybody' })

beforeAll(async () => {
  const database = await testDatabase()
  db = database.db
  const auth = createAuth(db, 'secret-of-a-test-0123456789abcdef', 'http://127.0.0.1')
  await fillCity(database, auth, citySize(12_000), 7, () => undefined)
  // Chances of leaving of every size, birthdays by both calendars, contracts, points and market days here and there.
  await sql`update standing set risk = (rank * 37 % 1000) / 1900.0`.execute(db)
  await sql`update customer set dossier = case hashtext(code) % 5
      when 0 then jsonb_build_object('birthday', jsonb_build_object('calendar', 'solar', 'month', 11, 'day', 20 + abs(hashtext(code)) % 10))
      when 1 then jsonb_build_object('birthday', jsonb_build_object('calendar', 'lunar', 'month', 10, 'day', 10 + abs(hashtext(code)) % 10))
      when 2 then jsonb_build_object('contractUntil', ('2026-11-01'::date + abs(hashtext(code)) % 90)::text)
      when 3 then jsonb_build_object('marketDays', jsonb_build_object('every', 'week', 'weekdays', jsonb_build_array(2, 5)))
      else '{}'::jsonb end,
    official_points = abs(hashtext(code || 'p')) % 6000
    where abs(hashtext(code)) % 7 = 0`.execute(db)
})

describe('a list of hundreds', () => {
  test.each(['m001', 'm002'])('of %s starts, counts and plans as if every customer had been read', async (code) => {
    const caller = await seat(code)
    const whole = await wholeOf(caller)
    const all = await showToday(db, caller, MONDAY_AT_TEN, 50_000)
    expect(all.rows.length).toBeGreaterThan(100)
    expect(all.rows.map(({ customerId, rank, score, parts }) => [customerId, rank, score, parts])).toEqual(
      whole.today.toContact.map(({ customerId, rank, score, parts }) => [customerId, rank, score, parts]),
    )
    const first = await showToday(db, caller, MONDAY_AT_TEN, 120)
    expect(first).toEqual({ ...all, rows: all.rows.slice(0, 120), more: all.rows.length - 120 })
    const kinds = new Set(all.rows.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)))
    for (const kind of ['cadence', 'birthday', 'contract', 'promise', 'risk', 'tierUp', 'tierDown'])
      expect(kinds, kind).toContain(kind)
  })

  test('is counted the same beside the navigation and on the team page', async () => {
    const callers = await Promise.all(['m001', 'm002'].map(seat))
    const works = await workAtHand(db, callers, MONDAY_AT_TEN)
    for (const [i, caller] of callers.entries()) {
      const { customers, minutes, toContact } = (await wholeOf(caller)).today
      expect(customers).toBe(toContact.length)
      expect(works[i]).toEqual({ staffId: caller.staffId, customers, minutes })
      expect((await countsFor(db, caller, MONDAY_AT_TEN)).today).toBe(customers)
    }
  })
})
