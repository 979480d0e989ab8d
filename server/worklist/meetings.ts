import { sql } from 'kysely'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { meetingOccasions } from '#domain/worklist/from-appointments.ts'
import type { Db } from '#server/db/pool.ts'
import type { OwnedOccasion } from './occasions.ts'

type Kept = { id: Id; managerId: Id | null }

/** Meetings customers have agreed to and what they have still to hear of, each with whoever goes, or the manager where that one keeps no list. */
export const meetingsOwed = async (
  db: Db,
  branchId: number,
  book: readonly Kept[],
  keepers: ReadonlySet<Id>,
  today: Day,
  timeZone: string,
): Promise<OwnedOccasion[]> => {
  const rows = await db
    .selectFrom('appointment')
    .select(['id', 'customer_id', 'owner_id', 'way', 'place', 'starts_at', 'state', 'sequence'])
    .select(['untold', 'untold_since', 'expects_at'])
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', sql<Id>`any(${book.map(({ id }) => id)}::uuid[])`)
    .where((eb) =>
      eb.or([
        eb('untold', 'is not', null),
        eb.and([
          eb('state', 'in', ['agreed', 'arrived']),
          eb('starts_at', '>=', instantAt(addDays(today, -8), 0, timeZone)),
          eb('starts_at', '<', instantAt(addDays(today, 1), 0, timeZone)),
        ]),
      ]),
    )
    .execute()
  const managers = new Map(book.map(({ id, managerId }) => [id, managerId]))
  return rows.flatMap((row) => {
    const { untold, untold_since, expects_at, customer_id, owner_id } = row
    const meeting = {
      id: row.id,
      customerId: customer_id,
      way: row.way,
      place: row.place,
      from: row.starts_at,
      over: row.state !== 'agreed' && row.state !== 'arrived',
      sequence: row.sequence,
      untold: untold && untold_since && expects_at ? { what: untold, since: untold_since, expects: expects_at } : null,
    }
    const ownerId = keepers.has(owner_id) ? owner_id : (managers.get(customer_id) ?? owner_id)
    return meetingOccasions(meeting, today, timeZone).map((occasion) => ({ occasion, ownerId }))
  })
}

/** Meetings a customer has agreed to, of whatever day. */
export const meetingsAgreed = (db: Db, branchId: number, customerId: Id): Promise<{ id: Id }[]> =>
  db
    .selectFrom('appointment')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('state', 'in', ['agreed', 'arrived'])
    .execute()
