import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Address } from '#server/db/address.ts'
import { startEmbedded } from '#server/db/embedded/supervisor.ts'
import { migrate } from '#server/db/migrate.ts'
import { type Database, openPool } from '#server/db/pool.ts'

export type BenchDatabase = Database & { address: Address; data: string }

/** A migrated database of its own, gone afterwards. It flushes to disk as a real one does. */
export const withDatabase = async (work: (database: BenchDatabase) => Promise<void>): Promise<void> => {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'weixi-bench-'))
  const embedded = await startEmbedded({ data })
  const database = openPool(embedded.address, { statementTimeoutMs: 0 })
  try {
    await migrate(database.pool)
    await work({ ...database, address: embedded.address, data })
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

/** Milliseconds within which 95 of 100 calls answered, with so many callers at once; the first calls, which plan, are left out. */
export const p95 = async (call: (n: number) => Promise<unknown>, calls = 240, callers = 4): Promise<number> => {
  for (let n = 0; n < 20; n++) await call(n)
  const taken: number[] = []
  let next = 0
  const caller = async (): Promise<void> => {
    while (next < calls) {
      const start = performance.now()
      await call(next++)
      taken.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? 0
}

export type Against = {
  /** The raw engine doing the same work in the same run, in the same unit. */
  limit?: number
  /** Lower is better; `value / limit` unless more is better. */
  ratio?: number
  /** What the value should reach, in its unit; for a figure beside a limit, what the ratio should. */
  target?: number
}

/** One figure a line. */
export const print = (name: string, value: number, unit: string, { limit, ratio, target }: Against = {}): void => {
  const round = (n: number | undefined): number | null => (n === undefined ? null : Number(n.toPrecision(4)))
  const compared = ratio ?? (limit === undefined ? undefined : value / limit)
  console.log(
    JSON.stringify({
      name,
      value: round(value),
      unit,
      limit: round(limit),
      ratio: round(compared),
      target: target ?? null,
    }),
  )
}
