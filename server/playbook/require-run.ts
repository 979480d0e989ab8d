import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

/** A run the caller may see: their own, or one with a customer they may talk to. Not there and not allowed look the same. */
export const requireRun = async (db: Db, caller: Caller, id: string, { lock = false } = {}) => {
  const row = await customersWithin(db, caller, 'contact.run')
    .innerJoin('run', (on) =>
      on.onRef('run.branch_id', '=', 'customer.branch_id').onRef('run.customer_id', '=', 'customer.id'),
    )
    .where('run.branch_id', '=', caller.branchId)
    .where('run.id', '=', id)
    .selectAll('run')
    .$if(lock, (query) => query.forUpdate('run'))
    .executeTakeFirst()
  return row ?? fail('record.not_found')
}
