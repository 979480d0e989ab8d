import type { CustomerKind } from '#domain/customer/kind.ts'
import { addMonths, isMonth, type Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { TierRules } from './rules.ts'
import { type Border, type Place, rankTotals } from './tier.ts'
import { advanceTotals, type KnownCustomer, type Paid, type Total, type TotalFacts, totalsFrom } from './totals.ts'

/** A customer's row of one month. `risk` is the chance of leaving, 0–1, where a model gave one. */
export type Standing = Total & Place & { risk: number | null }

/** Everything the monthly run appends for a branch. */
export type StandingMonth = {
  branchId: number
  month: Month
  ruleVersion: string
  /** True once a bill of one of its twelve months came late: recompute before building on it. */
  stale: boolean
  rows: Standing[]
  borders: Border[]
  of: Record<CustomerKind, number>
}

export type MonthInput = {
  branchId: number
  month: Month
  customers: readonly KnownCustomer[]
  rules: TierRules
  risks?: ReadonlyMap<Id, number>
}

/** A month's standings from all of its twelve months of bills: the test oracle, and the way back from a stale month. */
export const fullStanding = (input: MonthInput, bills: Iterable<Paid>): Result<StandingMonth, Said<TotalFacts>> => {
  const { month } = input
  if (!isMonth(month)) return refuse({ code: 'standing.badMonth', params: { month } })
  const totals = totalsFrom(month, bills, input.customers)
  return totals.ok ? ok(standingOf(input, totals.value)) : totals
}

/**
 * A month's standings from those of the month before: plus the bills of the new month (`added`), minus those of the
 * thirteenth (`dropped`). Refuses to build on a gap or on a stale month; the same as `fullStanding` on the same bills.
 */
export const nextStanding = (
  input: MonthInput,
  previous: StandingMonth,
  added: Iterable<Paid>,
  dropped: Iterable<Paid>,
): Result<StandingMonth, Said<TotalFacts>> => {
  const { month } = input
  if (!isMonth(month)) return refuse({ code: 'standing.badMonth', params: { month } })
  const want = addMonths(month, -1)
  if (previous.month !== want) return refuse({ code: 'standing.gap', params: { have: previous.month, want } })
  if (previous.stale) return refuse({ code: 'standing.stale', params: { month: previous.month } })
  const totals = advanceTotals(month, previous.rows, added, dropped, input.customers)
  return totals.ok ? ok(standingOf(input, totals.value)) : totals
}

/** Yearly money that may go: what was paid in twelve months times the chance of leaving, in fen; `null` without a risk. */
export const atStake = ({ paid12, risk }: { paid12: Fen; risk: number | null }): Fen | null =>
  risk === null ? null : Math.round(Math.max(0, paid12) * risk)

const standingOf = ({ branchId, month, rules, risks }: MonthInput, totals: readonly Total[]): StandingMonth => {
  const { places, borders, of } = rankTotals(totals, rules)
  const rows = totals.flatMap((total, i) => {
    const place = places[i]
    return place ? [{ ...total, ...place, risk: risks?.get(total.customerId) ?? null }] : []
  })
  return { branchId, month, ruleVersion: rules.version, stale: false, rows, borders, of }
}
