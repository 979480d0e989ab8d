import type { Day } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type Interval, shareInterval } from '#domain/statistics/interval.ts'

/** The three zones of the satisfaction–loyalty curve: swing (摇摆区), indifference (无差异区), delight (感动区). They name answers, never people. */
export const zones = ['swing', 'indifference', 'delight'] as const
export type Zone = (typeof zones)[number]

/** From which answer on 1–5 a zone begins. The course names the zones without their borders; these are a starting point. */
export type ZoneBorders = { indifferentFrom: number; delightedFrom: number }

export const usualBorders: ZoneBorders = { indifferentFrom: 3, delightedFrom: 5 }

export const zoneOf = (score: number, { indifferentFrom, delightedFrom }: ZoneBorders = usualBorders): Zone =>
  score >= delightedFrom ? 'delight' : score >= indifferentFrom ? 'indifference' : 'swing'

/** The curve as taught [R-20, M-04]: only its two ends are known. Drawn dotted and labelled; no rule reads it. */
export const taughtCurve = {
  label: 'asTaught',
  source: 'R-20',
  ends: [
    { score: 1, stayed: 0.2 },
    { score: 5, stayed: 1 },
  ],
} as const

/** A customer's answer and whether they were still there a year after it; null while the year is not over. */
export type ScoredStay = { score: number; stayed: boolean | null }

/** How many who gave an answer stayed a year. `rate` null with fewer than `least`: the count is shown and no percentage [M-04]. */
export type StayByScore = {
  score: number
  customers: number
  stayed: number
  rate: Interval | null
  /** Why there is no percentage. */
  said: Said<ZoneFacts> | null
}

/** With fewer the interval is wider than ±17 points. */
export const LEAST_ANSWERS = 30

/** Retention for each of the five answers, measured on one's own customers [M-04, R-20]; halves count to the answer below. */
export const stayByScore = (rows: Iterable<ScoredStay>, least: number = LEAST_ANSWERS): StayByScore[] => {
  const counts = [1, 2, 3, 4, 5].map((score) => ({ score, customers: 0, stayed: 0 }))
  for (const { score, stayed } of rows) {
    const count = counts[Math.floor(score) - 1]
    if (!count || stayed === null) continue
    count.customers++
    if (stayed) count.stayed++
  }
  return counts.map((count) => {
    const { score, customers, stayed } = count
    if (customers >= least) return { ...count, rate: shareInterval(stayed / customers, customers), said: null }
    return { ...count, rate: null, said: { code: 'zone.few', params: { score, customers, least } } }
  })
}

export type ZoneFacts = {
  'zone.notSafe': { score: number }
  'zone.notSafeMeasured': { score: number; stayed: number; customers: number; low: number; high: number }
  'zone.few': { score: number; customers: number; least: number }
  'zone.fell': { from: number; to: number; before: Day; on: Day }
  'zone.rose': { from: number; to: number; before: Day; on: Day }
}

/**
 * "4 is not safe": satisfied is not yet loyal, so an answer below delight that sounds good is told as such on the brief, with what became
 * of one's own customers who gave it where that is known. Null for other answers: who is at 3 or below needs no reminder, who is delighted none.
 */
export const notSafe = (
  score: number,
  measured: readonly StayByScore[],
  borders: ZoneBorders = usualBorders,
): Said<ZoneFacts> | null => {
  if (score < 4 || zoneOf(score, borders) === 'delight') return null
  const own = measured.find((each) => each.score === Math.floor(score))
  if (!own?.rate) return { code: 'zone.notSafe', params: { score } }
  const { stayed, customers, rate } = own
  return { code: 'zone.notSafeMeasured', params: { score, stayed, customers, low: rate.low, high: rate.high } }
}
