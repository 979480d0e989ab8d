import type { ChurnModel } from './model.ts'
import { type RawRow, textOf } from './table.ts'

/** How many of the columns a model looks at are filled for a customer. */
export type KnownColumns = { known: number; of: number }

export const knownColumns = ({ spec }: Pick<ChurnModel, 'spec'>, row: RawRow): KnownColumns => ({
  known: spec.features.filter(({ name }) => textOf(row[name]) !== '').length,
  of: spec.features.length,
})

/**
 * Whether a model can say anything of a customer: at least half of what it looks at is known. With less it says the average of
 * everybody, which reads as “3 %” of somebody nobody knows.
 */
export const knowsEnough = ({ known, of }: KnownColumns): boolean => known * 2 >= of
