import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { requireCustomer } from './show.ts'

/**
 * A record with a customer the caller may talk to, or one that is their own whoever it is about; not there and not allowed look the
 * same. `found` is the query that locks it.
 */
export const requireRecord = async <R extends { customer_id: string | null }>(
  trx: Db,
  caller: Caller,
  found: Promise<R | undefined>,
  isOwn: (row: R) => boolean = () => false,
): Promise<R> => {
  const row = (await found) ?? fail('record.not_found')
  if (isOwn(row)) return row
  if (row.customer_id === null) return fail('record.not_found')
  await requireCustomer(trx, caller, row.customer_id, 'contact.run')
  return row
}
