import { logGamma } from '#domain/statistics/gamma.ts'
import { minimisePositive } from '#domain/statistics/minimise.ts'

/** How many repeat purchases a customer made and what one was worth on average. Any unit of money (fen), the same throughout. */
export type Spending = { repeats: number; average: number }

/** Gamma-Gamma: what a customer spends at a time varies as Gamma(p, ν) about a mean of the customer's own, and ν is spread over customers as
 * Gamma(q, gamma). The mean over all customers is p · gamma ÷ (q − 1). */
export type GammaGamma = { p: number; q: number; gamma: number; logLikelihood: number; customers: number }

const LEAST_BUYERS = 10

/** Fits Gamma-Gamma by maximum likelihood (Fader, Hardie & Lee, JMR 2005; Fader & Hardie's note of 2013) to customers with repeat purchases; those
 * without, or who spent nothing, say nothing and are left out. `null` when fewer than ten are left, or when all spent the same. What is
 * spent at a time must not go along with how often somebody buys: check that before believing it. */
export const fitGammaGamma = (customers: readonly Spending[]): GammaGamma | null => {
  const buyers = customers.filter(({ repeats, average }) => repeats > 0 && average > 0 && Number.isFinite(average))
  if (buyers.length < LEAST_BUYERS || new Set(buyers.map(({ average }) => average)).size < 2) return null
  const middle = buyers.reduce((sum, { average }) => sum + average, 0) / buyers.length
  const negative = ([p = 1, q = 1, gamma = 1]: number[]): number =>
    -buyers.reduce((sum, { repeats, average }) => {
      const shape = p * repeats
      return (
        sum +
        logGamma(shape + q) -
        logGamma(shape) -
        logGamma(q) +
        q * Math.log(gamma) +
        (shape - 1) * Math.log(average) +
        shape * Math.log(repeats) -
        (shape + q) * Math.log(gamma + repeats * average)
      )
    }, 0)
  const { at, value, converged } = minimisePositive(negative, [2, 3, middle])
  const [p = 0, q = 0, gamma = 0] = at
  return converged ? { p, q, gamma, logLikelihood: -value, customers: buyers.length } : null
}

/** What this customer is expected to spend at a time: the customer's own average drawn towards that of all, the less was seen the more. `null`
 * when the model has no mean (q ≤ 1 and nothing seen). */
export const expectedSpend = ({ p, q, gamma }: GammaGamma, { repeats, average }: Spending): number | null => {
  const weight = p * repeats + q - 1
  return weight > 0 ? (p * (gamma + repeats * average)) / weight : null
}
