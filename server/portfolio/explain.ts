import type { Reply } from '#api/endpoint.ts'
import type { valueEndpoints } from '#api/value.ts'
import { explainTier } from '#domain/portfolio/explain.ts'
import { windowStart } from '#domain/portfolio/totals.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { monthsOf, summaryOf } from './months.ts'
import { ruleVersion } from './rules.ts'
import { standingColumns, standingOf } from './watch.ts'

type Explained = Reply<(typeof valueEndpoints)['GET /api/customers/:id/tier']>

const nothing: Explained = {
  month: null,
  computedAt: null,
  stale: false,
  tier: null,
  state: null,
  rank: null,
  of: null,
  valueFen: null,
  paid12Fen: null,
  said: [],
  rule: null,
  bills: [],
}

/** Why a customer stands in a tier: the rule's version, what it read, and the bills behind that. [K-01][K-03] */
export const explain = async (db: Db, caller: Caller, id: string): Promise<Explained> => {
  await requireCustomer(db, caller, id, 'value.read')
  const [newest] = await monthsOf(db, caller.branchId)
  if (!newest) return nothing
  const { month } = newest
  const row = await db
    .selectFrom('standing')
    .where('branch_id', '=', caller.branchId)
    .where('month', '=', monthNumber(month))
    .where('customer_id', '=', id)
    .select(standingColumns)
    .executeTakeFirst()
  const standing = row && standingOf(row)[0]
  if (!standing) return nothing
  const version = await ruleVersion(db, caller.branchId, newest.ruleNumber)
  const { rules } = version
  const { borders, of } = await summaryOf(db, caller.branchId, month)
  const whole = {
    branchId: caller.branchId,
    month,
    ruleVersion: rules.version,
    stale: newest.stale,
    rows: [],
    borders,
    of,
  }
  return {
    month,
    computedAt: newest.computedAt,
    stale: newest.stale,
    tier: standing.tier,
    state: standing.state,
    rank: standing.rank,
    of: of[standing.kind],
    valueFen: standing.value,
    paid12Fen: standing.months > 0 ? standing.paid12 : null,
    said: explainTier(standing, whole, rules),
    rule: { number: version.number, version: rules.version, validFrom: rules.validFrom },
    bills: await billsBehind(db, caller.branchId, id, monthNumber(windowStart(month)), monthNumber(month)),
  }
}

const billsBehind = async (db: Db, branchId: number, id: string, from: number, to: number) => {
  const rows = await db
    .selectFrom('monthly_paid')
    .select(['month', 'paid_fen'])
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', id)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .orderBy('month')
    .execute()
  return rows.map((row) => ({ month: monthOfNumber(row.month ?? from), paidFen: row.paid_fen ?? 0 }))
}
