import { logBeta } from '#domain/statistics/gamma.ts'
import { minimisePositive } from '#domain/statistics/minimise.ts'

/** Shifted-beta-geometric: each customer has a constant chance of not renewing, and these chances are spread over customers as
 * Beta(alpha, beta). Small alpha + beta: customers differ much. The mean chance of not renewing the first time is alpha ÷ (alpha + beta). */
export type Sbg = { alpha: number; beta: number; logLikelihood: number }

/** ln of the share that does not renew at the t-th renewal, t ≥ 1. */
const logLost = (alpha: number, beta: number, t: number): number =>
  logBeta(alpha + 1, beta + t - 1) - logBeta(alpha, beta)

const logStays = (alpha: number, beta: number, t: number): number => logBeta(alpha, beta + t) - logBeta(alpha, beta)

/** Fits sBG (Fader & Hardie, "How to project customer retention", 2007) to one cohort: how many customers are there at the beginning and
 * after each renewal, like 1000, 869, 743 …. Equal periods. `null` when there are fewer than two renewals, when nobody was lost, or when
 * customers come back (counts that rise). */
export const fitSbg = (there: readonly number[]): Sbg | null => {
  const falls = there.every(
    (count, t) => count >= 0 && Number.isFinite(count) && (t === 0 || count <= (there[t - 1] ?? 0)),
  )
  const last = there.at(-1) ?? 0
  if (there.length < 3 || !falls || last === there[0]) return null
  const negative = ([alpha = 1, beta = 1]: number[]): number => {
    let sum = last * logStays(alpha, beta, there.length - 1)
    for (let t = 1; t < there.length; t++) sum += ((there[t - 1] ?? 0) - (there[t] ?? 0)) * logLost(alpha, beta, t)
    return -sum
  }
  const { at, value, converged } = minimisePositive(negative, [1, 1])
  const [alpha = 0, beta = 0] = at
  return converged ? { alpha, beta, logLikelihood: -value } : null
}

/** Share of the cohort still there after so many renewals. */
export const sbgStayAt = ({ alpha, beta }: Sbg, renewals: number): number => Math.exp(logStays(alpha, beta, renewals))

/** Chance that a customer who renewed `renewals` times renews once more: it rises, as the unfaithful leave first. */
export const sbgRetention = ({ alpha, beta }: Sbg, renewals: number): number =>
  (beta + renewals) / (alpha + beta + renewals)

/** Periods a customer still pays, those further away counting less: Σ S(t | renewed) ÷ (1 + discount)ᵗ from now on, the period that begins
 * now included (Fader & Hardie, Marketing Science 2010). Times what a period brings it is the value that is lost with the customer.
 * `renewals` 0 = a new customer; `discount` above 0, per period. */
export const sbgExpectedPeriods = (model: Sbg, renewals: number, discount: number): number => {
  if (!(discount > 0)) throw new RangeError('a discount above 0 is needed: without one the sum may have no end')
  let term = 1
  let sum = 1
  for (let t = renewals; term > 1e-14; t++) {
    term *= sbgRetention(model, t) / (1 + discount)
    sum += term
  }
  return sum
}
