import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

/** How long a request waits for a connection, milliseconds: as long as its statement might run. */
export const PATIENCE_MS = 30_000

/**
 * A connection of the pool, to be released. The pool queues whoever finds all of its own in use; where another program
 * holds the last of the server's, this waits for one too instead of failing whoever came at that moment.
 */
export const connect = async (pool: pg.Pool): Promise<pg.PoolClient> => {
  for (const until = performance.now() + PATIENCE_MS; ; await wait(20 + Math.random() * 80)) {
    try {
      return await pool.connect()
    } catch (error) {
      if (!isFull(error) || performance.now() > until) throw error
    }
  }
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
