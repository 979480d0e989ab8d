import { sql } from 'kysely'
import { keptNumber } from '#server/customer/reveal.ts'
import type { Db } from '#server/db/pool.ts'

type About = { branchId: number; customerId: string; personId: string | null; tail: string | null }

/**
 * The one number of a contact: the one that rang, when its last digits are known; else the contact person's own; else the customer's
 * main one. A number somebody else has at the same customer is never shown in its place.
 */
export const numberOf = async (db: Db, { branchId, customerId, personId, tail }: About): Promise<string | null> => {
  if (tail !== null) {
    const reversed = [...tail].toReversed().join('')
    const rang = await db
      .selectFrom('customer_key')
      .select(sql<string>`reverse(key)`.as('number'))
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', customerId)
      .where('kind', '=', 'phone_tail')
      .where('key', '>=', reversed)
      .where('key', '<', `${reversed}\u{10FFFF}`)
      .orderBy('key')
      .executeTakeFirst()
    return rang?.number ?? null
  }
  const own = personId === null ? null : await keptNumber(db, branchId, customerId, { of: 'person', id: personId })
  return own ?? (await keptNumber(db, branchId, customerId, { of: 'number' }))
}
