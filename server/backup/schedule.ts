import path from 'node:path'
import type pg from 'pg'
import { repeat } from '#server/jobs/repeat.ts'
import { addToSeries, keptIn, type Series } from './series.ts'

const LOOK_EVERY_MS = 10 * 60_000
const DAY_MS = 24 * 3_600_000

/** Where a data folder's backups go by themselves, and how many stay. */
export type BackupPlan = { folder: string; keep: number }

export const seriesOf = (data: string, parent: string): Series => ({ parent, name: path.basename(data) })

/** Makes a backup whenever the newest is a day old, by the machine's own clock; answers how to end it. */
export const startBackups = (
  pool: pg.Pool,
  data: string,
  plan: BackupPlan | null,
  now: () => Date,
  onError: (error: unknown, id: string | null) => void,
): (() => Promise<void>) => {
  if (plan === null) return async () => undefined
  const series = seriesOf(data, plan.folder)
  return repeat(LOOK_EVERY_MS, async () => {
    try {
      const at = now()
      const newest = (await keptIn(series)).at(-1)
      if (newest && at.getTime() - newest.madeAt.getTime() < DAY_MS) return
      await addToSeries(pool, data, series, at, plan.keep)
    } catch (error) {
      onError(error, null)
    }
  })
}
