import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { connectionConfig } from './address.ts'
import type { Address } from './address.ts'
import { preparedPool } from './prepared.ts'
import type { Tables } from './tables.ts'
import { types } from './values.ts'

export type Db = Kysely<Tables>

export type PoolOptions = {
  /** Most connections at once. */
  connections?: number
  /** False behind a pooler in transaction mode: no named statements and no settings of the session. */
  prepared?: boolean
  /** A statement that takes longer is cancelled; milliseconds. */
  statementTimeoutMs?: number
  /** Hears of idle connections that broke; the pool replaces them by itself. */
  onLost?: (error: Error) => void
}

export type Database = {
  db: Db
  /** The driver's pool, for COPY and other work below Kysely. */
  pool: pg.Pool
  close: () => Promise<void>
}

/** Opens a pool of connections; nothing connects before the first query. */
export const openPool = (address: Address, options: PoolOptions = {}): Database => {
  const { connections = 10, prepared = true, statementTimeoutMs = 30_000 } = options
  const session = {
    statement_timeout: statementTimeoutMs,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  }
  const pool = new pg.Pool({
    ...connectionConfig(address),
    ...(prepared ? session : { query_timeout: statementTimeoutMs }),
    application_name: 'weixi',
    max: connections,
    connectionTimeoutMillis: 10_000,
    types,
  })
  pool.on('error', options.onLost ?? (() => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: prepared ? preparedPool(pool) : pool }) })
  // Kysely ends the pool only if it was ever used.
  const close = async (): Promise<void> => {
    await db.destroy()
    if (!pool.ending) await pool.end()
  }
  return { db, pool, close }
}
