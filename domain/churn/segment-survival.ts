import type { Said } from '#domain/kernel/said.ts'
import { type Interval, shareInterval } from '#domain/statistics/interval.ts'
import type { SegmentFacts } from './facts.ts'
import { longestStay, stayInterval, type Stays, type SurvivalCurve, survivalOf } from './survival.ts'

/** What is known where there are too few who left for a trained model: how long customers of each segment stayed. Plain JSON. */
export type SegmentSurvival = {
  version: 1
  kind: 'segments'
  segments: Record<string, SurvivalCurve>
  all: SurvivalCurve
}

/** A segment answers for itself when so many of its customers were watched through the time asked about; with fewer an interval is
 * wider than ±18 points and tells no segment from another. */
const LEAST_WATCHED = 30

export const fitSegments = (stays: Readonly<Record<string, readonly Stays[]>>): SegmentSurvival => ({
  version: 1,
  kind: 'segments',
  segments: Object.fromEntries(Object.entries(stays).map(([name, own]) => [name, survivalOf(own)])),
  all: survivalOf(Object.values(stays).flat()),
})

/** How many were watched at an age: of those at the next age anybody was last seen, who had come under our eyes by then. */
const watchedAt = (curve: SurvivalCurve, age: number): number => {
  const next = curve.steps.find(({ time }) => time >= age)
  if (!next) return 0
  const later = (curve.entries ?? []).filter(([from]) => from >= age && from < next.time)
  return later.reduce((sum, [, customers]) => sum - customers, next.atRisk)
}

/** How many were watched through the whole time; nobody where some of it was never seen. */
const watchedThrough = (curve: SurvivalCurve, age: number, within: number): number => {
  const justAfter = age + 1e-9
  return Math.min(watchedAt(curve, justAfter), watchedAt(curve, age + within))
}

/** Chance that one who stayed until `age` leaves within the next `within`, by the part of the curve between. Where nobody left in that
 * time the interval is Wilson's for 0 among those watched through it. `null` beyond the longest stay seen, and
 * where nobody was watched at that age. */
export const leaveWithin = (curve: SurvivalCurve, age: number, within: number): Interval | null => {
  const end = age + within
  const watched = watchedThrough(curve, age, within)
  if (watched <= 0 || end > longestStay(curve)) return null
  let [stay, spread] = [1, 0]
  for (const { time, atRisk, left } of curve.steps) {
    if (time <= age || time > end || left === 0) continue
    stay *= 1 - left / atRisk
    spread += left / (atRisk * (atRisk - left))
  }
  if (stay === 1) return shareInterval(0, watched)
  const { low, high } = stayInterval(stay, spread, 1)
  return { value: 1 - stay, low: 1 - high, high: 1 - low }
}

export type SegmentRisk = {
  leave: Interval
  /** Whose history answers: the customer's own segment, or all customers when the segment has too few. */
  basis: 'segment' | 'all'
  said: Said<SegmentFacts>
}

/** The fallback for one customer: the chance of leaving within so many months, seen on customers of the same segment and age. `null`
 * when nobody was ever watched for that long. */
export const segmentRisk = (
  model: SegmentSurvival,
  segment: string,
  age: number,
  within: number,
): SegmentRisk | null => {
  const own = model.segments[segment]
  const enough = own !== undefined && watchedThrough(own, age, within) >= LEAST_WATCHED
  const curve = enough ? own : model.all
  const leave = leaveWithin(curve, age, within)
  if (!leave) return null
  const { value, low, high } = leave
  const params = { segment, customers: watchedThrough(curve, age, within), age, within, share: value, low, high }
  return {
    leave,
    basis: enough ? 'segment' : 'all',
    said: enough ? { code: 'segment.own', params } : { code: 'segment.all', params },
  }
}
