import type { Db } from '#server/db/pool.ts'
import type { Clock } from '#server/http/clock.ts'
import { repeat } from '#server/jobs/repeat.ts'
import { sealAll } from './seal.ts'

/** How long what was done may stand unsealed. */
const SEAL_EVERY_MS = 5000

/** Seals the log of every branch again and again; answers how to end it. */
export const startSealing = (
  db: Db,
  clock: Clock,
  onError: (error: unknown, id: string | null) => void,
): (() => Promise<void>) =>
  repeat(SEAL_EVERY_MS, async () => {
    await sealAll(db, clock.now()).catch((error: unknown) => onError(error, null))
  })
