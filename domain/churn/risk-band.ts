import type { SignalBand } from './signals.ts'

/** Probabilities from which a customer counts as `raised` and `high`. Where to start, not truth: an office moves them to
 * as many customers as its people can reach. */
const STARTING_RISK_BANDS = { raised: 0.3, high: 0.6 }

/** The band of a probability of leaving, in the same three words that signal points use. */
export const bandOfRisk = (probability: number, bands = STARTING_RISK_BANDS): SignalBand =>
  probability >= bands.high ? 'high' : probability >= bands.raised ? 'raised' : 'low'
