import type { Fen } from '#domain/kernel/money.ts'

/** What a lifetime value stands on besides the data. All of it can be changed by who reads the figure. */
export type ValueAssumptions = {
  /** Months looked ahead. */
  months: number
  /** Share of revenue that is left when its own costs are paid, 0…1. */
  margin: number
  /** How much less money is worth a year later, 0.1 = a tenth. */
  yearlyDiscount: number
}

/** One month ahead: how much is expected to happen in it, and what that is worth today. */
export type ValueMonth = { month: number; expected: number; worth: number }

export type LifetimeValue = { value: Fen; months: ValueMonth[] }

/** What a customer is still expected to bring, in today's fen, month by month. `each` is what one paid month, or one purchase, brings; `upTo`
 * says how many of them are expected within so many months from now: the area under a survival curve where there is a contract,
 * `bgNbdExpected` or `paretoNbdExpected` where there is none. A month's money counts from its end. */
export const lifetimeValue = (
  each: Fen,
  upTo: (months: number) => number,
  assumptions: ValueAssumptions,
): LifetimeValue => {
  const monthly = (1 + assumptions.yearlyDiscount) ** (1 / 12)
  const months = Array.from({ length: assumptions.months }, (_, i): ValueMonth => {
    const expected = upTo(i + 1) - upTo(i)
    return { month: i + 1, expected, worth: (expected * each * assumptions.margin) / monthly ** (i + 1) }
  })
  return { value: Math.round(months.reduce((sum, { worth }) => sum + worth, 0)), months }
}
