import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Db } from './pool.ts'
import type { Tables } from './tables.ts'

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
