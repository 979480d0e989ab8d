import type { Id } from '#domain/kernel/id.ts'
import { quantileOf } from './distribution.ts'

/** A person's value and what may explain it: how much is in their hands. */
export type Carried = { personId: Id; value: number; open: number }

/**
 * The one value far below the others whose owner also has far more in hand than the others: said beside the dot, so that
 * the cause is looked at and not the person. `null` when nothing of the kind explains it.
 */
export const explainedOutlier = (people: readonly Carried[]): { value: number; open: number } | null => {
  const values = people.map(({ value }) => value).toSorted((a, b) => a - b)
  const open = people.map((each) => each.open).toSorted((a, b) => a - b)
  const [low, high] = [quantileOf(values, 0.25), quantileOf(values, 0.75)]
  const lowest = people.toSorted((a, b) => a.value - b.value)[0]
  if (!lowest || lowest.value >= low - 1.5 * (high - low)) return null
  return lowest.open >= 1.5 * quantileOf(open, 0.5) && lowest.open > 0
    ? { value: lowest.value, open: lowest.open }
    : null
}
