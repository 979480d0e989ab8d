import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

/** A run the caller may see: their own, or one with a customer they may talk to. Not there and not allowed look the same. */
export const requireRun = async (db: Db, caller: Caller, id: string, { lock = false } = {}) => {
  const row = await db
    .selectFrom('run')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) return fail('record.not_found')
  const customer = await customersWithin(db, caller, 'contact.run')
    .where('customer.id', '=', row.customer_id)
    .select('customer.id')
    .executeTakeFirst()
  return customer ? row : fail('record.not_found')
}
