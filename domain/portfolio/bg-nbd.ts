import { logBeta, logGamma } from '#domain/statistics/gamma.ts'
import { hypergeometric } from '#domain/statistics/hypergeometric.ts'
import { minimisePositive } from '#domain/statistics/minimise.ts'
import { canLearnBuying, patternsOf, type Purchases } from './purchases.ts'

/** BG/NBD: while active a customer buys at random at a rate, and after each purchase may stop for good. Rates are spread over customers as
 * Gamma(r, alpha) (mean r ÷ alpha purchases a unit of time), chances to stop as Beta(a, b) (mean a ÷ (a + b)). */
export type BgNbd = { r: number; alpha: number; a: number; b: number; logLikelihood: number; customers: number }

type Params = Pick<BgNbd, 'r' | 'alpha' | 'a' | 'b'>

/** How much likelier it is that the customer stopped right after the last purchase than that the customer is still active. */
const stoppedOdds = ({ r, alpha, a, b }: Params, { repeats, last, watched }: Purchases): number =>
  repeats === 0 ? 0 : (a / (b + repeats - 1)) * ((alpha + watched) / (alpha + last)) ** (r + repeats)

const logLikelihoodOf = (params: Params, pattern: Purchases): number => {
  const { r, alpha, a, b } = params
  const { repeats, watched } = pattern
  return (
    logGamma(r + repeats) -
    logGamma(r) -
    r * Math.log1p(watched / alpha) -
    repeats * Math.log(alpha + watched) +
    logBeta(a, b + repeats) -
    logBeta(a, b) +
    Math.log1p(stoppedOdds(params, pattern))
  )
}

/** Fits BG/NBD by maximum likelihood (Fader, Hardie & Lee, Marketing Science 2005). `null` when fewer than ten customers ever came back or
 * no best fit is found. */
export const fitBgNbd = (customers: readonly Purchases[]): BgNbd | null => {
  if (!canLearnBuying(customers)) return null
  const patterns = patternsOf(customers)
  const negative = ([r = 1, alpha = 1, a = 1, b = 1]: number[]): number =>
    -patterns.reduce(
      (sum, { pattern, customers: alike }) => sum + alike * logLikelihoodOf({ r, alpha, a, b }, pattern),
      0,
    )
  const { at, value, converged } = minimisePositive(negative, [1, meanWait(customers), 1, 1])
  const [r = 0, alpha = 0, a = 0, b = 0] = at
  return converged ? { r, alpha, a, b, logLikelihood: -value, customers: customers.length } : null
}

/** Mean time a repeat purchase takes: where the search begins, so that days and months end at the same place. */
export const meanWait = (customers: readonly Purchases[]): number => {
  const sum = (of: 'repeats' | 'watched'): number => customers.reduce((total, each) => total + each[of], 0)
  return Math.max(1e-6, sum('watched') / Math.max(1, sum('repeats')))
}

/** Chance 0…1 that the customer is still active. One who never came back counts as active: the model lets nobody stop before a second
 * purchase. */
export const bgNbdActive = (model: Params, customer: Purchases): number => 1 / (1 + stoppedOdds(model, customer))

/** Purchases expected of this customer in the coming `time` (equation 10 of the paper). */
export const bgNbdExpected = (model: Params, customer: Purchases, time: number): number => {
  const { r, alpha, b } = model
  // the formula is 0 ÷ 0 at a = 1 exactly, and smooth there
  const a = Math.abs(model.a - 1) < 1e-7 ? 1 + 1e-7 : model.a
  const { repeats, watched } = customer
  const ahead = alpha + watched + time
  const fading =
    ((alpha + watched) / ahead) ** (r + repeats) *
    hypergeometric(r + repeats, b + repeats, a + b + repeats - 1, time / ahead)
  return (((a + b + repeats - 1) / (a - 1)) * (1 - fading)) / (1 + stoppedOdds({ ...model, a }, customer))
}
