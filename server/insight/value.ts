import { sql } from 'kysely'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { concentrationOf, pairOfTiers } from '#domain/portfolio/concentration.ts'
import { away, noTier } from '#domain/portfolio/movement.ts'
import { keyTiers } from '#domain/portfolio/overview.ts'
import { tiersOf } from '#domain/portfolio/rules.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { showList, showLists } from '#server/portfolio/frozen.ts'
import { bothMonths, movementsSince } from '#server/portfolio/movement.ts'
import { ruleVersions, rulesInForce } from '#server/portfolio/rules.ts'
import { idsOf, type Whose } from './whose.ts'

/** The newest computed month up to the one chosen: bills of a running month are not there yet. */
const monthComputed = async (db: Db, branchId: number, month: Month): Promise<Month | null> => {
  const row = await db
    .selectFrom('standing_month')
    .select(sql<number | null>`max(month)`.as('month'))
    .where('branch_id', '=', branchId)
    .where('month', '<=', monthNumber(month))
    .executeTakeFirst()
  return row?.month ? monthOfNumber(row.month) : null
}

/**
 * The customers of a team as a condition on `customer`, for the queries of the portfolio. Those merged are in it for what they were; said
 * apart, because the keys of managers and units hold only the others.
 */
const within = (whose: Whose) => {
  const theirs = [
    sql`customer.manager_id = any(${idsOf(whose)}::uuid[])`,
    sql`customer.unit_id = any(${[...(whose.unitIds ?? [])]}::uuid[])`,
  ]
  const kept = theirs.map((way) => sql`(customer.merged_into is null and ${way})`)
  return sql<boolean>`(${sql.join(kept, sql` or `)}
    or (customer.merged_into is not null and (${sql.join(theirs, sql` or `)})))`
}

/** Movement between tiers and how concentrated revenue is, for a team's customers; null before the first monthly run. */
export const valueIn = async (db: Db, caller: Caller, whose: Whose, month: Month) => {
  const computed = await monthComputed(db, caller.branchId, month)
  if (!computed) return { movement: null, concentration: null }
  const { rules } = rulesInForce(await ruleVersions(db, caller.branchId), computed)
  const kinds = await movementsSince(db, caller.branchId, computed, rules, within(whose))
  const standings = await db
    .selectFrom('standing')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'standing.branch_id').onRef('customer.id', '=', 'standing.customer_id'),
    )
    .select(['customer.kind', 'standing.tier', 'standing.paid12_fen', 'standing.state'])
    .where('standing.branch_id', '=', caller.branchId)
    .where('standing.month', '=', monthNumber(computed))
    .where(within(whose))
    .execute()
  const rows = standings
    .filter(({ state }) => state !== 'left')
    .map(({ kind, tier, paid12_fen }) => ({ kind, tier, paid12: paid12_fen ?? 0, present: true }))
  const own = [...new Set(rows.map(({ kind }) => kind))]
  const tiers = [...new Set(own.flatMap((kind) => keyTiers(tiersOf(rules, kind))))]
  const { curve } = concentrationOf(rows.map(({ paid12 }) => paid12))
  return {
    movement: kinds.length > 0 ? { from: addMonths(computed, -1), to: computed, kinds } : null,
    concentration: curve.length > 0 ? { month: computed, tiers, pair: pairOfTiers(rows, own, tiers), curve } : null,
  }
}

/** The customers behind one cell of the movement matrix; a tier the rules no longer have counts as none, as it does there. */
export const movedIds = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  cell: { kind: CustomerKind; month: Month; was: string; is: string },
): Promise<string[]> => {
  const { rules } = rulesInForce(await ruleVersions(db, caller.branchId), cell.month)
  const spots = [...tiersOf(rules, cell.kind), away]
  const isAt = (side: string, spot: string) =>
    spot === noTier
      ? sql<boolean>`not (${sql.ref(side)} = any(${spots}::text[]))`
      : sql<boolean>`${sql.ref(side)} = ${spot}`
  const { rows } = await sql<{ id: string }>`
    select id from (${bothMonths(caller.branchId, cell.month, within(whose))}) moved
    where kind = ${cell.kind} and ${isAt('was', cell.was)} and ${isAt('now', cell.is)}`.execute(db)
  return rows.map(({ id }) => id)
}

/** How the newest frozen list was kept up to a month; null while there is none. [M-11] */
export const keepingIn = async (db: Db, caller: Caller, month: Month) => {
  const [list] = (await showLists(db, caller)).lists
  if (!list) return null
  const { months } = await showList(db, caller, list.id)
  const keeping = months.findLast((each) => each.month <= month)
  return keeping ? { list: { id: list.id, name: list.name }, customers: list.members, keeping } : null
}
