import { type Dimension, dimensions, type ItemGap, items } from './servqual.ts'

/** Another way to look at the same answers (Grönroos 1984) [M-09]: what one gets, how one gets it, and how the house comes across. */
export const lensParts = ['outcome', 'process', 'image'] as const
export type LensPart = (typeof lensParts)[number]

/** Items that speak of the outcome and of the image; all others are about how it is done. A starting point. */
const outcome: readonly number[] = [5, 7, 8, 9]
const image: readonly number[] = [1, 2, 3, 4, 14, 17]

export const partOf = (item: number): LensPart =>
  outcome.includes(item) ? 'outcome' : image.includes(item) ? 'image' : 'process'

/** One part of a view: how many of its items were answered, their mean gap, and the sum that goes into the total. */
export type ViewPart<P extends string> = { part: P; answered: number; of: number; gap: number | null; sum: number }

/** The same items, put together in one of two ways; `sum` of all parts and `total` are the same in both. */
export type View<P extends string> = { parts: ViewPart<P>[]; total: number; items: number }

const viewOf = <P extends string>(parts: readonly P[], of: (item: number) => P, gaps: readonly ItemGap[]): View<P> => {
  const made = parts.map((part): ViewPart<P> => {
    const own = gaps.filter(({ number }) => of(number) === part)
    const sum = own.reduce((all, { gap }) => all + gap, 0)
    const all = items.filter(({ number }) => of(number) === part).length
    return { part, answered: own.length, of: all, gap: own.length > 0 ? sum / own.length : null, sum }
  })
  return { parts: made, total: made.reduce((all, { sum }) => all + sum, 0), items: gaps.length }
}

const dimensionOf = new Map<number, Dimension>(items.map(({ number, dimension }) => [number, dimension]))

/** By the five dimensions of the survey [M-08]. */
export const byDimension = (gaps: readonly ItemGap[]): View<Dimension> =>
  viewOf(dimensions, (item) => dimensionOf.get(item) ?? 'tangibles', gaps)

/** By outcome, process and image, from the same answers [M-09]. */
export const byLens = (gaps: readonly ItemGap[]): View<LensPart> => viewOf(lensParts, partOf, gaps)
