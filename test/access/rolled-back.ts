import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { type Address, connectionConfig } from '#server/db/address.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import { types } from '#server/db/values.ts'
import { afterwards } from '#test/afterwards.ts'

/** A database on one connection whose every change can be undone, and which counts the rows that were written meanwhile. */
export type RolledBack = { db: Db; undone: <T>(work: () => Promise<T>) => Promise<{ result: T; written: string[] }> }

const BEGINS = /^(?:begin|start transaction)/
const WRITES = /^\s*(?:insert into|update|delete from)\s+"?(\w+)/

/** Transactions of the program become savepoints of one that is never committed: each call meets the same rows. */
export const rolledBack = async (address: Address): Promise<RolledBack> => {
  const client = new pg.Client({ ...connectionConfig(address), types })
  await client.connect()
  let written: string[] = []
  let depth = 0
  let undoing = false
  const query = async (text: string, values?: readonly unknown[]): Promise<pg.QueryResult> => {
    if (undoing && BEGINS.test(text)) return client.query(`savepoint s${++depth}`)
    if (undoing && text === 'commit') return client.query(`release savepoint s${depth--}`)
    if (undoing && text === 'rollback') return client.query(`rollback to savepoint s${depth--}`)
    const result = await client.query(text, [...(values ?? [])])
    const [, table] = WRITES.exec(text) ?? []
    if (table && result.rowCount) written.push(table)
    return result
  }
  const wrapped = { query: query as unknown as PostgresPoolClient['query'], release: () => undefined }
  const pool = { connect: async () => wrapped, end: async () => undefined }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  afterwards(() => client.end())
  return {
    db,
    undone: async (work) => {
      await client.query('begin')
      written = []
      depth = 0
      undoing = true
      try {
        return { result: await work(), written }
      } finally {
        undoing = false
        await client.query('rollback')
      }
    },
  }
}
