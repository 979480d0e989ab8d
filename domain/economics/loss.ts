import type { Fen } from '#domain/kernel/money.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { lifetimeValue } from '#domain/portfolio/lifetime-value.ts'
import { type Interval, shareInterval, Z95 } from '#domain/statistics/interval.ts'
import { type Assumption, type FigureSource, measured, startingAt, weakest } from './assumption.ts'

/** The factors of a loss, each editable. */
export type LossFactors = {
  /** What the customer pays a month, fen; the mean of own bills. */
  monthly: Assumption
  /** Chance of leaving within the time the risk is scored for, 0…1. */
  chance: Assumption
  /** Chance that who stays now is still there a month later, 0…1: from the survival of customers alike. */
  monthlyStay: Assumption
  /** Months looked ahead, 1–120. */
  months: Assumption
  /** Share of revenue left when its own costs are paid, 0…1. */
  margin: Assumption
  /** How much less money is worth a year later, 0…1. */
  yearlyDiscount: Assumption
}

/** Starting points for what a branch has not measured yet. */
export const usualFactors: Pick<LossFactors, 'months' | 'margin' | 'yearlyDiscount'> = {
  months: startingAt(24),
  margin: startingAt(0.4),
  yearlyDiscount: startingAt(0.08),
}

export type LossFacts = {
  'loss.badFactor': { factor: keyof LossFactors; value: number; least: number; most: number }
  'loss.made': { monthly: Fen; expectedMonths: number; margin: number; chance: number; worth: Fen; loss: Fen }
}

/** `worth`: what the customer would still bring; `loss`: worth × chance; `source`: the weakest of what it rests on. */
export type Loss = {
  expectedMonths: number
  worth: Fen
  loss: Fen
  source: FigureSource
  factors: LossFactors
  said: Said<LossFacts>
}

export const factorBounds: Readonly<Record<keyof LossFactors, { least: number; most: number }>> = {
  monthly: { least: 0, most: 10_000_000_000 },
  chance: { least: 0, most: 1 },
  monthlyStay: { least: 0, most: 1 },
  months: { least: 1, most: 120 },
  margin: { least: 0, most: 1 },
  yearlyDiscount: { least: 0, most: 1 },
}

/** Months that who stays is expected to pay among the next `months`, when a share `stay` of them is still there from month to month. */
export const expectedMonths = (stay: number, months: number): number =>
  stay === 1 ? months : (stay * (1 - stay ** months)) / (1 - stay)

/**
 * What is lost if a customer leaves: monthly value × survival × margin, discounted, times the chance of leaving. Shows every
 * factor with its source and recomputes when one is edited. Refuses factors out of bounds, naming the factor.
 */
export const lossOf = (factors: LossFactors): Result<Loss, Said<LossFacts>> => {
  for (const factor of Object.keys(factorBounds) as (keyof LossFactors)[]) {
    const { value } = factors[factor]
    const { least, most } = factorBounds[factor]
    if (!(value >= least && value <= most))
      return refuse({ code: 'loss.badFactor', params: { factor, value, least, most } })
  }
  const { monthly, chance, monthlyStay, margin, yearlyDiscount } = factors
  const months = Math.round(factors.months.value)
  const upTo = (month: number): number => expectedMonths(monthlyStay.value, month)
  const assumptions = { months, margin: margin.value, yearlyDiscount: yearlyDiscount.value }
  const worth = lifetimeValue(monthly.value, upTo, assumptions).value
  const loss = Math.round(worth * chance.value)
  const made = {
    monthly: monthly.value,
    expectedMonths: upTo(months),
    margin: margin.value,
    chance: chance.value,
    worth,
    loss,
  }
  const source = weakest(Object.values(factors).map((each) => each.source))
  return ok({ expectedMonths: upTo(months), worth, loss, source, factors, said: { code: 'loss.made', params: made } })
}

/** The loss at both ends of what is known of staying; a share that is known to a span makes the loss a span too. */
export const lossSpan = (factors: LossFactors, stay: Interval): Interval | null => {
  const at = (value: number): number | null => {
    const made = lossOf({ ...factors, monthlyStay: { ...factors.monthlyStay, value } })
    return made.ok ? made.value.loss : null
  }
  const [value, low, high] = [at(factors.monthlyStay.value), at(stay.low), at(stay.high)]
  return value === null || low === null || high === null ? null : { value, low, high }
}

/** Of customers who paid in a month, how many paid in the next one too; several months added up. */
export type Staying = { paid: number; again: number }

/** Fewer than this and the share that stays is not measured. */
export const LEAST_STAYING = 100

/** Where nothing is measured: two of a hundred a month. */
export const USUAL_STAY = 0.98

/** The share that stays from month to month, from own bills where there are enough, with its interval. */
export const monthlyStayOf = ({ paid, again }: Staying): { stay: Assumption; span: Interval | null } =>
  paid < LEAST_STAYING
    ? { stay: startingAt(USUAL_STAY), span: null }
    : { stay: measured(again / paid), span: shareInterval(again / paid, paid) }

/**
 * Customers of one kind added up: how many there are whose chance of leaving is known and what they pay; how many leave if the chances are right
 * (`leaving` Σp, `lost` Σpm, `spread` Σp(1−p)m² of chance p and monthly fen m).
 */
export type LossSums = { customers: number; monthly: Fen; leaving: number; lost: number; spread: number }

/** What a branch stands to lose: expected customers and money, the money with the 95 % span that chance alone leaves when the chances are right. */
export type BranchLoss = { customers: number; leaving: number; worth: Fen; loss: Interval }

type Shared = Pick<LossFactors, 'monthlyStay' | 'months' | 'margin' | 'yearlyDiscount'>

/** What one fen a month is worth ahead: a loss grows with what is paid, so a branch is added up before it is valued. */
const worthOfOne = ({ monthlyStay, months, margin, yearlyDiscount }: Shared): number =>
  lifetimeValue(1, (month) => expectedMonths(monthlyStay.value, month), {
    months: Math.round(months.value),
    margin: margin.value,
    yearlyDiscount: yearlyDiscount.value,
  }).months.reduce((sum, { worth }) => sum + worth, 0)

/** The loss of a branch from its kinds. The span takes customers as leaving apart from each other; a price war that moves many is wider. */
export const branchLoss = (kinds: Iterable<{ sums: LossSums; factors: Shared }>): BranchLoss => {
  let [customers, leaving, worth, loss, spread] = [0, 0, 0, 0, 0]
  for (const { sums, factors } of kinds) {
    const one = worthOfOne(factors)
    customers += sums.customers
    leaving += sums.leaving
    worth += sums.monthly * one
    loss += sums.lost * one
    spread += sums.spread * one ** 2
  }
  const half = Z95 * Math.sqrt(spread)
  return {
    customers,
    leaving,
    worth: Math.round(worth),
    loss: { value: loss, low: Math.max(0, loss - half), high: Math.min(worth, loss + half) },
  }
}
