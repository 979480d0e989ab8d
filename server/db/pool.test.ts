import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { withDatabase } from './address.ts'
import { query } from './connect.ts'
import { inSerializable, inTransaction, openPool } from './pool.ts'
import type { Db } from './pool.ts'

const { db, pool, address } = await testDatabase()

const one = async (expression: string): Promise<unknown> => {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db)
  return rows[0]?.value
}

describe('values', () => {
  test('whole numbers are numbers, also as sums and in arrays', async () => {
    expect(await one('9007199254740991::bigint')).toBe(9_007_199_254_740_991)
    expect(await one('(select sum(n) from generate_series(1, 3) n)')).toBe(6)
    expect(await one('1.25::numeric')).toBe(1.25)
    expect(await one('array[1, null, 3]::bigint[]')).toEqual([1, null, 3])
    expect(await one('array[1.5, 2]::numeric[]')).toEqual([1.5, 2])
  })

  test('a number too large to be exact is an error, never a nearby number', async () => {
    await expect(one('9007199254740993::bigint')).rejects.toThrow('9007199254740993')
    expect(await one('1')).toBe(1)
  })

  test('days are text, instants are dates, json is plain', async () => {
    expect(await one(`date '2026-02-28'`)).toBe('2026-02-28')
    expect(await one(`array[date '2026-02-28', null]`)).toEqual(['2026-02-28', null])
    expect(await one(`timestamptz '2026-02-28 10:00+08'`)).toEqual(new Date('2026-02-28T02:00:00Z'))
    expect(await one(`'{"a": [1]}'::jsonb`)).toEqual({ a: [1] })
  })
})

describe('named statements', () => {
  const lookUp = (on: Db, n: number) =>
    sql<{ n: number }>`select n from generate_series(1, 9) n where n = ${n}`.execute(on)

  test('a statement is prepared once a session, by its text', async () => {
    await inTransaction(db, async (trx) => {
      for (const n of [1, 2, 3]) expect((await lookUp(trx, n)).rows).toEqual([{ n }])
      const kept = await sql<{
        count: number
      }>`select count(*) from pg_prepared_statements where statement like '%generate_series(1, 9)%'`.execute(trx)
      expect(kept.rows[0]?.count).toBe(1)
    })
  })

  test('a pool for a pooler prepares nothing', async () => {
    const plain = openPool(address, { prepared: false, connections: 1 })
    await lookUp(plain.db, 1)
    const kept = await sql<{ count: number }>`select count(*) from pg_prepared_statements`.execute(plain.db)
    expect(kept.rows).toEqual([{ count: 0 }])
    await plain.close()
  })

  test('a table changed by another program does not break statements', async () => {
    const single = openPool(address, { connections: 1 })
    await pool.query('create table shelf (id integer); insert into shelf values (1)')
    const all = () => sql`select * from shelf where id = ${1}`.execute(single.db)
    expect((await all()).rows).toEqual([{ id: 1 }])
    await pool.query(`alter table shelf add name text default '书'`)
    expect((await all()).rows).toEqual([{ id: 1, name: '书' }])
    expect((await all()).rows).toEqual([{ id: 1, name: '书' }])
    await single.close()
  })
})

describe('limits and losses', () => {
  test('a statement that takes too long is cancelled, unless its transaction allows it', async () => {
    const hasty = openPool(address, { statementTimeoutMs: 100, connections: 1 })
    const sleep = (on: Db) => sql`select pg_sleep(0.3)`.execute(on)
    await expect(sleep(hasty.db)).rejects.toMatchObject({ code: '57014' })
    await inTransaction(hasty.db, sleep, { statementTimeoutMs: 0 })
    await expect(sleep(hasty.db)).rejects.toMatchObject({ code: '57014' })
    await hasty.close()
  })

  test('a pool outlives the loss of its connections', async () => {
    const lost: Error[] = []
    const resilient = openPool(address, { connections: 2, onLost: (error) => lost.push(error) })
    const me = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(resilient.db)
    await pool.query('select pg_terminate_backend($1)', [me.rows[0]?.pid])
    await expect.poll(() => lost.length).toBe(1)
    expect((await sql`select 1 as one`.execute(resilient.db)).rows).toEqual([{ one: 1 }])
    await resilient.close()
  })

  test('a transaction that loses its connection fails and leaves the pool whole', async () => {
    const cut = inTransaction(db, async (trx) => {
      const me = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await pool.query('select pg_terminate_backend($1)', [me.rows[0]?.pid])
      return sql`select 1`.execute(trx)
    })
    await expect(cut).rejects.toThrow()
    expect(await one('1')).toBe(1)
  })

  test('where the server has fewer connections than the pool would like, sixty readers wait instead of failing', async () => {
    const narrow = await testDatabase({ connections: 10 })
    const name = (await sql<{ name: string }>`select quote_ident(current_database()) as name`.execute(narrow.db))
      .rows[0]
    await sql.raw(`alter database ${name?.name} connection limit 3`).execute(narrow.db)
    const read = async () => (await sql<{ n: number }>`select 1 as n, pg_sleep(0.01)`.execute(narrow.db)).rows[0]?.n
    expect(new Set(await Promise.all(Array.from({ length: 60 }, read)))).toEqual(new Set([1]))
    const several = [1, 2, 3].map(() => query(narrow.pool, 'select 1 as one'))
    expect((await Promise.all(several)).map(({ rows }) => rows)).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]])
  })

  test('a pool that was never used closes', async () => {
    await openPool(withDatabase(address, 'nowhere')).close()
  })
})

describe('transactions', () => {
  test('all or nothing', async () => {
    await pool.query('create table page (n integer)')
    const insert = (on: Db) => sql`insert into page values (1)`.execute(on)
    const failing = inTransaction(db, async (trx) => {
      await insert(trx)
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(await one('(select count(*) from page)')).toBe(0)
    await inTransaction(db, insert)
    expect(await one('(select count(*) from page)')).toBe(1)
  })

  test('serializable ones that get in each other’s way run again; ordinary ones never do', async () => {
    await pool.query('create table counter (n integer); insert into counter values (0)')
    const addOne = async (trx: Db): Promise<void> => {
      const { rows } = await sql<{ n: number }>`select n from counter`.execute(trx)
      await sql`update counter set n = ${(rows[0]?.n ?? 0) + 1}`.execute(trx)
    }
    const attempts = 20
    await Promise.all([1, 2, 3, 4].map(() => inSerializable(db, addOne, { attempts })))
    expect(await one('(select n from counter)')).toBe(4)
    let runs = 0
    const refused = inTransaction(db, () => {
      runs++
      return Promise.reject(Object.assign(new Error('in the way'), { code: '40001' }))
    })
    await expect(refused).rejects.toThrow('in the way')
    expect(runs).toBe(1)
  })
})
