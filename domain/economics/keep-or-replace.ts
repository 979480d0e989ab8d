import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Interval } from '#domain/statistics/interval.ts'
import { type TaughtEdit, taughtNow } from './taught.ts'

/** What keeping and winning a customer has cost us, in fen; null is not known. */
export type KeepingCosts = {
  /** Cost of one save that was caused, by a campaign's holdout, with its interval. */
  perSave: Interval | null
  /** Spent on winning customers in a span, and how many came in it. */
  winning: { spent: Fen; won: number } | null
  /** The reader's own figure for winning one; it goes before what was measured. */
  winOneEdited: Fen | null
}

export type KeepFacts = {
  'keep.unknown': Record<string, never>
  'replace.edited': { keep: Fen; replace: Fen; times: number }
  'replace.measured': { keep: Fen; replace: Fen; times: number; won: number }
  'replace.asTaught': { keep: Fen; low: Fen; high: Fen; timesLow: number; timesHigh: number }
  'replace.only': { replace: Fen }
}

/** `basis` names which figure for winning was used; `replace` is a span where it is only taught. */
export type KeepOrReplace = {
  basis: 'edited' | 'measured' | 'asTaught' | 'none'
  keep: Interval | null
  replace: { low: Fen; high: Fen } | null
  said: Said<KeepFacts>
}

/** Fewer customers won than this and their cost apiece is no figure to lean on. */
export const LEAST_WON = 30

/**
 * The cost of keeping a customer beside that of winning another: one's own figures where there are any; else the taught 5–6 times,
 * labelled as taught and never mixed with a measured one. The cost of keeping is only known from a campaign shown to help: contacts divided by
 * customers who stayed would count those who would have stayed anyhow.
 */
export const keepOrReplace = (costs: KeepingCosts, edits: readonly TaughtEdit[]): KeepOrReplace => {
  const keep = costs.perSave
  const own = ownWinning(costs)
  if (keep === null)
    return own
      ? {
          basis: own.basis,
          keep,
          replace: { low: own.cost, high: own.cost },
          said: { code: 'replace.only', params: { replace: own.cost } },
        }
      : { basis: 'none', keep, replace: null, said: { code: 'keep.unknown', params: {} } }
  return own ? besideOwn(keep, own) : asTaught(keep, edits)
}

type OwnWinning = { basis: 'edited' | 'measured'; cost: Fen; won: number }

const ownWinning = ({ winning, winOneEdited }: KeepingCosts): OwnWinning | null => {
  if (winOneEdited !== null) return { basis: 'edited', cost: winOneEdited, won: 0 }
  if (winning === null || winning.won < LEAST_WON) return null
  return { basis: 'measured', cost: Math.round(winning.spent / winning.won), won: winning.won }
}

const besideOwn = (keep: Interval, { basis, cost, won }: OwnWinning): KeepOrReplace => {
  const figures = { keep: Math.round(keep.value), replace: cost, times: keep.value > 0 ? cost / keep.value : 0 }
  const said: Said<KeepFacts> =
    basis === 'edited'
      ? { code: 'replace.edited', params: figures }
      : { code: 'replace.measured', params: { ...figures, won } }
  return { basis, keep, replace: { low: cost, high: cost }, said }
}

const asTaught = (keep: Interval, edits: readonly TaughtEdit[]): KeepOrReplace => {
  const [timesLow, timesHigh] = [taughtNow('winCostsLow', edits), taughtNow('winCostsHigh', edits)]
  const [low, high] = [Math.round(keep.value * timesLow), Math.round(keep.value * timesHigh)]
  const params = { keep: Math.round(keep.value), low, high, timesLow, timesHigh }
  return { basis: 'asTaught', keep, replace: { low, high }, said: { code: 'replace.asTaught', params } }
}
