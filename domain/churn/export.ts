import type { ChurnModel } from './model.ts'

/** A model as it may leave the house: what it scores with, how good it is and what it was told to leave out. */
export type ExportedModel = Omit<ChurnModel, 'notices' | 'baseline'> & { excluded: string[] }

/**
 * A trained model without anything of a single customer. Columns of people and numbers were left out when it was trained, every category
 * value and every bin between two borders was held by at least ten training rows, and borders have few digits; the notices, which quote odd
 * cells, stay here, as do the copies that tested it and who trained it.
 */
export const exportOf = ({ notices, baseline: _kept, ...model }: ChurnModel): ExportedModel => ({
  ...model,
  excluded: notices.flatMap(({ code, params }) => (code === 'column.excluded' ? [params.column] : [])),
})
