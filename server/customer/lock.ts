import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'

/**
 * One writer at a time on what stands under a customer, until the transaction ends; others may still point at the customer. Take it
 * before the first row is written, or two writers may wait for each other.
 */
export const lockCustomer = async (trx: Db, branchId: number, id: string): Promise<void> => {
  await sql`select from customer where branch_id = ${branchId} and id = ${id} for no key update`.execute(trx)
}

/** One writer at a time on a touch's id: a contact begun and a contact written down afterwards must not both take it. */
export const lockTouchId = async (trx: Db, branchId: number, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`touch ${id}`}), ${branchId})`.execute(trx)
}
