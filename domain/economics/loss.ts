import type { Fen } from '#domain/kernel/money.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { lifetimeValue } from '#domain/portfolio/lifetime-value.ts'
import { type Interval, Z95 } from '#domain/statistics/interval.ts'
import { type Assumption, type FigureSource, startingAt, weakest } from './assumption.ts'

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

const bounds: Readonly<Record<keyof LossFactors, { least: number; most: number }>> = {
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
  for (const factor of Object.keys(bounds) as (keyof LossFactors)[]) {
    const { value } = factors[factor]
    const { least, most } = bounds[factor]
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

/** What a branch stands to lose: expected customers and money, the money with the 95 % span that chance alone leaves when the chances are right. */
export type BranchLoss = { customers: number; leaving: number; worth: Fen; loss: Interval }

/** Adds up customers' losses [R-31]. The span takes customers as leaving apart from each other; a price war that moves many at once is wider. */
export const branchLoss = (losses: Iterable<Loss>): BranchLoss => {
  let [customers, leaving, worth, loss, spread] = [0, 0, 0, 0, 0]
  for (const each of losses) {
    const chance = each.factors.chance.value
    customers++
    leaving += chance
    worth += each.worth
    loss += each.loss
    spread += chance * (1 - chance) * each.worth ** 2
  }
  const half = Z95 * Math.sqrt(spread)
  return {
    customers,
    leaving,
    worth,
    loss: { value: loss, low: Math.max(0, loss - half), high: Math.min(worth, loss + half) },
  }
}
