import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '#server/db/embedded/supervisor.ts'
import { migrate } from '#server/db/migrate.ts'
import { type Database, openPool } from '#server/db/pool.ts'

/** A migrated database of its own, gone afterwards. It flushes to disk as a real one does. */
export const withDatabase = async (work: (database: Database) => Promise<void>): Promise<void> => {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'weixi-bench-'))
  const embedded = await startEmbedded({ data })
  const database = openPool(embedded.address, { statementTimeoutMs: 0 })
  try {
    await migrate(database.pool)
    await work(database)
  } finally {
    await database.close()
    await embedded.stop()
    fs.rmSync(data, { recursive: true, force: true })
  }
}

export const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** One figure a line; `limit` is the raw engine doing the same work in the same run, `ratio` is lower-is-better. */
export const print = (name: string, value: number, unit: string, limit: number | null = null): void => {
  const round = (n: number): number => Math.round(n * 1000) / 1000
  const ratio = limit === null ? null : round(value / limit)
  console.log(JSON.stringify({ name, value: round(value), unit, limit: limit && round(limit), ratio, target: null }))
}
