import { type SelectQueryBuilder, sql } from 'kysely'
import type { auditEndpoints } from '#api/audit.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { withoutName } from '#domain/audit/kept-quiet.ts'
import { addDays } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { scopeOf } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'

type Endpoints = typeof auditEndpoints
type Log = Reply<Endpoints['GET /api/audit']>
type Asked = Received<Endpoints['GET /api/audit']>['query']
export type Filter = Omit<Asked, 'cursor' | 'limit'>

/** What a reader of the log may see of it: everything, or what concerned their units’ customers and what their units’ people did to nobody. */
const within = (db: Db, caller: Caller) => {
  const scope = scopeOf(caller, 'audit.read')
  const rows = db.selectFrom('audit_event').where('audit_event.branch_id', '=', caller.branchId)
  if (scope.kind === 'all') return rows
  if (scope.kind !== 'units') return rows.where(sql<boolean>`false`)
  const units = sql<string>`any(${[...scope.unitIds]}::uuid[])`
  const ofUnits = db
    .selectFrom('staff')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('unit_id', '=', units)
  const theirs = customersWithin(db, caller, 'audit.read').select('customer.id')
  return rows.where((eb) =>
    eb.or([
      eb('audit_event.customer_id', 'in', theirs),
      eb.and([eb('audit_event.customer_id', 'is', null), eb('audit_event.actor_id', 'in', ofUnits)]),
    ]),
  )
}

type Rows = SelectQueryBuilder<Tables, 'audit_event', object>

const narrowed = (rows: Rows, { timeZone }: Caller, { by, customerId, about, from, until }: Filter): Rows =>
  rows
    .$if(by !== undefined, (each) =>
      each.where('audit_event.actor_id', '=', by ?? '').where('audit_event.action', 'not in', withoutName),
    )
    .$if(customerId !== undefined, (each) => each.where('audit_event.customer_id', '=', customerId ?? ''))
    .$if(about !== undefined, (each) => each.where(sql<boolean>`starts_with(audit_event.action, ${`${about ?? ''}.`})`))
    .$if(from !== undefined, (each) => each.where('audit_event.at', '>=', instantAt(from ?? '', 0, timeZone)))
    .$if(until !== undefined, (each) =>
      each.where('audit_event.at', '<', instantAt(addDays(until ?? '', 1), 0, timeZone)),
    )

/** One page of the log, newest first. */
export const readLog = async (db: Db, caller: Caller, { cursor, limit, ...filter }: Asked): Promise<Log> => {
  const after = cursor === undefined ? null : decodeCursor(cursor, 'instant')
  const found = await narrowed(within(db, caller), caller, filter)
    .$if(after !== null, (each) =>
      each.where(
        sql<boolean>`(audit_event.at, audit_event.id) < (${String(after?.value)}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .select(['id', 'at', 'actor_id', 'action', 'customer_id', 'changes', 'params', 'seal', 'erased_at'])
    .orderBy('audit_event.at', 'desc')
    .orderBy('audit_event.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const names = await namesOf(
    db,
    caller.branchId,
    page.flatMap(({ actor_id }) => actor_id ?? []),
  )
  const customers = await knownCustomers(
    db,
    caller,
    page.flatMap(({ customer_id }) => customer_id ?? []),
  )
  const last = page.at(-1)
  return {
    rows: page.map((row) => {
      const customer = row.customer_id === null ? null : (customers.get(row.customer_id) ?? null)
      return {
        id: row.id,
        at: row.at.toISOString(),
        by: row.actor_id === null || withoutName.includes(row.action) ? null : refOf(row.actor_id, names),
        action: row.action,
        customer: customer === null || row.customer_id === null ? null : { id: row.customer_id, name: customer },
        changed: Array.isArray(row.changes) ? row.changes.length : 0,
        reason: row.customer_id !== null && customer === null ? null : reasonIn(row.params),
        sealed: row.seal !== null,
        erased: row.erased_at !== null,
      }
    }),
    next: found.length > limit && last ? encodeCursor({ value: last.at.toISOString(), id: last.id }) : null,
  }
}

const refOf = (id: string, names: ReadonlyMap<string, string>) => ({ id, name: names.get(id) ?? '' })

/** A coded reason belongs to the program, not to the reader. */
const reasonIn = (params: unknown): string | null => {
  const { reason } = (params ?? {}) as { reason?: unknown }
  return typeof reason === 'string' && reason !== '' && !reason.startsWith('{') ? reason : null
}

const knownCustomers = async (db: Db, caller: Caller, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await customersWithin(db, caller, 'customer.read')
    .where('customer.id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .select(['customer.id', 'customer.name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** People and kinds of record that the log can be narrowed to, for this reader. */
export const logChoices = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/audit/choices']>> => {
  const scope = scopeOf(caller, 'audit.read')
  const people = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('branch_id', '=', caller.branchId)
    .$if(scope.kind === 'units', (each) =>
      each.where('unit_id', '=', sql<string>`any(${scope.kind === 'units' ? [...scope.unitIds] : []}::uuid[])`),
    )
    .orderBy('active', 'desc')
    .orderBy('name')
    .execute()
  return { people, about: await kindsIn(db, caller.branchId) }
}

/** The kinds that occur, by skipping from one to the next along the index: the log may hold millions of rows. */
const kindsIn = async (db: Db, branchId: number): Promise<string[]> => {
  const { rows } = await sql<{ kind: string }>`
    with recursive kind as (
      (select action from audit_event where branch_id = ${branchId} order by action collate "C" limit 1)
      union all
      select (select a.action from audit_event a
        where a.branch_id = ${branchId} and a.action collate "C" > kind.action collate "C" order by a.action collate "C" limit 1)
      from kind where kind.action is not null
    )
    select distinct split_part(action, '.', 1) as kind from kind where action is not null order by 1`.execute(db)
  return rows.map(({ kind }) => kind)
}
