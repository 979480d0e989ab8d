import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { ASK_WITHIN } from '#domain/worklist/from-ledgers.ts'
import {
  AHEAD,
  CONTRACT_AHEAD,
  CONTRACT_PAST,
  festivalOccasions,
  isFreshMonth,
  JUMP_FROM,
  POINTS_FROM,
  pointsInSeason,
  PORTING_FRESH,
} from '#domain/worklist/from-dossier.ts'
import { leastRisk, startingRiskRules } from '#domain/worklist/fromStanding.ts'
import { birthdaysAhead } from '#domain/worklist/routine.ts'
import type { NearRange } from '#domain/portfolio/watch.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import { REMEMBERED } from './acts.ts'
import { GIVEN_SINCE, WELCOMED_FOR } from './ledgers.ts'

/**
 * Whether something stored with a customer or its newest standing may be a reason beside the cadence. Never false where the rules find
 * one, sometimes true where they do not.
 */
export const mayHaveReason = (today: Day, near: readonly NearRange[]): RawBuilder<boolean> => {
  const { stake } = startingRiskRules
  const ways = [
    sql`customer.left_on is not null`,
    sql`customer.dossier ? 'marketDays'`,
    sql`customer.dossier ? 'birthday' and concat_ws('/', customer.dossier #>> '{birthday,calendar}', customer.dossier #>> '{birthday,month}',
      customer.dossier #>> '{birthday,day}') = any(${birthdaysAhead(today)}::text[])`,
    sql`customer.dossier ->> 'contractUntil' collate "C" between ${addDays(today, -CONTRACT_PAST)} and ${addDays(today, CONTRACT_AHEAD)}`,
    sql`standing.risk >= ${leastRisk(startingRiskRules)}::float8 and (coalesce(standing.months_billed, 0) = 0
      or standing.paid12_fen * standing.risk * 12 >= ${stake - 1}::float8 * least(12, standing.months_billed))`,
    ...nearBorder(near),
    ...(festivalOccasions('', today).length > 0 ? [sql`standing.tier in ('A', 'B')`] : []),
    ...(pointsInSeason(today) ? [sql`customer.official_points >= ${POINTS_FROM}::int`] : []),
  ]
  return sql<boolean>`coalesce((${sql.join(ways, sql`) or (`)}), false)`
}

/** By kind and tier first: most customers are compared with two borders, not with all. */
const nearBorder = (near: readonly NearRange[]): RawBuilder<unknown>[] => {
  if (near.length === 0) return []
  const cases = [...Map.groupBy(near, ({ kind, tier }) => `${kind}/${tier}`).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, ranges: [first, ...others] }] : [],
  )
  const whens = cases.map(({ kind, tier, ranges }) => {
    const within = ranges.map(({ least, most }) => sql`standing.value_fen between ${least}::bigint and ${most}::bigint`)
    return sql`when customer.kind = ${kind} and standing.tier = ${tier} then (${sql.join(within, sql` or `)})`
  })
  return [
    sql`case when standing.tier is not null and standing.value_fen is null then true ${sql.join(whens, sql` `)} end`,
  ]
}

/**
 * Customers of whom something is written down that may be a reason beside the cadence, among those in `reach`: each ledger by its own
 * index. `absent`: what promises became while somebody was away is told too.
 */
export const markedIn = (
  branchId: number,
  today: Day,
  newestBills: number | null,
  absent: boolean,
): RawBuilder<{ id: string }> => {
  const since = (days: number) => sql`${addDays(today, -days)}::date`
  const bills = newestBills !== null && isFreshMonth(monthOfNumber(newestBills), today) ? newestBills : null
  const ways = [
    sql`promise x where x.state = 'open'`,
    ...(absent ? [sql`promise x where x.state <> 'open' and x.due_at > ${since(22)}`] : []),
    sql`service_case x where x.closed_at is null`,
    sql`service_case x where x.closed_at > ${since(ASK_WITHIN + 1)}`,
    sql`expectation x where x.state in ('open', 'resetting')`,
    sql`sighting x where x.seen_on >= ${since(PORTING_FRESH)}`,
    sql`member x where x.main and x.removed_at is null
      and x.contract_until between ${since(CONTRACT_PAST)} and ${since(-CONTRACT_AHEAD)}`,
    sql`welcome x where (x.bound_on is null or x.promoted_on >= ${since(WELCOMED_FOR)})`,
    sql`audit_event x where x.action = 'customer.assigned' and x.at > ${since(GIVEN_SINCE + 1)}`,
    sql`task x where x.state = 'open'`,
    sql`retention_case x where x.stage <> 'closed'`,
    sql`form x where x.state = 'waiting'`,
    sql`appointment x where x.untold is not null`,
    sql`appointment x where x.starts_at between ${since(9)} and ${since(-AHEAD)}`,
    ...(bills === null
      ? []
      : [
          sql`bill x where x.month = ${bills} and x.kind <> 'total' and x.kind not in ('product', 'refund')
            and x.amount_fen >= ${JUMP_FROM}::bigint`,
        ]),
  ]
  const written = ways.map((way) => sql`select x.customer_id from ${way} and x.branch_id = ${branchId}`)
  // What was decided is looked up customer by customer where they are few: a branch decides thousands of times a day.
  return sql`
    select id from reach where id in (${sql.join(written, sql` union all `)})
    union select r.id from reach r join worklist_decision x on x.branch_id = ${branchId} and x.customer_id = r.id
      and x.undone_at is null and x.at > ${since(REMEMBERED + 1)}`
}
