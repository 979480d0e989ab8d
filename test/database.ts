import { inject } from 'vitest'
import type { Address } from '#server/db/address.ts'
import { openPool } from '#server/db/pool.ts'
import type { Database, PoolOptions } from '#server/db/pool.ts'
import { afterwards } from './afterwards.ts'

export type TestDatabase = Database & { address: Address }

export type TestDatabaseOptions = PoolOptions & {
  /** Another folder of migrations than Weixi's own. */
  migrations?: string
}

/**
 * A fresh, migrated database: a copy of a template, so it costs some tens of milliseconds. Closed
 * after the test or the file that asked for it.
 *
 *     const { db } = await testDatabase()
 */
export const testDatabase = async (options: TestDatabaseOptions = {}): Promise<TestDatabase> => {
  const query = options.migrations === undefined ? '' : `?migrations=${encodeURIComponent(options.migrations)}`
  const answer = await fetch(`${inject('testEngine')}/${query}`)
  if (!answer.ok) throw new Error(`No test database: ${await answer.text()}`)
  const { address } = (await answer.json()) as { address: Address }
  const database = openPool(address, { connections: 5, statementTimeoutMs: 120_000, ...options })
  afterwards(database.close)
  return { ...database, address }
}
