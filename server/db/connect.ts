import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

/** How long a request waits for a connection, milliseconds: as long as its statement might run. */
export const PATIENCE_MS = 30_000

/** How long it waits for a database that is down or coming up: a crash is recovered from in about a second. */
const AWAY_MS = 4_000

/**
 * A connection of the pool, to be released. The pool queues whoever finds all of its own in use; where another program
 * holds the last of the server's, or the database is just coming up again, this waits too instead of failing whoever came at that moment.
 */
export const connect = async (pool: pg.Pool): Promise<pg.PoolClient> => {
  for (const began = performance.now(); ; await wait(20 + Math.random() * 80)) {
    try {
      return await pool.connect()
    } catch (error) {
      const patience = isFull(error) ? PATIENCE_MS : isAway(error) ? AWAY_MS : 0
      if (performance.now() - began > patience) throw error
    }
  }
}

/** `admin_shutdown`, `crash_shutdown`, `cannot_connect_now`, and what the system says where nothing listens. */
const awayCodes = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'])

/** Whether the database itself went away or is coming up: nothing is wrong with what was asked, and it may be asked again. */
export const isAway = (error: unknown): boolean => {
  const { code, syscall, message, cause } = error as {
    code?: string
    syscall?: string
    message?: string
    cause?: unknown
  }
  if (cause) return isAway(cause)
  if (code === 'ENOENT') return syscall === 'connect'
  return (
    awayCodes.has(code ?? '') || /^Connection terminated|^Client has encountered a connection error/.test(message ?? '')
  )
}

/** `too_many_connections`: the server's, the database's or the account's limit is reached. */
const isFull = (error: unknown): boolean => (error as { code?: string }).code === '53300'

/** One text of one or more statements. After a failure the connection may stand in a broken transaction: it is not used again. */
export const query = async (pool: pg.Pool, text: string, values?: unknown[]): Promise<pg.QueryResult> => {
  const client = await connect(pool)
  try {
    const result = await client.query(text, values)
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}
