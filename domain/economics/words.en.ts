import type { Words } from '#domain/kernel/said.ts'
import { percent, yuan } from '#domain/kernel/wording.ts'
import type { FigureSource } from './assumption.ts'
import type { KeepFacts } from './keep-or-replace.ts'
import type { LossFactors, LossFacts } from './loss.ts'
import type { ChainLink } from './profit-chain.ts'
import type { PulseFacts } from './pulse.ts'
import type { BridgePart } from './revenue-bridge.ts'
import type { TaughtFacts, TaughtId } from './taught.ts'

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
}

export const chainNames: Record<ChainLink, string> = {
  pulse: 'Colleagues’ week',
  promisesKept: 'Promises kept',
  satisfaction: 'Customers’ satisfaction',
  stayed: 'Customers who stayed',
  revenue: 'Revenue',
}

/** The two questions of the weekly pulse, as a colleague reads them. */
export const pulseQuestions = {
  well: 'How was this week?',
  able: 'Could you serve customers the way you want to?',
}

const n = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

export const economicsEn: Words<LossFacts & KeepFacts & TaughtFacts & PulseFacts> = {
  'loss.badFactor': ({ factor, value, least, most }) =>
    `“${factorNames[factor]}” lies between ${n(least)} and ${n(most)}; ${n(value)} does not.`,
  'loss.made': ({ monthly, expectedMonths, margin, chance, worth, loss }) =>
    `${yuan(Math.round(monthly))} a month for an expected ${expectedMonths.toFixed(1)} months at ${percent(margin)} margin is worth ${yuan(worth)} today; with a ${percent(chance)} chance of leaving the expected loss is ${yuan(loss)}.`,
  'keep.unknown': () =>
    'No figures yet: no campaign is shown to help, and the cost of winning customers is not recorded.',
  'replace.edited': ({ keep, replace, times }) =>
    `Keeping one costs ${yuan(keep)} (measured by a control group), winning one ${yuan(replace)} (set by hand): ${n(times)} times.`,
  'replace.measured': ({ keep, replace, times, won }) =>
    `Keeping one costs ${yuan(keep)} (measured by a control group), winning one ${yuan(replace)} (mean of ${won} new customers): ${n(times)} times.`,
  'replace.asTaught': ({ keep, low, high, timesLow, timesHigh }) =>
    `Keeping one costs ${yuan(keep)} (measured by a control group). For winning one there is no own figure; the taught ${n(timesLow)} to ${n(timesHigh)} times would be ${yuan(low)} to ${yuan(high)}, not proven.`,
  'replace.only': ({ replace }) =>
    `Winning one costs ${yuan(replace)}. What keeping one costs is known once a campaign is shown to help.`,
  'taught.outOfRange': ({ id, least, most }) => `“${taughtNames[id]}” lies between ${n(least)} and ${n(most)}.`,
  'taught.same': ({ id }) => `“${taughtNames[id]}” has not changed.`,
  'pulse.tooFew': ({ least }) => `Shown once ${least} have answered, so that nobody can be made out.`,
  'pulse.kept': ({ least }) =>
    `Fewer than ${least} answered elsewhere; with this shown theirs could be worked out, so it is not shown.`,
}
