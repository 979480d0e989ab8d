import type { Month } from '#domain/kernel/day.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { standingsWithin } from './reach.ts'

export type Who = {
  id: string
  name: string
  addressForm: string | null
  kind: CustomerKind
  tier: string | null
  manager: string | null
  paid12Fen: number | null
}

/** Names and tiers of some of the reader's customers, by id; those out of reach are left out. */
export const whoAre = async (
  db: Db,
  caller: Caller,
  month: Month,
  ids: readonly string[],
): Promise<Map<string, Who>> => {
  const rows = await standingsWithin(db, caller, 'value.read', month)
    .leftJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'customer.branch_id').onRef('staff.id', '=', 'customer.manager_id'),
    )
    .where('customer.id', 'in', ids.length > 0 ? [...ids] : [caller.staffId])
    .select([
      'customer.id',
      'customer.name',
      'customer.address_form',
      'customer.kind',
      'standing.tier',
      'standing.paid12_fen',
      'staff.short_name as manager',
    ])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        addressForm: row.address_form,
        kind: row.kind,
        tier: row.tier,
        manager: row.manager,
        paid12Fen: row.paid12_fen,
      },
    ]),
  )
}
