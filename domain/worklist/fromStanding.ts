import { addDays, type Day, monthOf, weekdayOf } from '#domain/kernel/day.ts'
import { atStake, type Standing } from '#domain/portfolio/standing.ts'
import type { NearBorder } from '#domain/portfolio/watch.ts'
import type { Occasion } from './occasion.ts'
import type { Due } from './wall.ts'

/** When a chance of leaving is worth a contact: from here on, or after such a rise, and only with this much at stake a year. */
export type RiskRules = { from: number; rise: number; stake: number }

export const startingRiskRules: RiskRules = { from: 0.3, rise: 0.1, stake: 50_000 }

/** This Friday, or Sunday once the working week is over. */
const thisWeek = (today: Day): Due => ({
  by: 'week',
  day: addDays(today, weekdayOf(today) <= 5 ? 5 - weekdayOf(today) : 7 - weekdayOf(today)),
})

/** A risk that is high or rose, one reason a month; `null` when it is neither, or little is at stake. [R-14][R-31] */
export const riskOccasion = (
  standing: Pick<Standing, 'customerId' | 'paid12' | 'risk'>,
  before: number | null,
  rules: RiskRules,
  today: Day,
): Occasion | null => {
  const { customerId, risk } = standing
  const stake = atStake(standing)
  if (risk === null || stake === null || stake < rules.stake) return null
  if (risk < rules.from && risk - (before ?? risk) < rules.rise) return null
  return {
    kind: 'risk',
    customerId,
    recordId: `${customerId}/${monthOf(today)}`,
    due: thisWeek(today),
    risk,
    before,
    stake,
  }
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
