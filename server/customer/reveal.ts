import { fieldOf } from '#domain/customer/dossier.ts'
import { groupedPhone } from '#domain/customer/phone.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { requireCustomer } from './show.ts'

export type Wanted = { of: 'number' } | { of: 'member' | 'person'; id: string } | { of: 'field'; field: string }

/** Shows one masked value. Who asked, for what and why is written down in the same transaction: no reason, no number. */
export const reveal = async (
  db: Db,
  caller: Caller,
  at: Date,
  customerId: string,
  what: Wanted,
  reason: string,
): Promise<{ value: string }> =>
  inTransaction(db, async (trx) => {
    const row = await requireCustomer(trx, caller, customerId, 'customer.reveal')
    const found =
      what.of === 'field'
        ? personalField(row.dossier as Record<string, unknown>, what.field)
        : await keptNumber(trx, caller.branchId, customerId, what)
    if (!found) return fail('record.not_found')
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: what.of === 'field' ? 'field.revealed' : 'number.revealed',
      entity: what.of === 'number' || what.of === 'field' ? 'customer' : what.of,
      entityId: 'id' in what ? what.id : customerId,
      customerId,
      params: { reason, ...(what.of === 'field' ? { field: what.field } : {}) },
    })
    return { value: what.of === 'field' ? found : groupedPhone(found) }
  })

const personalField = (dossier: Record<string, unknown>, key: string): string | null => {
  const value = dossier[key]
  return fieldOf(key)?.personal && typeof value === 'string' ? value : null
}

/** A number as it is kept: a contact person's, one member's, or the main one. */
export const keptNumber = async (
  trx: Db,
  branchId: number,
  customerId: string,
  what: Exclude<Wanted, { of: 'field' }>,
): Promise<string | null> => {
  if (what.of === 'person') {
    const person = await trx
      .selectFrom('contact_person')
      .select('phone')
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', customerId)
      .where('id', '=', what.id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    return person?.phone ?? null
  }
  const member = await trx
    .selectFrom('member')
    .select('number')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('number', 'is not', null)
    .where('removed_at', 'is', null)
    .$if(what.of === 'member', (q) => q.where('id', '=', 'id' in what ? what.id : ''))
    .orderBy('main', 'desc')
    .orderBy('number')
    .executeTakeFirst()
  return member?.number ?? null
}
