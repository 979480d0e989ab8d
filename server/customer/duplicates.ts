import { sql } from 'kysely'
import type { customerActEndpoints } from '#api/customer-acts.ts'
import type { Reply } from '#api/endpoint.ts'
import { type Comparable, likenessOf } from '#domain/customer/duplicates.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { audit } from '#server/db/audit.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersWithin } from './filter.ts'
import { mainPhone } from './list.ts'
import { requireCustomer } from './show.ts'

type Pairs = Reply<(typeof customerActEndpoints)['GET /api/customers/duplicates']>
type Pair = { a: string; b: string }

const MOST_PAIRS = 400
const SHOWN = 60

/** Pairs of customers in reach that may be one and the same, the likeliest first; for one customer, only its own. */
export const duplicatePairs = async (db: Db, caller: Caller, customerId: string | undefined): Promise<Pairs> => {
  const pairs = await candidatePairs(db, caller, customerId)
  const records = await recordsOf(db, caller, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
  const found = pairs.flatMap((pair) => {
    const [a, b] = [records.get(pair.a), records.get(pair.b)]
    const likeness = a && b ? likenessOf(a.compared, b.compared) : null
    return a && b && likeness ? [{ a: a.shown, b: b.shown, score: likeness.score, why: likeness.why }] : []
  })
  return { pairs: found.toSorted((x, y) => y.score - x.score).slice(0, SHOWN) }
}

/** Pairs that share a whole number, a folded name or a document's number, and that nobody has told apart. */
const candidatePairs = async (db: Db, caller: Caller, customerId: string | undefined): Promise<Pair[]> => {
  const inReach = customersWithin(db, caller, 'customer.read').select([
    'customer.id',
    'customer.kind',
    'customer.name_folded',
    'customer.dossier',
  ])
  const only = customerId ? sql`and ${customerId}::uuid in (a, b)` : sql``
  const near = customerId
    ? sql`union select least(r.id, o.id), greatest(r.id, o.id) from reach r join reach o on o.id = ${customerId}
        and r.id <> o.id and r.kind = o.kind and name_pieces(r.name_folded) && array(
          select piece from unnest(name_pieces(o.name_folded)) piece where length(piece) = 2)`
    : sql``
  const { rows } = await sql<Pair>`
    with reach as materialized (${inReach}),
    pairs(a, b) as (
      select least(x.customer_id, y.customer_id), greatest(x.customer_id, y.customer_id)
      from customer_key x join customer_key y on y.branch_id = x.branch_id and y.kind = x.kind and y.key = x.key
        and y.customer_id > x.customer_id
      where x.branch_id = ${caller.branchId} and x.kind = 'phone_tail' and length(x.key) >= 7
        and x.customer_id in (select id from reach) and y.customer_id in (select id from reach)
      union
      select r.id, o.id from reach r join reach o on o.name_folded = r.name_folded and o.kind = r.kind and o.id > r.id
      union
      select r.id, o.id
      from (select id, paper from reach cross join lateral ${papers}) r
      join (select id, paper from reach cross join lateral ${papers}) o on o.paper = r.paper and o.id > r.id
      ${near})
    select a, b from pairs
    where not exists (select from told_apart t where t.branch_id = ${caller.branchId} and t.one_id = a and t.other_id = b)
      ${only}
    limit ${MOST_PAIRS}`.execute(db)
  return rows
}

/** Numbers of documents that belong to one customer only. */
const papers = sql`unnest(array[dossier ->> 'idNumber', dossier ->> 'creditCode', dossier ->> 'licenceNumber']) as paper`

type Shown = Pairs['pairs'][number]['a']

const recordsOf = async (
  db: Db,
  caller: Caller,
  ids: string[],
): Promise<Map<string, { compared: Comparable; shown: Shown }>> => {
  if (ids.length === 0) return new Map()
  const rows = await customersWithin(db, caller, 'customer.read')
    .leftJoin('staff as manager', (on) =>
      on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
    )
    .where('customer.id', 'in', ids)
    .select([
      'customer.id',
      'customer.code',
      'customer.kind',
      'customer.name',
      'customer.name_folded',
      'customer.dossier',
      'customer.last_touch_at',
      'manager.name as manager_name',
      mainPhone.as('phone'),
    ])
    .select(
      sql<string[]>`array(select k.key from customer_key k where k.branch_id = customer.branch_id
        and k.customer_id = customer.id and k.kind = 'phone_tail' and length(k.key) >= 7)`.as('numbers'),
    )
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        compared: {
          id: row.id,
          kind: row.kind,
          name: row.name,
          folded: row.name_folded,
          numbers: row.numbers.map((key) => [...key].toReversed().join('')),
          papers: papersIn(row.dossier),
        },
        shown: {
          id: row.id,
          code: row.code,
          kind: row.kind,
          name: row.name,
          phone: row.phone && maskedPhone(row.phone),
          manager: row.manager_name,
          lastTouchAt: row.last_touch_at?.toISOString() ?? null,
        },
      },
    ]),
  )
}

const papersIn = (dossier: unknown): string[] =>
  ['idNumber', 'creditCode', 'licenceNumber'].flatMap((key) => {
    const value = (dossier as Record<string, unknown>)[key]
    return typeof value === 'string' && value !== '' ? [value] : []
  })

/** Two customers are two: the pair is not suggested again. */
export const tellApart = async (db: Db, caller: Caller, at: Date, id: string, otherId: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, id, 'customer.write')
    await requireCustomer(trx, caller, otherId, 'customer.read')
    const [one, other] = [id, otherId].toSorted((a, b) => (a < b ? -1 : 1))
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('told_apart')
      .values({
        branch_id: caller.branchId,
        one_id: one ?? id,
        other_id: other ?? otherId,
        actor_id: caller.staffId,
        at,
      })
      .onConflict((on) => on.doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) return
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'customer.told_apart',
      entity: 'customer',
      entityId: id,
      customerId: id,
      params: { otherId },
    })
  })
