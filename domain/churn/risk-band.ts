import type { SignalBand } from './signals.ts'

/** Probabilities from which a customer counts as `raised` and `high`. */
export type RiskBorders = { raised: number; high: number }

/** Where to start, not truth: an office that says what a contact costs and brings moves them (see `bordersBy`). */
export const STARTING_RISK_BANDS: RiskBorders = { raised: 0.3, high: 0.6 }

/** The band of a probability of leaving, in the same three words that signal points use. */
export const bandOfRisk = (probability: number, borders: RiskBorders): SignalBand =>
  probability >= borders.high ? 'high' : probability >= borders.raised ? 'raised' : 'low'
