import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { connect } from './connect.ts'

/** Statements a session keeps at most; beyond it (a list of changing length in the SQL) they run unnamed. */
const mostNames = 500

/**
 * The pool as Kysely sees it, naming each statement by its text: a session parses and plans it once and then only
 * binds, which doubles to triples the throughput of point lookups. Not for poolers that move sessions about.
 */
export const preparedPool = (pool: pg.Pool): PostgresPool => {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await connect(pool)
      const wrapped = known.get(client) ?? preparedClient(client)
      known.set(client, wrapped)
      return wrapped
    },
    end: () => pool.end(),
  }
}

const preparedClient = (client: pg.PoolClient): PostgresPoolClient => {
  const names = new Map<string, string>()
  const query = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    const name = values.length === 0 ? null : nameFor(names, text)
    if (name === null) return client.query(text, [...values])
    const inTransaction = client.getTransactionStatus() !== 'I'
    try {
      return await client.query({ name, text, values: [...values] })
    } catch (error) {
      if (!isStalePlan(error)) throw error
      // The table changed under the statement (a migration by another process): from now on by a new name.
      names.set(text, `${name}+`)
      if (inTransaction) throw error
      return client.query(text, [...values])
    }
  }
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
}

const nameFor = (names: Map<string, string>, text: string): string | null => {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known ?? null
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 20)
  names.set(text, name)
  return name
}

const isStalePlan = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return code === '0A000' && message === 'cached plan must not change result type'
}
