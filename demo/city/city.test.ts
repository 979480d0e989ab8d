import { describe, expect, test } from 'vitest'
import { createAuth } from '#server/staff/auth.ts'
import { testDatabase } from '#test/database.ts'
import { chanceByPlace } from './chance.ts'
import { fillCity } from './fill.ts'
import { drawMoney } from './money.ts'
import { citySize, KEY_CUSTOMERS, KEY_REVENUE } from './size.ts'

describe('a made-up city branch', () => {
  test.each([2000, 30_000])('of %i customers: 5.85 of a hundred bring 43.75 of a hundred yuan [K-02]', (customers) => {
    const size = citySize(customers)
    const money = drawMoney(size, chanceByPlace(1))
    const paid = Array.from({ length: customers }, (_, i) =>
      Array.from({ length: size.months }, (__, m) => money.bill(i, m)).reduce((a, b) => a + b),
    )
    const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0)
    const key = paid.filter((_, i) => money.isKey(i))
    expect(Math.abs(key.length / customers - KEY_CUSTOMERS)).toBeLessThan(0.0005)
    expect(Math.abs(sum(key) / sum(paid) - KEY_REVENUE)).toBeLessThan(0.0005)
  })
})

describe('written into a database', () => {
  const fill = async (seed: number) => {
    const { db, pool } = await testDatabase()
    const auth = createAuth(db, 'secret-of-a-test-0123456789abcdef', 'http://127.0.0.1')
    return { pool, figures: await fillCity({ db, pool }, auth, citySize(400), seed, () => undefined) }
  }
  const tables = ['customer', 'member', 'customer_key', 'bill', 'touch', 'promise', 'service_case']

  test('the same seed gives the same rows, another seed others; every key is there again', async () => {
    const [one, same, other] = [await fill(7), await fill(7), await fill(8)]
    const digest = async ({ pool }: typeof one, table: string): Promise<string> => {
      const { rows } = await pool.query<{ digest: string }>(
        `select md5(string_agg(t::text, '' order by t::text)) as digest from ${table} t`,
      )
      return rows[0]?.digest ?? ''
    }
    for (const table of tables) expect(await digest(same, table), table).toBe(await digest(one, table))
    expect(await digest(other, 'bill')).not.toBe(await digest(one, 'bill'))
    const keys = await one.pool.query<{ keys: number }>(
      'select count(*)::int as keys from pg_constraint where conrelid = any ($1::regclass[])',
      [tables],
    )
    const { pool: untouched } = await testDatabase()
    const before = await untouched.query(
      'select count(*)::int as keys from pg_constraint where conrelid = any ($1::regclass[])',
      [tables],
    )
    expect(keys.rows).toEqual(before.rows)
    expect(one.figures).toMatchObject({ branchId: 1, customers: 400 })
  })
})
