import type { CustomerKind } from '#domain/customer/kind.ts'
import { addDays, type Day, daysBetween, weekdayOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Occasion } from './occasion.ts'

/** At least one contact every so many days, by kind and tier; a tier that is not named has no cadence. */
export type CadenceRules = Readonly<Record<CustomerKind, Readonly<Record<string, number>>>>

export const startingCadence: CadenceRules = {
  person: { A: 30, B: 45, C: 90, D: 180 },
  group: { A: 30, B: 45, C: 60, D: 90 },
  outlet: { A: 15, B: 30, C: 45, D: 60 },
}

export type CadenceFacts = {
  'cadence.badDays': { kind: CustomerKind; tier: string; days: number }
  'quiet.longest': { days: number; every: number }
  'quiet.never': Record<string, never>
  'quiet.missing': { field: MissingField }
}

export type MissingField = 'birthday' | 'decider' | 'interests' | 'secondContact' | 'address'

export const problemsOfCadence = (rules: CadenceRules): Said<CadenceFacts>[] =>
  (Object.keys(rules) as CustomerKind[]).flatMap((kind) =>
    Object.entries(rules[kind])
      .filter(([, days]) => !Number.isInteger(days) || days < 1 || days > 730)
      .map(([tier, days]) => ({ code: 'cadence.badDays' as const, params: { kind, tier, days } })),
  )

/** Days between contacts for a customer of this kind and tier; `null` where none are asked for. */
export const cadenceDays = (rules: CadenceRules, kind: CustomerKind, tier: string | null): number | null =>
  tier === null ? null : (rules[kind][tier] ?? null)

export type ContactHistory = {
  customerId: Id
  kind: CustomerKind
  tier: string | null
  lastContact: Day | null
  lastTopic: string | null
}

/** A reason to call from the cadence of the tier, due on the day the interval is full; none where there is no cadence. */
export const cadenceOccasion = (history: ContactHistory, rules: CadenceRules, today: Day): Occasion | null => {
  const { customerId, kind, tier, lastContact, lastTopic } = history
  const every = cadenceDays(rules, kind, tier)
  if (every === null || tier === null) return null
  return {
    kind: 'cadence',
    customerId,
    recordId: `${customerId}/${lastContact ?? 'never'}`,
    due: { by: 'week', day: weekEndAfter(lastContact === null ? today : addDays(lastContact, every), today) },
    tier,
    every,
    days: lastContact === null ? null : daysBetween(lastContact, today),
    lastTopic,
  }
}

/** A full interval is for this week, not for the minute: a late one is due by Sunday, it does not turn red. */
const weekEndAfter = (full: Day, today: Day): Day => (full > today ? full : addDays(today, 7 - weekdayOf(today)))

export type QuietCustomer = ContactHistory & { missing: readonly MissingField[] }

export type Suggestion = { customerId: Id; said: Said<CadenceFacts>[] }

/**
 * What to do with a quiet day: customers not on the list, the longest unheard measured by their own cadence first,
 * those never reached before all. What is missing in the dossier is said along, since it can be asked in the same call.
 */
export const quietDaySuggestions = (
  customers: readonly QuietCustomer[],
  listed: ReadonlySet<Id>,
  rules: CadenceRules,
  today: Day,
  most: number,
): Suggestion[] => {
  const waited = ({ kind, tier, lastContact }: QuietCustomer): number =>
    lastContact === null
      ? Number.POSITIVE_INFINITY
      : daysBetween(lastContact, today) / (cadenceDays(rules, kind, tier) ?? 365)
  return customers
    .filter(({ customerId }) => !listed.has(customerId))
    .map((customer) => ({ customer, waited: waited(customer) }))
    .filter(({ customer, waited }) => waited >= 0.5 || customer.missing.length > 0)
    .sort((a, b) =>
      a.waited === b.waited ? (a.customer.customerId < b.customer.customerId ? -1 : 1) : b.waited - a.waited,
    )
    .slice(0, most)
    .map(({ customer }) => ({ customerId: customer.customerId, said: suggestionSaid(customer, rules, today) }))
}

const suggestionSaid = (customer: QuietCustomer, rules: CadenceRules, today: Day): Said<CadenceFacts>[] => {
  const { kind, tier, lastContact, missing } = customer
  const every = cadenceDays(rules, kind, tier) ?? 365
  const heard: Said<CadenceFacts> =
    lastContact === null
      ? { code: 'quiet.never', params: {} }
      : { code: 'quiet.longest', params: { days: daysBetween(lastContact, today), every } }
  const [field] = missing
  return field === undefined ? [heard] : [heard, { code: 'quiet.missing', params: { field } }]
}
