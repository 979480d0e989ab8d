import { sql } from 'kysely'
import type { Day } from '#domain/kernel/day.ts'
import { lockCustomer } from '#server/customer/lock.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { LossRow } from './gone.ts'

/** The loss with its customer locked, of whom the caller may talk to. */
export const lockLoss = async (trx: Db, caller: Caller, id: string): Promise<LossRow & { kind: Kind }> => {
  const found = (await lossOf(trx, caller.branchId, id)) ?? fail('record.not_found')
  const { kind } = await requireCustomer(trx, caller, found.customer_id, 'contact.run')
  await lockCustomer(trx, caller.branchId, found.customer_id)
  const loss = (await lossOf(trx, caller.branchId, id)) ?? fail('record.not_found')
  return { ...loss, kind }
}

type Kind = 'person' | 'group' | 'outlet'

export const lossOf = (trx: Db, branchId: number, id: string): Promise<LossRow | undefined> =>
  trx.selectFrom('customer_loss').selectAll().where('branch_id', '=', branchId).where('id', '=', id).executeTakeFirst()

export const setLeft = async (trx: Db, branchId: number, id: string, on: Day | null): Promise<void> => {
  await sql`update customer set left_on = ${on}::date where branch_id = ${branchId} and id = ${id}`.execute(trx)
}

export const told = (
  trx: Db,
  caller: Caller,
  at: Date,
  action: string,
  { id, customer_id }: Pick<LossRow, 'id' | 'customer_id'>,
  params: Record<string, string | null>,
): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, {
    action,
    entity: 'customer_loss',
    entityId: id,
    customerId: customer_id,
    params,
  })
