import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Transaction } from 'kysely'
import pg from 'pg'
import { connectionConfig } from './address.ts'
import type { Address } from './address.ts'
import { connect, PATIENCE_MS } from './connect.ts'
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
    connectionTimeoutMillis: PATIENCE_MS,
    types,
  })
  // The pool listens to idle connections only; one lost between two queries of a transaction would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  pool.on('error', options.onLost ?? (() => undefined))
  const plain = { connect: () => connect(pool), end: () => pool.end() }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: prepared ? preparedPool(pool) : plain }) })
  // Kysely ends the pool only if it was ever used.
  const close = async (): Promise<void> => {
    await db.destroy()
    if (!pool.ending) await pool.end()
  }
  return { db, pool, close }
}

/** A running transaction; pass it on explicitly. */
export type Trx = Transaction<Tables>

export type TransactionOptions = {
  isolation?: 'read committed' | 'repeatable read' | 'serializable'
  /** Another limit for this transaction's statements, milliseconds; 0 for none. */
  statementTimeoutMs?: number
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export const inTransaction = <T>(
  db: Db,
  work: (trx: Trx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel(options.isolation ?? 'read committed')
    .execute(async (trx) => {
      const limit = options.statementTimeoutMs
      if (limit !== undefined) await sql`set local statement_timeout = ${sql.lit(limit)}`.execute(trx)
      return work(trx)
    })

/**
 * Runs a serializable transaction again when PostgreSQL says that another got in its way (40001) or that the two
 * waited for each other (40P01). `work` may run several times, so it must do nothing outside the transaction.
 */
export const inSerializable = async <T>(
  db: Db,
  work: (trx: Trx) => Promise<T>,
  options: Omit<TransactionOptions, 'isolation'> & { attempts?: number } = {},
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(db, work, { ...options, isolation: 'serializable' })
    } catch (error) {
      if (attempt >= (options.attempts ?? 5) || !isInTheWay(error)) throw error
      await wait(Math.random() * 10 * 2 ** attempt)
    }
  }
}

const isInTheWay = (error: unknown): boolean => ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

/** Whether a row was not written because its primary key is there already, perhaps written a moment ago by another. */
export const isKeyTaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return code === '23505' && typeof constraint === 'string' && constraint.endsWith('_pkey')
}
