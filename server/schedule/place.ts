import type { Place } from '#domain/schedule/travel.ts'
import { happenedAt } from '#domain/kernel/told-later.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** Where a customer is found; null where nobody has noted it. */
export const placeOf = async (db: Db, branchId: number, customerId: string): Promise<Place | null> =>
  (await db
    .selectFrom('customer_place')
    .select(['latitude', 'longitude'])
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()) ?? null

/** Notes it at somebody's own tap: the place of the customer, never where somebody of ours has been. */
export const notePlace = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: string,
  { doneAt, ...place }: Place & { doneAt?: string | undefined },
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'contact.run')
    const values = { ...place, noted_by: caller.staffId, noted_at: happenedAt(doneAt, now) }
    const noted = await trx
      .insertInto('customer_place')
      .values({ branch_id: caller.branchId, customer_id: customerId, ...values })
      .onConflict((on) =>
        on
          .columns(['branch_id', 'customer_id'])
          .doUpdateSet(values)
          // What came late from a device does not take the place of a later note.
          .where('customer_place.noted_at', '<=', values.noted_at),
      )
      .returning('customer_id')
      .executeTakeFirst()
    if (noted) await told(trx, caller, now, customerId, 'customer.placed')
  })

export const forgetPlace = async (db: Db, caller: Caller, at: Date, customerId: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'contact.run')
    const gone = await trx
      .deleteFrom('customer_place')
      .where('branch_id', '=', caller.branchId)
      .where('customer_id', '=', customerId)
      .returning('customer_id')
      .executeTakeFirst()
    if (gone) await told(trx, caller, at, customerId, 'customer.placeForgotten')
  })

const told = (trx: Db, caller: Caller, at: Date, customerId: string, action: string): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, { action, entity: 'customer', entityId: customerId, customerId })
