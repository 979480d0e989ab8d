import { logGamma } from '#domain/statistics/gamma.ts'
import { integral } from '#domain/statistics/integral.ts'
import { minimisePositive } from '#domain/statistics/minimise.ts'
import { meanWait } from './bg-nbd.ts'
import { canLearnBuying, patternsOf, type Purchases } from './purchases.ts'

/** Pareto/NBD: while active a customer buys at random at a rate, and may stop at any moment. Buying rates are spread over customers as
 * Gamma(r, alpha) (mean r ÷ alpha), rates of stopping as Gamma(s, beta) (mean s ÷ beta). */
export type ParetoNbd = { r: number; alpha: number; s: number; beta: number; logLikelihood: number; customers: number }

type Params = Pick<ParetoNbd, 'r' | 'alpha' | 's' | 'beta'>

/** How much likelier it is that the customer stopped at some moment since the last purchase than that the customer is still active:
 * ∫ s (α+T)^(r+x) (β+T)^s ÷ ((α+τ)^(r+x) (β+τ)^(s+1)) dτ over that time, taken over ln(τ + the smaller of α and β). The closed form with ₂F₁
 * needs endless terms where one of the two is small; this does not. */
const stoppedOdds = ({ r, alpha, s, beta }: Params, { repeats, last, watched }: Purchases): number => {
  const smaller = Math.min(alpha, beta)
  const from = Math.log(smaller + last)
  const to = Math.log(smaller + watched)
  const logOdds = (time: number): number =>
    (r + repeats) * Math.log1p((watched - time) / (alpha + time)) + s * Math.log1p((watched - time) / (beta + time))
  const moment = (v: number): number => {
    const time = Math.exp(v) - smaller
    return (s * Math.exp(logOdds(time) + v)) / (beta + time)
  }
  const parts = 1 + Math.floor((logOdds(last) + to - from) / 8)
  return integral(moment, from, to, Math.min(parts, 64))
}

const logLikelihoodOf = (params: Params, pattern: Purchases): number => {
  const { r, alpha, s, beta } = params
  const { repeats, watched } = pattern
  return (
    logGamma(r + repeats) -
    logGamma(r) -
    r * Math.log1p(watched / alpha) -
    repeats * Math.log(alpha + watched) -
    s * Math.log1p(watched / beta) +
    Math.log1p(stoppedOdds(params, pattern))
  )
}

/** Fits Pareto/NBD by maximum likelihood (Schmittlein, Morrison & Colombo, Management Science 1987; likelihood as in Fader & Hardie's note of
 * 2005). `null` when fewer than ten customers ever came back or no best fit is found. */
export const fitParetoNbd = (customers: readonly Purchases[]): ParetoNbd | null => {
  if (!canLearnBuying(customers)) return null
  const patterns = patternsOf(customers)
  const negative = ([r = 1, alpha = 1, s = 1, beta = 1]: number[]): number =>
    -patterns.reduce(
      (sum, { pattern, customers: alike }) => sum + alike * logLikelihoodOf({ r, alpha, s, beta }, pattern),
      0,
    )
  const wait = meanWait(customers)
  const { at, value, converged } = minimisePositive(negative, [1, wait, 1, wait])
  const [r = 0, alpha = 0, s = 0, beta = 0] = at
  return converged ? { r, alpha, s, beta, logLikelihood: -value, customers: customers.length } : null
}

/** Chance 0…1 that the customer is still active. */
export const paretoNbdActive = (model: Params, customer: Purchases): number => 1 / (1 + stoppedOdds(model, customer))

/** Purchases expected of this customer in the coming `time`. */
export const paretoNbdExpected = (model: Params, customer: Purchases, time: number): number => {
  const { r, alpha, s, beta } = model
  const { repeats, watched } = customer
  const grown = Math.log((beta + watched + time) / (beta + watched))
  // time as it counts when customers keep stopping; at s = 1 exactly it is the logarithm
  const counted = Math.abs(s - 1) < 1e-9 ? grown : -Math.expm1(-(s - 1) * grown) / (s - 1)
  return ((paretoNbdActive(model, customer) * (r + repeats) * (beta + watched)) / (alpha + watched)) * counted
}
