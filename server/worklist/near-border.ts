import type { Day } from '#domain/kernel/day.ts'
import { tierOccasion } from '#domain/worklist/fromStanding.ts'
import type { Occasion } from '#domain/worklist/occasion.ts'
import type { TierRules } from '#domain/portfolio/rules.ts'
import type { Standing } from '#domain/portfolio/standing.ts'
import { type Border, measureOf } from '#domain/portfolio/tier.ts'
import { type NearRange, nearRanges, watchLists } from '#domain/portfolio/watch.ts'
import type { Db } from '#server/db/pool.ts'
import { ruleVersion } from '#server/portfolio/rules.ts'
import type { BookCustomer } from './book.ts'

/** Within this share of a border it is worth a word. [K-03] */
const WITHIN = 0.04

/** The tier borders of the newest month, with the rules that decided them. */
export type Borders = { rules: TierRules; borders: Border[] }

export const bordersNow = async (db: Db, branchId: number): Promise<Borders | null> => {
  const month = await db
    .selectFrom('standing_month')
    .select(['summary', 'rule_version'])
    .where('branch_id', '=', branchId)
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
  const borders = (month?.summary as { borders?: Border[] } | undefined)?.borders
  if (!month || !borders) return null
  const { rules } = await ruleVersion(db, branchId, month.rule_version)
  return { rules, borders }
}

/** Which standings are near a border at all. */
export const rangesOf = (near: Borders | null): NearRange[] =>
  near ? nearRanges(near.borders, near.rules, WITHIN) : []

/** Customers just under or just over a tier border by the newest standing and the rules that decided it. `needs` are needs once voiced, by customer. */
export const borderOccasions = (
  branchId: number,
  near: Borders | null,
  customers: readonly BookCustomer[],
  needs: ReadonlyMap<string, string>,
  today: Day,
): Occasion[] => {
  if (!near) return []
  const { rules, borders } = near
  const rows = customers.map((customer) => standingOf(customer, rules))
  const standing = {
    branchId,
    month: '',
    ruleVersion: rules.version,
    stale: false,
    rows,
    borders,
    of: { person: 0, group: 0, outlet: 0 },
  }
  const { promotion, demotion } = watchLists(standing, rules, WITHIN)
  return [
    ...promotion.map((each) => tierOccasion(each, true, needs.get(each.customerId) ?? null, today)),
    ...demotion.map((each) => tierOccasion(each, false, null, today)),
  ]
}

const standingOf = ({ id, kind, tier, paid12, months, risk }: BookCustomer, rules: TierRules): Standing => {
  const total = { customerId: id, kind, present: true, paid12: paid12 ?? 0, months }
  const rule = rules.kinds[kind]
  const value = rule && paid12 !== null ? Math.round(measureOf(rule, total)) : null
  return { ...total, state: 'ranked', tier, rank: null, top: null, value, risk }
}
