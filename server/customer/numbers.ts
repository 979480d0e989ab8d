import { sql } from 'kysely'
import { phoneTail } from '#domain/customer/phone.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'

/**
 * A number belongs to exactly one customer [K-28]; whose it is already, the refusal does not say. The number stays the
 * transaction's own until it ends, so that two who give it away at once come one after the other.
 */
export const requireFreeNumber = async (
  trx: Db,
  branchId: number,
  customerId: string,
  number: string,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`number ${number}`}), ${branchId})`.execute(trx)
  const taken = await trx
    .selectFrom('member')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('number', '=', number)
    .where('removed_at', 'is', null)
    .where('customer_id', '<>', customerId)
    .executeTakeFirst()
  if (taken) fail('rule.refused', { reasons: [{ code: 'number.elsewhere', params: { tail: phoneTail(number) } }] })
}

/** Makes the tails a customer is found by fit the numbers of its members and people. */
export const refreshNumberKeys = async (trx: Db, branchId: number, customerId: string): Promise<void> => {
  await trx
    .deleteFrom('customer_key')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'phone_tail')
    .execute()
  const members = await trx
    .selectFrom('member')
    .select('number')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .execute()
  const people = await trx
    .selectFrom('contact_person')
    .select('phone as number')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .execute()
  const keys = [...members, ...people].flatMap(({ number }) => (number ? [reversedDigits(number)] : []))
  if (keys.length === 0) return
  await trx
    .insertInto('customer_key')
    .values(
      [...new Set(keys)].map((key) => ({
        branch_id: branchId,
        kind: 'phone_tail' as const,
        key,
        customer_id: customerId,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Stored backwards, so that a tail is a prefix. */
export const reversedDigits = (number: string): string => [...number.replace(/\D/g, '')].toReversed().join('')
