import { sql } from 'kysely'
import type { insightEndpoints } from '#api/insight.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

export type Wanted = Omit<Received<(typeof insightEndpoints)['GET /api/team/records']>['query'], 'unit'>
export type Records = Reply<(typeof insightEndpoints)['GET /api/team/records']>
export type FigureRecord = Records['rows'][number]
/** `most` is how many rows are wanted: a screen’s worth unless said. */
export type At = { now: Date; today: Day; most?: number }

/** How many rows a screen is given; the total is always exact. */
export const MOST_ROWS = 200

/** A record of which nothing is known yet. */
export const blank: Omit<FigureRecord, 'id'> = {
  customer: null,
  who: null,
  what: null,
  tier: null,
  at: null,
  done: null,
  told: null,
  hours: null,
}

/** The customers of records, by id; one that is not for the reader is left out, the record itself still counts. */
export const customersFor = async (
  db: Db,
  caller: Caller,
  ids: readonly (Id | null)[],
): Promise<Map<Id, { id: Id; name: string; tier: string | null }>> => {
  const rows = await customersWithin(db, caller, 'customer.read')
    .where('customer.id', '=', sql<Id>`any(${ids.filter((id) => id !== null)}::uuid[])`)
    .select(['customer.id', 'customer.name', 'standing.tier'])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

type Row = { id: Id; customerId: Id | null } & Partial<Omit<FigureRecord, 'customer' | 'tier' | 'id'>>

/** Rows with the names of their customers, where the reader may know them. */
export const withCustomers = async (db: Db, caller: Caller, rows: readonly Row[]): Promise<FigureRecord[]> => {
  const known = await customersFor(
    db,
    caller,
    rows.map(({ customerId }) => customerId),
  )
  return rows.map(({ customerId, ...row }) => {
    const found = customerId === null ? undefined : known.get(customerId)
    return {
      ...blank,
      ...row,
      customer: found ? { id: found.id, name: found.name } : null,
      tier: found?.tier ?? null,
    }
  })
}
