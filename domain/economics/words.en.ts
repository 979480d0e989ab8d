import type { Words } from '#domain/kernel/said.ts'
import { percent, yuan } from '#domain/kernel/wording.ts'
import type { FigureSource } from './assumption.ts'
import { type FigureFacts, type FigureId, type OwnFigureId, placeOf } from './figures.ts'
import type { KeepFacts } from './keep-or-replace.ts'
import type { LossFactors, LossFacts } from './loss.ts'
import type { ChainLink } from './profit-chain.ts'
import type { PulseFacts } from './pulse.ts'
import type { BridgePart } from './revenue-bridge.ts'
import type { TaughtId, TaughtSource } from './taught.ts'

export const bridgeNames: Record<BridgePart, string> = {
  kept: 'As before',
  grown: 'Grown',
  shrunk: 'Shrunk',
  lost: 'Left',
  new: 'New',
  back: 'Come back',
  adjusted: 'Booked back',
}

export const sourceNames: Record<FigureSource, string> = {
  measured: 'Own data',
  edited: 'Set by hand',
  asTaught: 'As taught, not proven',
  start: 'Starting point, editable',
}

export const factorNames: Record<keyof LossFactors, string> = {
  monthly: 'Paid a month',
  chance: 'Chance of leaving',
  monthlyStay: 'Share that stays each month',
  months: 'Months looked ahead',
  margin: 'Margin',
  yearlyDiscount: 'Discount a year',
}

/** Where a saying is from, as far as anybody said. */
export const taughtOrigins: Record<TaughtSource, string> = {
  'R-02': 'said in class to be from Harvard Business Review and BusinessWeek; the articles were not given',
  'R-03': 'said in a course on customer relations, without a source',
  'R-25': 'the course names the “law of 250” only; the figure is its name, without data',
}

export const taughtNames: Record<TaughtId, string> = {
  winCostsLow: 'Winning costs at least so many times as much as keeping',
  winCostsHigh: 'Winning costs at most so many times as much as keeping',
  loyalBuys: 'A loyal customer buys so many times as much as once',
  yearlyGrowth: 'Companies that satisfy grow each year by',
  winOne: 'Winning one customer costs',
  loseMinutes: 'Losing one takes so many minutes',
  lessChurn: 'So much less churn',
  profitHbr: 'brings so much more profit (Harvard Business Review)',
  profitBw: 'brings so much more profit (BusinessWeek)',
  circle: 'People around one displeased customer',
}

const ownNames: Record<OwnFigureId, string> = {
  months: factorNames.months,
  margin: factorNames.margin,
  yearlyDiscount: factorNames.yearlyDiscount,
  costToKeep: 'Cost of keeping a customer',
  costToWin: 'Cost of winning a new customer',
}

/** Every figure that may be set by hand. */
export const figureNames: Record<FigureId, string> = { ...ownNames, ...taughtNames }

const hand = (byHand: boolean): string => (byHand ? 'set by hand' : 'measured by a control group')
const wonHand = (byHand: boolean): string => (byHand ? 'set by hand' : 'mean of new customers')

export const chainNames: Record<ChainLink, string> = {
  pulse: 'Colleagues’ week',
  promisesKept: 'Promises kept',
  satisfaction: 'Customers’ satisfaction',
  stayed: 'Customers who stayed',
  revenue: 'Revenue',
}

/** The two questions of the weekly pulse, as a colleague reads them. */
export const pulseQuestions = {
  well: 'How was the past week?',
  able: 'In the past week, could you serve customers the way you want to?',
}

/** A figure as it is written in its own unit. */
const inUnit = (id: FigureId, value: number): string => {
  const { unit } = placeOf(id)
  return unit === 'share' ? percent(value, 1) : unit === 'fen' ? yuan(Math.round(value)) : n(value)
}

const inFactor = (factor: keyof LossFactors, value: number): string =>
  factor === 'months' ? n(value) : factor === 'monthly' ? yuan(Math.round(value)) : percent(value, 1)

/** Estimates are told in whole yuan. */
const whole = (fen: number): string => yuan(Math.round(fen / 100) * 100)

const n = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

export const economicsEn: Words<LossFacts & KeepFacts & FigureFacts & PulseFacts> = {
  'loss.badFactor': ({ factor, value, least, most }) =>
    `“${factorNames[factor]}” lies between ${inFactor(factor, least)} and ${inFactor(factor, most)}; ${inFactor(factor, value)} does not.`,
  'loss.made': ({ monthly, expectedMonths, margin, chance, worth, loss }) =>
    `${whole(monthly)} a month for an expected ${expectedMonths.toFixed(1)} months at ${percent(margin)} margin is worth ${whole(worth)} today; with a ${percent(chance)} chance of leaving the expected loss is ${whole(loss)}.`,
  'keep.unknown': ({ low, high }) =>
    `Neither the cost of keeping a customer nor that of winning one is known here. Courses say winning costs ${n(low)} to ${n(high)} times as much: not proven, and nothing is reckoned from it.`,
  'keep.only': ({ keep, byHand, low, high }) =>
    `Keeping one costs ${yuan(keep)} (${hand(byHand)}); for winning one there is no own figure. Courses say ${n(low)} to ${n(high)} times as much: not proven, and nothing is reckoned from it.`,
  'replace.only': ({ replace, byHand, low, high }) =>
    `Winning one costs ${yuan(replace)} (${wonHand(byHand)}); for keeping one there is no own figure. Courses say winning costs ${n(low)} to ${n(high)} times as much: not proven, and nothing is reckoned from it.`,
  'keep.both': ({ keep, keepByHand, replace, replaceByHand, times }) =>
    `By own figures keeping one costs ${yuan(keep)} (${hand(keepByHand)}), winning one ${yuan(replace)} (${wonHand(replaceByHand)})${times === null ? '' : `: ${n(times)} times as much`}.`,
  'figure.outOfRange': ({ id, least, most }) =>
    `“${figureNames[id]}” lies between ${inUnit(id, least)} and ${inUnit(id, most)}.`,
  'figure.same': ({ id }) => `“${figureNames[id]}” has not changed.`,
  'pulse.tooFew': ({ least }) => `Shown once ${least} have answered, so that nobody can be made out.`,
  'pulse.kept': ({ least }) =>
    `Fewer than ${least} answered elsewhere; with this shown theirs could be worked out, so it is not shown.`,
}
