import type { Condition } from '../definition.ts'

export type ConditionKey = keyof Condition

/** The closed set of what a condition may ask. */
export const conditionKeys: readonly ConditionKey[] = [
  'direction',
  'customerKind',
  'stage',
  'skill',
  'lastOutcome',
  'captured',
  'checked',
  'purpose',
  'entered',
]
