import { addDays, type Day, monthOf, weekdayOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { atStake } from '#domain/portfolio/standing.ts'
import type { NearBorder } from '#domain/portfolio/watch.ts'
import type { Occasion } from './occasion.ts'
import type { Due } from './wall.ts'

/**
 * When a chance of leaving is worth a contact: from here on, or after such a rise, and only with this much at stake a year.
 * Where nothing was ever billed the money is unknown, not nothing: then only a chance from `unbilledFrom` on counts.
 */
export type RiskRules = { from: number; rise: number; stake: Fen; unbilledFrom: number }

export const startingRiskRules: RiskRules = { from: 0.3, rise: 0.1, stake: 50_000, unbilledFrom: 0.5 }

/** Below it no chance of leaving is ever a reason: before a rise it was nothing at least. */
export const leastRisk = ({ from, rise, unbilledFrom }: RiskRules): number => Math.min(from, rise, unbilledFrom)

/** `months` of the last twelve were billed: what was paid in fewer is taken for its share of a year. */
type AtRisk = { customerId: Id; paid12: Fen; months: number; risk: number | null }

/** This Friday, or Sunday once the working week is over. */
const thisWeek = (today: Day): Due => ({
  by: 'week',
  day: addDays(today, weekdayOf(today) <= 5 ? 5 - weekdayOf(today) : 7 - weekdayOf(today)),
})

/** A risk that is high or rose, one reason a month; `null` when it is neither, or little is at stake. [R-14][R-31] */
export const riskOccasion = (
  { customerId, paid12, months, risk }: AtRisk,
  before: number | null,
  rules: RiskRules,
  today: Day,
): Occasion | null => {
  if (risk === null) return null
  const recordId = `${customerId}/${monthOf(today)}`
  const occasion: Occasion = { kind: 'risk', customerId, recordId, due: thisWeek(today), risk, before }
  if (months === 0) return risk < rules.unbilledFrom ? null : occasion
  const stake = atStake({ paid12: Math.round((paid12 * 12) / Math.min(12, months)), risk }) ?? 0
  const matters = risk >= rules.from || risk - (before ?? risk) >= rules.rise
  return matters && stake >= rules.stake ? { ...occasion, stake } : null
}

/** A customer near a border, one reason a month in each direction. `need` is a need once voiced that would carry them over. [K-03] */
export const tierOccasion = (near: NearBorder, up: boolean, need: string | null, today: Day): Occasion => {
  const { customerId, toward, tier, distance, per } = near
  const base = {
    customerId,
    recordId: `${customerId}/${monthOf(today)}`,
    due: thisWeek(today),
  }
  return up
    ? { ...base, kind: 'tierUp', tier: toward, missing: distance, per, need }
    : { ...base, kind: 'tierDown', tier, above: distance, per }
}
