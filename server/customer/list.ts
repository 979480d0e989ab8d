import { sql, type RawBuilder } from 'kysely'
import type { customerEndpoints, customerSorts } from '#api/customer.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Action } from '#domain/staff/role.ts'
import type { Db } from '#server/db/pool.ts'
import { type CursorKind, decodeCursor, encodeCursor } from '#server/http/cursor.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersWithin, type Filter, filtered } from './filter.ts'

type ListEndpoint = (typeof customerEndpoints)['GET /api/customers']
type Query = Received<ListEndpoint>['query']
type Sort = (typeof customerSorts)[number]

const COUNT_CAP = 1000

/** What each order compares; unknown values come last in descending order, so they are the smallest. */
const sortKeys: Record<Sort, RawBuilder<string | number>> = {
  name: sql`customer.name_sort`,
  value: sql`coalesce(standing.paid12_fen, -1)`,
  risk: sql`coalesce(standing.risk, standing.signal_points / 1000.0, -1)::float8`,
  last_touch: sql`coalesce(extract(epoch from customer.last_touch_at), 0)::float8`,
  since: sql`coalesce(customer.since, date '0001-01-01')`,
}

const sortKinds: Record<Sort, CursorKind> = {
  name: 'text',
  value: 'whole',
  risk: 'number',
  last_touch: 'number',
  since: 'day',
}

/** A page of customers; `action` narrows it to those the caller may, say, export. */
export const listCustomers = async (
  db: Db,
  caller: Caller,
  today: Day,
  query: Query,
  action: Action = 'customer.read',
): Promise<Reply<ListEndpoint>> => {
  const from = filtered(customersWithin(db, caller, action), caller, today, query)
  const key = sortKeys[query.sort]
  const after = query.cursor ? decodeCursor(query.cursor, sortKinds[query.sort]) : null
  const beyond = query.dir === 'asc' ? sql`>` : sql`<`
  const counting = cappedCount(db, caller, today, query)
  const reading = from
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(${key}, customer.id) ${beyond} (${after?.value}, ${after?.id}::uuid)`),
    )
    .leftJoin('staff as manager', (on) =>
      on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
    )
    .leftJoin('staff as backup', (on) =>
      on.onRef('backup.branch_id', '=', 'customer.branch_id').onRef('backup.id', '=', 'customer.backup_id'),
    )
    .select([
      'customer.id',
      'customer.code',
      'customer.kind',
      'customer.name',
      'customer.name_reading',
      'customer.address_form',
      'customer.manager_id',
      'manager.name as manager_name',
      'customer.backup_id',
      'backup.name as backup_name',
      'customer.official_level',
      'customer.since',
      'customer.last_touch_at',
      'standing.tier',
      'standing.paid12_fen',
      'standing.risk',
      'standing.band',
    ])
    .select(key.as('sort_key'))
    .select([mainPhone.as('phone'), openPromises.as('open_promises'), tags.as('tags')])
    .orderBy(key, query.dir)
    .orderBy('customer.id', query.dir)
    .limit(query.limit + 1)
    .execute()
  const [rows, count] = await Promise.all([reading, counting])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      id: row.id,
      code: row.code,
      kind: row.kind,
      name: row.name,
      reading: row.name_reading,
      addressForm: row.address_form,
      tier: row.tier,
      paid12Fen: row.paid12_fen,
      risk: row.risk,
      band: row.band,
      phone: row.phone && maskedPhone(row.phone),
      manager: refOf(row.manager_id, row.manager_name),
      backup: refOf(row.backup_id, row.backup_name),
      officialLevel: row.official_level,
      since: row.since,
      lastTouchAt: row.last_touch_at?.toISOString() ?? null,
      tags: row.tags,
      openPromises: row.open_promises,
    })),
    next: rows.length > query.limit && last ? encodeCursor({ value: last.sort_key, id: last.id }) : null,
    count,
  }
}

export const mainPhone = sql<string | null>`(
  select m.number from member m
  where m.branch_id = customer.branch_id and m.customer_id = customer.id and m.number is not null and m.removed_at is null
  order by m.main desc, m.number limit 1)`

const openPromises = sql<number>`(
  select count(*)::int from promise p
  where p.branch_id = customer.branch_id and p.customer_id = customer.id and p.state = 'open')`

const tags = sql<string[]>`coalesce(customer.dossier -> 'tags', '[]'::jsonb)`

export const refOf = (id: string | null, name: string | null): { id: string; name: string } | null =>
  id && name ? { id, name } : null

const cappedCount = async (db: Db, caller: Caller, today: Day, filter: Filter) => {
  const some = filtered(customersWithin(db, caller, 'customer.read'), caller, today, filter)
    .select('standing.tier')
    .limit(COUNT_CAP + 1)
  const { n, tiered } = await db
    .selectFrom(some.as('some'))
    .select([sql<number>`count(*)::int`.as('n'), sql<number>`count(tier)::int`.as('tiered')])
    .executeTakeFirstOrThrow()
  return { value: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP, tiered: Math.min(tiered, COUNT_CAP) }
}

export const countCustomers = async (
  db: Db,
  caller: Caller,
  today: Day,
  filter: Filter,
  action: Action = 'customer.read',
): Promise<number> => {
  const { n } = await filtered(customersWithin(db, caller, action), caller, today, filter)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}
