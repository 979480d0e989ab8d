import { type Day, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { ReasonId } from './case-reason.ts'

/** A customer who left, with what they paid in their last twelve months. */
export type LostCustomer = { customerId: Id; managerId: Id | null; leftOn: Day; paid12: Fen }

/** One line on a loss: why, and what it taught. */
export type LossLine = { customerId: Id; leftOn: Day; reason: ReasonId; line: string; by: Id; at: Date }

export type ReviewedLoss = LostCustomer & { line: LossLine | null }

/**
 * The month-end look at each loss of weight, case by case: customers who left in the month and had paid at least `from` fen in twelve months, the
 * largest first, each with its newest line. Those without one stay on the lead's page; a line without words is none.
 */
export const lossReview = (
  lost: readonly LostCustomer[],
  lines: readonly LossLine[],
  month: Month,
  from: Fen,
): { losses: ReviewedLoss[]; missing: number } => {
  const losses = lost
    .filter(({ leftOn, paid12 }) => monthOf(leftOn) === month && paid12 >= from)
    .toSorted((a, b) => b.paid12 - a.paid12 || (a.customerId < b.customerId ? -1 : 1))
    .map((each) => ({ ...each, line: newestLine(each, lines) }))
  return { losses, missing: losses.filter(({ line }) => line === null).length }
}

const newestLine = ({ customerId, leftOn }: LostCustomer, lines: readonly LossLine[]): LossLine | null =>
  lines
    .filter((each) => each.customerId === customerId && each.leftOn === leftOn && each.line.trim() !== '')
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .at(-1) ?? null

/** The reasons of a month's losses by how many and how much they cost, the costliest first: what to do something about. */
export const lossesByReason = (
  losses: readonly ReviewedLoss[],
): { reason: ReasonId | null; customers: number; paid12: Fen }[] =>
  [...Map.groupBy(losses, ({ line }) => line?.reason ?? null)]
    .map(([reason, own]) => ({
      reason,
      customers: own.length,
      paid12: own.reduce((sum, { paid12 }) => sum + paid12, 0),
    }))
    .sort((a, b) => b.paid12 - a.paid12)
