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
