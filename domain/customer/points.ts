import { type Day, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { RefusalFacts } from './refusals.ts'

/** Gifts come in three kinds: goods, our own services, a partner's [K-27]. */
export const giftKinds = ['goods', 'service', 'partner'] as const
export type GiftKind = (typeof giftKinds)[number]

export const pointsKinds = ['spend', 'reward', 'late'] as const

/** Something written down about points: taken out for a gift, given on top, or a bill that was paid late. */
export type PointsEntry = { id: string; on: Day; what: string } & (
  | { kind: 'spend'; points: number; gift: GiftKind | null }
  | { kind: 'reward'; points: number }
  /** `share` in percent (0–100) is what the billing office still counts of that month; every office has its own. */
  | { kind: 'late'; month: Month; share: number }
)

export type Lot = {
  /** A month's bill, or the reward's id. */
  key: string
  month: Month
  from: 'bill' | 'reward'
  what: string | null
  /** Of the bill; null for a reward. */
  paidFen: Fen | null
  /** Of the official star class. */
  factor: number
  /** Percent of the points counted; below 100 after a late payment. */
  share: number
  points: number
  spent: number
  /** Points past their last day, gone unused. */
  expired: number
  /** Points that may still be spent. */
  left: number
  lastDay: Day
}

export type Spent = { id: string; on: Day; what: string; gift: GiftKind | null; points: number; of: SpentOf[] }
type SpentOf = { month: Month; points: number }

export type PointsAccount = {
  /** Newest first. */
  lots: Lot[]
  spent: Spent[]
  left: number
  /** Consumption points of the year: what decides a yearly card [K-25]. */
  yearPoints: number
  /** What goes at the end of this year if nobody spends it. */
  expiring: { points: number; on: Day }
}

/** Factor on points of stars one to four [K-26]; five stars count as four. A starting point: every office sets its own. */
const factors = [1, 1.5, 2, 2.5] as const
const numerals = ['一', '二', '三', '四', '五'] as const

/** The factor of an official level such as 三星 or 3-star; 1 where no star is read. */
export const pointsFactor = (officialLevel: string | null): number => {
  const [, stars] = /([一二三四五1-5])\s*-?\s*(?:星|stars?)/iu.exec(officialLevel ?? '') ?? []
  if (stars === undefined) return 1
  const count = numerals.indexOf(stars as (typeof numerals)[number]) + 1 || Number(stars)
  return factors[Math.min(count, factors.length) - 1] ?? 1
}

/** Points live for three calendar years, the one they were earned in included, and are cleared each 31 December [K-27]. */
const lastDayOf = (month: Month): Day => `${Number(month.slice(0, 4)) + 2}-12-31`

/**
 * The points a customer has by the published rules [K-26, K-27]: one for each whole yuan billed, times the class's factor, times what
 * counts after a late payment; rewards on top; the oldest spent first. Reckoned from bills beside the billing system's own figure,
 * which it never overwrites. Spending that finds nothing left on its day takes what there is.
 */
export const pointsAccount = (
  bills: readonly { month: Month; totalFen: Fen }[],
  entries: readonly PointsEntry[],
  officialLevel: string | null,
  today: Day,
): PointsAccount => {
  const late = new Map(entries.flatMap((entry) => (entry.kind === 'late' ? [[entry.month, entry.share] as const] : [])))
  const factor = pointsFactor(officialLevel)
  const earned = bills.map(({ month, totalFen }): Lot => {
    const share = late.get(month) ?? 100
    const points = Math.floor((Math.floor(Math.max(0, totalFen) / 100) * factor * share) / 100)
    return lot({ key: month, month, from: 'bill', what: null, paidFen: totalFen, factor, share, points })
  })
  const given = entries.flatMap((entry) =>
    entry.kind === 'reward'
      ? [
          lot({
            key: entry.id,
            month: monthOf(entry.on),
            from: 'reward',
            what: entry.what,
            paidFen: null,
            factor: 1,
            share: 100,
            points: entry.points,
          }),
        ]
      : [],
  )
  const lots = [...earned, ...given].toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
  const spent = entries
    .filter((entry) => entry.kind === 'spend')
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ id, on, what, gift, points }) => ({ id, on, what, gift, points, of: take(lots, points, on) }))
  for (const each of lots) if (each.lastDay < today) [each.expired, each.left] = [each.left, 0]
  const year = today.slice(0, 4)
  const endOfYear = `${year}-12-31`
  return {
    lots: lots.toReversed(),
    spent: spent.toReversed(),
    left: sumOf(lots),
    yearPoints: earned.filter(({ month }) => month.startsWith(year)).reduce((sum, { points }) => sum + points, 0),
    expiring: { points: sumOf(lots.filter(({ lastDay }) => lastDay === endOfYear)), on: endOfYear },
  }
}

/** How many points a gift asked for and did not find. */
const missing = ({ points, of }: Spent): number => points - of.reduce((sum, each) => sum + each.points, 0)

export type PointsRefusal = Said<Pick<RefusalFacts, 'points.not_enough' | 'points.covered' | 'points.future'>>

/**
 * Whether the entries may stand as they would be after `written` was: no gift finds fewer points than it found before, and nothing is
 * given or taken on a day to come.
 */
export const mayStand = (
  before: PointsAccount,
  after: PointsAccount,
  written: PointsEntry | null,
  today: Day,
): Result<true, PointsRefusal> => {
  if (written && written.on > today) return refuse({ code: 'points.future', params: {} })
  const found = new Map(before.spent.map((spent) => [spent.id, missing(spent)]))
  const own = after.spent.find(({ id }) => id === written?.id)
  if (own && missing(own) > 0 && missing(own) > (found.get(own.id) ?? 0))
    return refuse({ code: 'points.not_enough', params: { wanted: own.points, there: own.points - missing(own) } })
  const bare = after.spent.find((spent) => missing(spent) > (found.get(spent.id) ?? 0))
  return bare
    ? refuse({ code: 'points.covered', params: { what: bare.what, on: bare.on, missing: missing(bare) } })
    : ok(true)
}

const lot = (facts: Omit<Lot, 'spent' | 'expired' | 'left' | 'lastDay'>): Lot => ({
  ...facts,
  spent: 0,
  expired: 0,
  left: facts.points,
  lastDay: lastDayOf(facts.month),
})

const sumOf = (lots: readonly Lot[]): number => lots.reduce((sum, { left }) => sum + left, 0)

/** Takes points out of the oldest lots that were alive on the day; answers which gave how many. */
const take = (lots: Lot[], points: number, on: Day): SpentOf[] => {
  const of: SpentOf[] = []
  let wanted = points
  for (const each of lots) {
    if (wanted === 0) break
    if (each.left === 0 || each.month > monthOf(on) || each.lastDay < on) continue
    const taken = Math.min(each.left, wanted)
    each.left -= taken
    each.spent += taken
    wanted -= taken
    of.push({ month: each.month, points: taken })
  }
  return of
}
