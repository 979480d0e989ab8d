import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

/** With fewer people a dot is a name. */
const fewestPeople = 5

export type DistributionFacts = { 'distribution.tooFew': { people: number; needed: number } }

/** One person's value without the person. `stack` is the height of the dot above others in the same place, from 0. */
export type Dot = { value: number; stack: number; own: boolean }

export type Distribution = { dots: Dot[]; lowerQuartile: number; median: number; upperQuartile: number }

/**
 * A distribution instead of a ranking: who is who cannot be read from it, except one's own dot. `step` is how wide one
 * place is. Refused with fewer than five people.
 */
export const distributionOf = (
  values: readonly { personId: Id; value: number }[],
  reader: Id,
  step: number,
): Result<Distribution, Said<DistributionFacts>> => {
  const finite = values.filter(({ value }) => Number.isFinite(value))
  if (finite.length < fewestPeople)
    return refuse({ code: 'distribution.tooFew', params: { people: finite.length, needed: fewestPeople } })
  const ordered = finite.toSorted(
    (a, b) => a.value - b.value || Number(b.personId === reader) - Number(a.personId === reader),
  )
  const heights = new Map<number, number>()
  const dots = ordered.map(({ personId, value }): Dot => {
    const place = step > 0 ? Math.round(value / step) : value
    const stack = heights.get(place) ?? 0
    heights.set(place, stack + 1)
    return { value: step > 0 ? place * step : value, stack, own: personId === reader }
  })
  const sorted = ordered.map(({ value }) => value)
  const [lowerQuartile, median, upperQuartile] = [0.25, 0.5, 0.75].map((share) => quantileOf(sorted, share))
  return ok({ dots, lowerQuartile: lowerQuartile ?? 0, median: median ?? 0, upperQuartile: upperQuartile ?? 0 })
}

/** Linear between neighbours (Hyndman & Fan type 7); `sorted` ascending and not empty. */
export const quantileOf = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? 0
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}
