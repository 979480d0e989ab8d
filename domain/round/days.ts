import { addDays, type Day, daysBetween } from '#domain/kernel/day.ts'
import { deliveryMissesMarket, type DayRule, dayRuleFrom, daysOf } from '#domain/kernel/market.ts'

/** Every rule comes round within this. */
const ROUND_DAYS = 31
/** A market this near can still be helped. */
const MISSED_WITHIN = 3

/** What the calendars of an outlet say on a day: the rules as they stand in its file, and what they come to. */
export type ShopDays = {
  delivery: Day | null
  order: Day | null
  /** The day's own market when there is one, else the next. */
  market: Day | null
  marketRule: DayRule | null
  /** The next market that finds the shelves unfilled, and the delivery that comes on it or after it [S-48]. */
  missed: { market: Day; delivery: Day | null } | null
  licenceUntil: Day | null
  /** Days the licence still runs; 0 on its last day, less than 0 after it. */
  licenceDays: number | null
}

/** The next delivery, order and market day of an outlet, itself included, and how long its licence runs [M-12][K-32]. */
export const shopDaysOf = (dossier: Readonly<Record<string, unknown>>, today: Day): ShopDays => {
  const marketRule = dayRuleFrom(dossier['marketDays'])
  const deliveryRule = dayRuleFrom(dossier['deliveryDays'])
  const until = dossier['licenceUntil']
  const licenceUntil = typeof until === 'string' ? until : null
  return {
    delivery: nextOf(deliveryRule, today),
    order: nextOf(dayRuleFrom(dossier['orderDay']), today),
    market: nextOf(marketRule, today),
    marketRule,
    missed: missedOf(deliveryRule, marketRule, today),
    licenceUntil,
    licenceDays: licenceUntil === null ? null : daysBetween(today, licenceUntil),
  }
}

const nextOf = (rule: DayRule | null, from: Day): Day | null =>
  rule === null ? null : (daysOf(rule, from, addDays(from, ROUND_DAYS))[0] ?? null)

const missedOf = (delivery: DayRule | null, market: DayRule | null, today: Day): ShopDays['missed'] => {
  if (!delivery || !market) return null
  const [first] = deliveryMissesMarket(delivery, market, today, addDays(today, MISSED_WITHIN))
  return first ? { market: first.market, delivery: nextOf(delivery, first.market) } : null
}
