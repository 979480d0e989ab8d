import { sql } from 'kysely'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Clock } from '#server/http/clock.ts'
import { repeat } from '#server/jobs/repeat.ts'

const SWEEP_EVERY_MS = 3_600_000

/** Drops what law obliged to keep, once its day has come; answers how many records went. */
export const sweepHeld = async (db: Db, at: Date): Promise<number> =>
  inTransaction(db, async (trx) => {
    const { rows } = await sql<{ branch_id: number; customer_id: string; what: string }>`
      delete from held_record h using branch b
      where b.id = h.branch_id and h.until <= (${at}::timestamptz at time zone b.time_zone)::date
      returning h.branch_id, h.customer_id, h.what`.execute(trx)
    for (const { branch_id, customer_id, what } of rows)
      await audit(trx, branch_id, null, at, {
        action: 'held.expired',
        entity: 'customer',
        entityId: customer_id,
        customerId: customer_id,
        params: { what },
      })
    return rows.length
  })

/** Looks every hour; answers how to end it. */
export const startSweeping = (
  db: Db,
  clock: Clock,
  onError: (error: unknown, id: string | null) => void,
): (() => Promise<void>) =>
  repeat(SWEEP_EVERY_MS, async () => {
    await sweepHeld(db, clock.now()).catch((error: unknown) => onError(error, null))
  })
