import { sql } from 'kysely'
import type { Trx } from '#server/db/pool.ts'

/**
 * Taken before anything else by whoever writes standings or removes customers who have some: the monthly run and the undo of an import.
 * The run holds a month's rows and then asks for their customers, the undo holds customers and then asks for their rows; each once waited
 * for the other, and one of the two was thrown out.
 */
export const lockStandings = async (trx: Trx, branchId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('monthly run'), ${branchId})`.execute(trx)
}

/**
 * The other side of it, for a batch of an import: batches stand beside each other, but none beside a run. A run that had read the bills
 * would otherwise call its month up to date after the batch had marked it, or write a month the batch could not see to mark.
 */
export const standBesideStandings = async (trx: Trx, branchId: number): Promise<void> => {
  // A run may take longer than a statement usually waits for a lock.
  await sql`set local lock_timeout = 0`.execute(trx)
  await sql`select pg_advisory_xact_lock_shared(hashtext('monthly run'), ${branchId})`.execute(trx)
  await sql`set local lock_timeout to default`.execute(trx)
}
