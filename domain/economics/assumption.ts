/** Where a figure of a calculation comes from: one's own records, the reader's own hand, a course, or our starting point. It is always shown. */
export type FigureSource = 'measured' | 'edited' | 'asTaught' | 'start'

/** A figure with where it comes from. Whatever the reader changes becomes `edited`. */
export type Assumption = { value: number; source: FigureSource }

export const measured = (value: number): Assumption => ({ value, source: 'measured' })
export const edited = (value: number): Assumption => ({ value, source: 'edited' })
export const startingAt = (value: number): Assumption => ({ value, source: 'start' })

/** The weakest of several sources names the result: a figure resting on a taught one is as taught. */
export const weakest = (sources: readonly FigureSource[]): FigureSource =>
  (['asTaught', 'start', 'edited', 'measured'] as const).find((source) => sources.includes(source)) ?? 'measured'
