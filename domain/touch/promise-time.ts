import { addDays, type Day, daysBetween } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import { isWorkday } from '#domain/kernel/workdays.ts'
import { shareInterval } from '#domain/statistics/interval.ts'
import type { PromiseKind } from './promise.ts'

/** What became of a promise: the day it was made, and the day it was kept; null while it was not. */
export type PastPromise = { kind: PromiseKind; own: boolean; madeOn: Day; keptOn: Day | null }

/** Of those made at least `days` days ago, how many were kept within as many days. 0 is the same day. */
export type KeptWithin = { days: number; kept: number; of: number }

/** How fast promises of a kind were kept; `whose` they are that it was learnt from. */
export type PromisePace = { kind: PromiseKind; whose: 'own' | 'all'; within: KeptWithin[] }

/** With fewer, nothing is said of how often and by when. */
export const LEAST_PROMISES = 10

/** Nine of ten: a day one can give one's word for. */
export const SAFE_SHARE = 0.9

/** Nobody is promised a day further off by a figure. */
export const MOST_DAYS = 30

/**
 * How fast promises of each kind are kept [R-07]: from one's own where there are enough, else from all colleagues' together. A promise counts for
 * a span only once that span is over for it, so an open one is neither kept nor broken too early. Withdrawn ones must be left out by the caller.
 */
export const pacesOf = (past: readonly PastPromise[], today: Day): PromisePace[] =>
  [...new Set(past.map(({ kind }) => kind))].map((kind) => {
    const alike = past.filter((one) => one.kind === kind)
    const own = withinOf(
      alike.filter((one) => one.own),
      today,
    )
    return (own[0]?.of ?? 0) >= LEAST_PROMISES
      ? { kind, whose: 'own', within: own }
      : { kind, whose: 'all', within: withinOf(alike, today) }
  })

const withinOf = (past: readonly PastPromise[], today: Day): KeptWithin[] => {
  const spans = past.map(({ madeOn, keptOn }) => ({
    ago: daysBetween(madeOn, today),
    took: keptOn === null ? Number.POSITIVE_INFINITY : daysBetween(madeOn, keptOn),
  }))
  return Array.from({ length: MOST_DAYS + 1 }, (_, days) => {
    const over = spans.filter(({ ago }) => ago > days)
    return { days, kept: over.filter(({ took }) => took <= days).length, of: over.length }
  })
}

export type PaceFacts = {
  'pace.few': { kind: string; of: number; least: number }
  'pace.never': { days: number; kept: number; of: number }
  'pace.kept': { kind: string; own: boolean; days: number; kept: number; of: number; low: number; high: number }
}

/**
 * What is said of the day chosen, and the nearest later day that nine of ten made; null where there is none or the chosen one is safe.
 * `never`: there is no such day at all.
 */
export type PaceSaid = {
  said: Said<PaceFacts>
  share: number | null
  safeDays: number | null
  never: Said<PaceFacts> | null
}

/** How promises of a kind fared that were to be kept within `days` from today, with the 95 % interval of the share. */
export const paceSaid = (paces: readonly PromisePace[], kind: PromiseKind, days: number): PaceSaid => {
  const pace = paces.find((one) => one.kind === kind)
  const at = pace?.within[Math.min(days, MOST_DAYS)]
  if (!pace || !at || at.of < LEAST_PROMISES)
    return {
      said: { code: 'pace.few', params: { kind, of: at?.of ?? 0, least: LEAST_PROMISES } },
      share: null,
      safeDays: null,
      never: null,
    }
  const { kept, of } = at
  const { low, high } = shareInterval(kept / of, of)
  const safe = pace.within.find((one) => one.of >= LEAST_PROMISES && one.kept / one.of >= SAFE_SHARE)
  return {
    said: { code: 'pace.kept', params: { kind, own: pace.whose === 'own', days, kept, of, low, high } },
    share: kept / of,
    safeDays: safe && safe.days > days ? safe.days : null,
    never: safe ? null : neverOf(pace),
  }
}

/** Even with the longest time there is enough known of, fewer than nine of ten were kept. */
const neverOf = ({ within }: PromisePace): Said<PaceFacts> | null => {
  const longest = within.findLast((one) => one.of >= LEAST_PROMISES)
  return longest ? { code: 'pace.never', params: longest } : null
}

/** The day so many days from today, moved on to the next working day: nobody keeps a word on a Sunday. */
export const dayToPromise = (today: Day, days: number): Day => {
  let day = addDays(today, days)
  while (!isWorkday(day)) day = addDays(day, 1)
  return day
}
