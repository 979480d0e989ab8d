import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { CustomerFilter } from '#api/customer.ts'
import { queryKeysOf } from '#domain/customer/name-query.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Action } from '#domain/staff/role.ts'
import { scopeOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { withinScope } from '#server/staff/scope.ts'

export type Filter = z.output<typeof CustomerFilter>

/** The newest month with standings; lists show that one. */
const newestMonth = (branchId: number) =>
  sql<number>`(select max(month) from standing_month where branch_id = ${branchId})`

/** All customers of a branch but merged and erased ones, each with its newest standing: for who has found out already which of them may be reached. */
export const customersIn = (db: Db, branchId: number) =>
  db
    .selectFrom('customer')
    .leftJoin('standing', (on) =>
      on
        .on('standing.branch_id', '=', branchId)
        .onRef('standing.customer_id', '=', 'customer.id')
        .on('standing.month', '=', newestMonth(branchId)),
    )
    .where('customer.branch_id', '=', branchId)
    .where('customer.merged_into', 'is', null)
    .where('customer.erased_at', 'is', null)

/**
 * Customers any of these actors may reach for an action, merged and erased ones left out, each with its newest standing:
 * where every list, count and export of customers starts. All actors are of the first one's branch.
 */
export const customersWithin = (db: Db, callers: Caller | readonly [Caller, ...Caller[]], action: Action) => {
  const [first, ...others] = 'branchId' in callers ? [callers] : callers
  return customersIn(db, first.branchId).where((eb) =>
    eb.or([first, ...others].map((caller) => withinScope(scopeOf(caller, action))(eb))),
  )
}

type CustomerQuery = ReturnType<typeof customersWithin>

export const filtered = (query: CustomerQuery, caller: Caller, today: Day, filter: Filter): CustomerQuery => {
  let narrowed = query
  if (filter.kind) narrowed = narrowed.where('customer.kind', '=', filter.kind)
  if (filter.tier) narrowed = narrowed.where('standing.tier', '=', filter.tier)
  if (filter.band) narrowed = narrowed.where('standing.band', '=', filter.band)
  if (filter.moved) narrowed = narrowed.where(movedTier(caller.branchId, filter.moved))
  if (filter.format) narrowed = narrowed.where(sql<SqlBool>`customer.dossier ->> 'format' = ${filter.format}`)
  if (filter.managerId) narrowed = narrowed.where('customer.manager_id', '=', filter.managerId)
  if (filter.mine) narrowed = narrowed.where(withinScope({ kind: 'own', staffId: caller.staffId }))
  if (filter.tag)
    narrowed = narrowed.where(sql<SqlBool>`customer.dossier -> 'tags' @> ${JSON.stringify([filter.tag])}::text::jsonb`)
  if (filter.quietDays) {
    const since = addDays(today, -filter.quietDays)
    narrowed = narrowed.where((eb) =>
      eb.or([eb('customer.last_touch_at', 'is', null), eb('customer.last_touch_at', '<', new Date(since))]),
    )
  }
  return filter.q?.trim() ? narrowed.where(matches(caller.branchId, filter.q, 'anything')) : narrowed
}

/**
 * Whose tier is higher, or lower, than the month before [K-26]; in the order the rules now name the tiers, so that a tier the rules no
 * longer know has neither risen nor fallen.
 */
const movedTier = (branchId: number, moved: 'up' | 'down') => {
  const place = (tier: RawBuilder<unknown>) => sql`(
    select e.place from tier_rule r,
      jsonb_array_elements(r.definition -> 'kinds' -> customer.kind -> 'bands') with ordinality e(band, place)
    where r.branch_id = ${branchId} and e.band ->> 'tier' = ${tier}
      and r.version = (select max(version) from tier_rule where branch_id = ${branchId}))`
  const beyond = moved === 'up' ? sql`<` : sql`>`
  return sql<SqlBool>`exists (
    select from standing before
    where before.branch_id = ${branchId} and before.customer_id = customer.id and before.tier <> standing.tier
      and before.month = (select max(month) from standing_month where branch_id = ${branchId}
        and month < ${newestMonth(branchId)})
      and ${place(sql`standing.tier`)} ${beyond} ${place(sql`before.tier`)})`
}

/**
 * A name part in either script, pinyin initials or spelling, a phone tail, or a code: never a scan [P-34]. Each way by its own
 * index and then together; as alternatives of one condition they would be tried on every customer in reach.
 */
const matches = (branchId: number, typed: string, by: 'anything' | 'name') => {
  const keys = queryKeysOf(typed)
  const found = (condition: RawBuilder<unknown>) =>
    sql`select c.id from customer c where c.branch_id = ${branchId} and ${condition}`
  const byKey = (kind: string, prefix: string) => sql`
    select k.customer_id from customer_key k
    where k.branch_id = ${branchId} and k.kind = ${kind} and k.key >= ${prefix} and k.key < ${`${prefix}\u{10FFFF}`}`
  const ways = [found(sql`c.code = ${typed.trim()}`)]
  if (keys.pieces.length > 0) ways.push(found(sql`name_pieces(c.name_folded) @> ${keys.pieces}::text[]`))
  if (keys.tail && by === 'anything') ways.push(byKey('phone_tail', [...keys.tail].toReversed().join('')))
  if (keys.latin) ways.push(byKey('initials', keys.latin), byKey('spelling', keys.latin))
  // An array is made once; as a set the planner may ask for it again for every customer.
  return sql<SqlBool>`customer.id = any(array(${sql.join(ways, sql` union all `)}))`
}

/**
 * A line of a customer's that holds what was typed, letter for letter, or whose customer is called so. Not by number: a line may
 * be read by somebody who may not see the customer's.
 */
export const lineSays = (branchId: number, what: string, typed: string) => {
  const plain = typed.trim()
  const literal = `%${plain.replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(${sql.ref(what)} ilike ${literal} or ${matches(branchId, plain, 'name')})`
}
