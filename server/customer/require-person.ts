import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

/** Refuses a contact person who does not belong to this customer, or was put away. */
export const requirePerson = async (db: Db, caller: Caller, customerId: string, personId: string): Promise<void> => {
  const person = await db
    .selectFrom('contact_person')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('id', '=', personId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!person) fail('record.not_found')
}
