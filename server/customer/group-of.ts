import { searchKeysOf } from '#domain/customer/name-keys.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersWithin } from './filter.ts'
import { requireCustomer } from './show.ts'

/**
 * The group a person works at, by the name of the employer in the file [K-34]: only where exactly one group customer in reach is called so.
 */
export const groupOf = async (
  db: Db,
  caller: Caller,
  id: string,
): Promise<{ group: { id: string; name: string } | null }> => {
  const { dossier } = await requireCustomer(db, caller, id, 'customer.read')
  const { employer } = dossier as { employer?: unknown }
  if (typeof employer !== 'string' || employer.trim() === '') return { group: null }
  const keys = searchKeysOf(employer, 'organisation')
  const found = await customersWithin(db, caller, 'customer.read')
    .where('customer.name_sort', '=', keys.sortKey)
    .where('customer.name_folded', '=', keys.plain)
    .where('customer.kind', '=', 'group')
    .select(['customer.id', 'customer.name'])
    .limit(2)
    .execute()
  const [group] = found
  return { group: group && found.length === 1 ? group : null }
}
