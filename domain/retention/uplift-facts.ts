import type { Said } from '#domain/kernel/said.ts'

/** Why nothing can be learnt about whom contact helps. */
export type UpliftFacts = {
  'uplift.rows_differ': { customers: number; contacted: number; outcomes: number }
  'uplift.side_too_small': { contacted: number; heldOut: number; least: number }
  'uplift.outcome_too_rare': { well: number; notWell: number; least: number }
  'uplift.no_columns': { customers: number }
}

export type UpliftRefusal = Said<UpliftFacts>
