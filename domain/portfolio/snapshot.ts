import { addMonths, type Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Tier } from './rules.ts'
import type { StandingMonth } from './standing.ts'
import type { Paid } from './totals.ts'

/** A frozen list (拍照名单): who was on it and what each brought in the base months never changes afterwards. [M-11] */
export type Snapshot = {
  id: Id
  name: string
  takenFor: Month
  baseFrom: Month
  baseTo: Month
  /** How many base months there are, 1–24. */
  baseMonths: number
  members: readonly { customerId: Id; tier: Tier | null; base: Fen }[]
}

export type SnapshotFacts = {
  'snapshot.noName': Record<string, never>
  'snapshot.empty': { tiers: string }
  'snapshot.badMonths': { from: Month; to: Month }
}

/** A share with what it is made of; `value` is `null` where there is nothing to divide by. */
export type Ratio = { value: number | null; numerator: number; denominator: number }

export type Keeping = {
  month: Month
  /** Customers of the list who are still there and had a bill ÷ customers of the list. */
  customers: Ratio
  /** Average monthly revenue of the list from the month after the base to `month` ÷ average monthly revenue in the base. */
  revenue: Ratio
  /** Revenue of this one month ÷ average monthly revenue in the base. */
  monthRevenue: Ratio
  /** This month's revenue of the list against the month before (环比) and the same month a year before (同比), minus 1. */
  monthOnMonth: Ratio
  yearOnYear: Ratio
}

const monthsFromTo = (from: Month, to: Month): Month[] => {
  const months: Month[] = []
  for (let month = from; month <= to && months.length < 240; month = addMonths(month, 1)) months.push(month)
  return months
}

/** Freezes the customers of the chosen tiers with what each paid in the base months. */
export const takeSnapshot = (
  ask: { id: Id; name: string; tiers: readonly Tier[]; baseFrom: Month; baseTo: Month },
  standing: StandingMonth,
  bills: Iterable<Paid>,
): Result<Snapshot, Said<SnapshotFacts>> => {
  const { id, name, tiers, baseFrom, baseTo } = ask
  const baseMonths = monthsFromTo(baseFrom, baseTo).length
  if (name.trim() === '') return refuse({ code: 'snapshot.noName', params: {} })
  if (baseMonths < 1 || baseMonths > 24)
    return refuse({ code: 'snapshot.badMonths', params: { from: baseFrom, to: baseTo } })
  const chosen = standing.rows.filter(({ tier }) => tier !== null && tiers.includes(tier))
  if (chosen.length === 0) return refuse({ code: 'snapshot.empty', params: { tiers: tiers.join(' ') } })
  const base = new Map<Id, Fen>()
  for (const { customerId, month, paid } of bills)
    if (month >= baseFrom && month <= baseTo) base.set(customerId, (base.get(customerId) ?? 0) + paid)
  const members = chosen
    .map(({ customerId, tier }) => ({ customerId, tier, base: base.get(customerId) ?? 0 }))
    .sort((a, b) => (a.customerId < b.customerId ? -1 : 1))
  return ok({ id, name: name.trim(), takenFor: standing.month, baseFrom, baseTo, baseMonths, members })
}

/**
 * How much of a frozen list is still there in `month`, by customers and by revenue. `present` are the customers who
 * have not left. A customer who came after the list was frozen never counts, in either half.
 */
export const keepingOf = (
  snapshot: Snapshot,
  month: Month,
  bills: Iterable<Paid>,
  present: ReadonlySet<Id>,
): Keeping => {
  const ids = new Set(snapshot.members.map(({ customerId }) => customerId))
  const revenueIn = new Map<Month, Fen>()
  const billed = new Set<Id>()
  for (const bill of bills) {
    if (!ids.has(bill.customerId)) continue
    revenueIn.set(bill.month, (revenueIn.get(bill.month) ?? 0) + bill.paid)
    if (bill.month === month) billed.add(bill.customerId)
  }
  const baseMonthly = snapshot.members.reduce((sum, { base }) => sum + base, 0) / snapshot.baseMonths
  const since = monthsFromTo(addMonths(snapshot.baseTo, 1), month)
  const sinceSum = since.reduce((sum, each) => sum + (revenueIn.get(each) ?? 0), 0)
  const now = revenueIn.get(month) ?? 0
  const kept = [...billed].filter((id) => present.has(id)).length
  return {
    month,
    customers: ratio(kept, ids.size),
    revenue: ratio(since.length === 0 ? 0 : sinceSum / since.length, since.length === 0 ? 0 : baseMonthly),
    monthRevenue: ratio(now, baseMonthly),
    monthOnMonth: growth(now, revenueIn.get(addMonths(month, -1))),
    yearOnYear: growth(now, revenueIn.get(addMonths(month, -12))),
  }
}

/** Change of a keeping rate in points, such as +.003 against the month before; `null` when either side is missing. */
export const pointsBetween = (now: Ratio, before: Ratio | null): number | null =>
  now.value === null || !before || before.value === null ? null : now.value - before.value

/** Discounts and new bad debt of the list ÷ its revenue; which months the revenue covers is the caller's choice. [M-11] */
export const discountShare = (discounts: Fen, badDebt: Fen, revenue: Fen): Ratio => ratio(discounts + badDebt, revenue)

const ratio = (numerator: number, denominator: number): Ratio => ({
  value: denominator > 0 ? numerator / denominator : null,
  numerator,
  denominator,
})

const growth = (now: Fen, before: Fen | undefined): Ratio => {
  const plain = ratio(now, before ?? 0)
  return { ...plain, value: plain.value === null ? null : plain.value - 1 }
}
