import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'

/** One writer at a time on what stands under a customer, until the transaction ends. */
export const lockCustomer = async (trx: Db, branchId: number, id: string): Promise<void> => {
  await sql`select from customer where branch_id = ${branchId} and id = ${id} for update`.execute(trx)
}
