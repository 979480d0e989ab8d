import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Interval } from '#domain/statistics/interval.ts'

/** What keeping and winning a customer has cost us, in fen; null is not known. */
export type KeepingCosts = {
  /** Cost of one save that was caused, by a campaign's holdout, with its interval. */
  perSave: Interval | null
  /** Spent on winning customers in a span, and how many came in it. */
  winning: { spent: Fen; won: number } | null
  /** The branch's own figures by hand; they go before what was measured. */
  keepEdited: Fen | null
  winEdited: Fen | null
}

/** What courses say winning costs, in times of keeping. It is quoted where own figures lack, and nothing is reckoned from it. */
export type TaughtTimes = { low: number; high: number }

export type KeepFacts = {
  'keep.unknown': { low: number; high: number }
  'keep.only': { keep: Fen; byHand: boolean; low: number; high: number }
  'replace.only': { replace: Fen; byHand: boolean; low: number; high: number }
  'keep.both': { keep: Fen; keepByHand: boolean; replace: Fen; replaceByHand: boolean; times: number | null }
}

/** `basis` says whether own figures were compared, or the taught times only quoted. */
export type KeepOrReplace = {
  basis: 'own' | 'quoted'
  keep: Interval | null
  replace: Fen | null
  said: Said<KeepFacts>
}

/** Fewer customers won than this and their cost apiece is no figure to lean on. */
export const LEAST_WON = 30

/**
 * The cost of keeping a customer beside that of winning another: own figures where both are known; else the taught 5–6 times are
 * quoted as taught, and no money is reckoned from them. The cost of keeping is only measured by a campaign shown to help: contacts divided by
 * customers who stayed would count those who would have stayed anyhow.
 */
export const keepOrReplace = (costs: KeepingCosts, { low, high }: TaughtTimes): KeepOrReplace => {
  const { keepEdited, winEdited } = costs
  const keepByHand = keepEdited !== null
  const replaceByHand = winEdited !== null
  const keep = keepEdited === null ? costs.perSave : { value: keepEdited, low: keepEdited, high: keepEdited }
  const replace = winEdited ?? measuredWinning(costs.winning)
  const quoted = { basis: 'quoted' as const, keep, replace }
  if (keep === null && replace === null) return { ...quoted, said: { code: 'keep.unknown', params: { low, high } } }
  if (keep === null)
    return {
      ...quoted,
      said: { code: 'replace.only', params: { replace: replace ?? 0, byHand: replaceByHand, low, high } },
    }
  const kept = Math.round(keep.value)
  if (replace === null)
    return { ...quoted, said: { code: 'keep.only', params: { keep: kept, byHand: keepByHand, low, high } } }
  const times = keep.value > 0 ? replace / keep.value : null
  return {
    basis: 'own',
    keep,
    replace,
    said: { code: 'keep.both', params: { keep: kept, keepByHand, replace, replaceByHand, times } },
  }
}

const measuredWinning = (winning: KeepingCosts['winning']): Fen | null =>
  winning === null || winning.won < LEAST_WON ? null : Math.round(winning.spent / winning.won)
