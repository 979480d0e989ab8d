import { addMonths, type Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'

/** The links of the service-profit chain that a branch has figures for, in its order: staff, promises kept, satisfaction, staying, revenue. */
export const chainLinks = ['pulse', 'promisesKept', 'satisfaction', 'stayed', 'revenue'] as const
export type ChainLink = (typeof chainLinks)[number]

/** One month of a unit or branch; null where there is no figure. Pulse 1–5, promises and staying as shares, satisfaction 1–5, revenue in fen. */
export type ChainMonth = { month: Month } & Readonly<Record<Exclude<ChainLink, 'revenue'>, number | null>> & {
    revenue: Fen | null
  }

export type ChainSeries = { link: ChainLink; points: { month: Month; value: number | null }[]; change: number | null }

/**
 * The links side by side over the same months, none left out [R-28, M-03]: a month without a figure is a gap, not a 0. `change` is the last
 * figure less the first. Nothing here says that one link moved another; whoever wants to know that needs a trial.
 */
export const chainOf = (months: readonly ChainMonth[], from: Month, count: number): ChainSeries[] => {
  const known = new Map(months.map((each) => [each.month, each]))
  const span = Array.from({ length: count }, (_, i) => addMonths(from, i))
  return chainLinks.map((link) => {
    const points = span.map((month) => ({ month, value: known.get(month)?.[link] ?? null }))
    const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
    const [first, last] = [values[0], values.at(-1)]
    return {
      link,
      points,
      change: values.length > 1 && first !== undefined && last !== undefined ? last - first : null,
    }
  })
}
