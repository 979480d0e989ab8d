import { sql } from 'kysely'
import { phoneTail } from '#domain/customer/phone.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'

/**
 * Taken before anything else by whoever is about to give numbers away: one number at a time, or, for an import, all of the
 * branch's. Single writers go on beside each other; an import waits for them, and they for its batch.
 */
export const lockNumbers = async (trx: Db, branchId: number, how: 'one' | 'all'): Promise<void> => {
  const lock = sql.raw(how === 'all' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await sql`select ${lock}(hashtext('numbers'), ${branchId})`.execute(trx)
}

/**
 * A number belongs to exactly one customer [K-28]; whose it is already, the refusal does not say. The number stays the
 * transaction's own until it ends, so that two who give it away at once come one after the other. After `lockNumbers`.
 */
export const requireFreeNumber = async (
  trx: Db,
  branchId: number,
  customerId: string,
  number: string,
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`number ${number}`}), ${branchId})`.execute(trx)
  const holders = await holdersOf(trx, branchId, [number])
  if (holders.get(number)?.some((id) => id !== customerId))
    fail('rule.refused', { reasons: [{ code: 'number.elsewhere', params: { tail: phoneTail(number) } }] })
}

/** The customers under whom each of these numbers stands now. */
export const holdersOf = async (
  trx: Db,
  branchId: number,
  numbers: readonly string[],
): Promise<Map<string, string[]>> => {
  const holders = new Map<string, string[]>()
  if (numbers.length === 0) return holders
  const rows = await trx
    .selectFrom('member')
    .select(['number', 'customer_id'])
    .where('branch_id', '=', branchId)
    .where((eb) => eb('number', '=', eb.fn.any(eb.val([...numbers]))))
    .where('removed_at', 'is', null)
    .execute()
  for (const { number, customer_id: id } of rows)
    if (number !== null) holders.set(number, [...(holders.get(number) ?? []), id])
  return holders
}

/**
 * Writers of one customer's numbers come one after the other: side by side each would wait for keys that the other has taken
 * off or put there. Taken before any row of the customer's, as an import does, so that neither holds what the other waits for.
 */
export const lockKeysOf = async (trx: Db, branchId: number, customerId: string): Promise<void> => {
  await trx
    .selectFrom('customer')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('id', '=', customerId)
    .forNoKeyUpdate()
    .execute()
}

/** Makes the tails a customer is found by fit the numbers of its members and people. After `lockKeysOf`. */
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
