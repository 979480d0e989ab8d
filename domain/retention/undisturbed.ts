import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type Interval, Z95 } from '#domain/statistics/interval.ts'
import { type Trial, upliftAmongTop } from './qini.ts'

/** What contact caused among the customers with the lowest uplift: `share` of all of them, those whose uplift is at most `border`. */
export type LowestUplift = { share: number; border: number; effect: Interval }

export type UndisturbedFacts = {
  'undisturbed.shown': { share: number; low: number; high: number }
  'undisturbed.notShown': { share: number; low: number; high: number }
}

/** Shares of customers looked at, the smallest first. */
export const LOWEST_SHARES = [0.1, 0.2, 0.3] as const

/**
 * What contact caused among the lowest shares, by scores of models that had not seen these customers (out of fold). A group ends
 * between customers of different scores only by mean, as in `upliftAmongTop`.
 */
export const lowestUplift = (trial: Trial, uplift: ArrayLike<number>): LowestUplift[] => {
  const turned = Float64Array.from(uplift, (score) => -score)
  const ordered = Float64Array.from(uplift).sort()
  return LOWEST_SHARES.map((share) => ({
    share,
    border: ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? -Infinity,
    effect: upliftAmongTop(trial, turned, share),
  }))
}

/** Normal quantiles of 1 − .025 ÷ 3 and .975: three looks together err no oftener than one would. */
const WIDER = 2.3939798 / Z95

/** Whether the whole interval lies below 0, widened for having looked at three shares. */
const isHarmful = ({ effect: { value, high } }: LowestUplift): boolean => value + WIDER * (high - value) < 0

/**
 * Below which uplift a campaign leaves customers alone, because contact is shown to harm them; null while none is shown. The largest of the
 * lowest shares whose interval, widened for having looked at all three (Bonferroni), lies below 0: a list of customers who are not harmed
 * comes about at most once in forty. A low score alone is no harm shown: without proof nobody is put on the list.
 */
export const undisturbedBelow = (
  lowest: readonly LowestUplift[],
): { border: number | null; said: Said<UndisturbedFacts> } => {
  const bySize = lowest.toSorted((a, b) => b.share - a.share)
  const shown = bySize.find(isHarmful)
  const told = shown ?? bySize[0]
  const params = { share: told?.share ?? 0, low: told?.effect.low ?? -1, high: told?.effect.high ?? 1 }
  return shown
    ? { border: Math.min(0, shown.border), said: { code: 'undisturbed.shown', params } }
    : { border: null, said: { code: 'undisturbed.notShown', params } }
}

/** The customers a campaign leaves alone: their uplift lies below 0 and not above the border. Only that campaign's contact is left out; what
 * the customer asked for, promises and complaints go as ever (`goesOut`). */
export const undisturbed = (customers: readonly { id: Id; uplift: number }[], border: number | null): Id[] =>
  border === null ? [] : customers.filter(({ uplift }) => uplift < 0 && uplift <= border).map(({ id }) => id)
