import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Month } from '#domain/kernel/day.ts'
import type { Movement } from '#domain/portfolio/movement.ts'
import { type Overview, overviewsOf, type TierCount, tierCounts } from '#domain/portfolio/overview.ts'
import type { Standing } from '#domain/portfolio/standing.ts'
import { type Border, rankTotals } from '#domain/portfolio/tier.ts'
import { lockStandings } from '#server/customer/lock-standings.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Trx } from '#server/db/pool.ts'
import { movementsSince } from './movement.ts'
import { raiseKeyCustomers } from './raise.ts'
import { ruleVersions, rulesInForce } from './rules.ts'
import { mayBuildOnBefore, totalsFromBefore, totalsOfBills } from './totals.ts'
import { type Assess, writeStandings } from './write-standings.ts'

/** What a month comes to over the whole branch; kept beside its rows. */
export type MonthSummary = {
  borders: Border[]
  of: Record<CustomerKind, number>
  tiers: TierCount[]
  overviews: Overview[]
  movements: Movement[]
}

export type ComputedMonth = { month: Month; customers: number; from: 'bills' | 'before' }

/** The share of customers an overview shows until somebody asks for another: the taught 20 %. */
export const TAUGHT_SHARE = 0.2

/**
 * Computes a branch's standings of one month inside a transaction: sums by the database, ranks and tiers by the rules in
 * force, assessments by the caller. One run a branch at a time; running it again replaces what was there. [K-01][K-03]
 */
export const computeMonth = async (
  trx: Trx,
  branchId: number,
  month: Month,
  at: Date,
  assess: Assess,
): Promise<ComputedMonth> => {
  await lockStandings(trx, branchId)
  const build = await mayBuildOnBefore(trx, branchId, month)
  const totals = await (build ? totalsFromBefore : totalsOfBills)(trx, branchId, month)
  const { number, rules } = rulesInForce(await ruleVersions(trx, branchId), month)
  const { places, borders, of } = rankTotals(totals, rules)
  const rows = totals.flatMap((total, i): Standing[] => {
    const place = places[i]
    return place ? [{ ...total, ...place, risk: null }] : []
  })
  await writeStandings(trx, branchId, monthNumber(month), rows, assess)
  const summary: MonthSummary = {
    borders,
    of,
    tiers: tierCounts(rows, rules, borders),
    overviews: overviewsOf(rows, rules, { share: TAUGHT_SHARE }),
    movements: await movementsSince(trx, branchId, month, rules),
  }
  const values = { computed_at: at, rule_version: number, stale: false, summary: JSON.stringify(summary) }
  await trx
    .insertInto('standing_month')
    .values({ branch_id: branchId, month: monthNumber(month), first_at: at, ...values })
    .onConflict((on) => on.columns(['branch_id', 'month']).doUpdateSet(values))
    .execute()
  await raiseKeyCustomers(trx, branchId, month, at, rules)
  return { month, customers: totals.length, from: build ? 'before' : 'bills' }
}
