import type { KnownCustomer } from '#domain/churn/signal-rules.ts'
import { type SignalScore, signalScore } from '#domain/churn/signals.ts'
import type { Day } from '#domain/kernel/day.ts'

/**
 * What signals say of a customer, or null where too little is known: a warning stands on whatever gives it, but "low" would be a
 * claim nobody can make of somebody without a bill or a sign of use.
 */
export const signalsOf = (known: KnownCustomer, day: Day): SignalScore | null => {
  const scored = signalScore(known, day)
  if (!scored.ok) return null
  const seen = [known.bills, known.use].some((months) => months && months.length > 0)
  return seen || scored.value.band !== 'low' ? scored.value : null
}
