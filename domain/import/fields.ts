import { customerFields } from './customer-fields.ts'
import { attributeFields, billFields, orderFields, touchFields } from './fact-fields.ts'
import type { CustomerKind, FieldDefinition, TargetKind } from './field.ts'

const all: Record<TargetKind, readonly FieldDefinition[]> = {
  customer: customerFields,
  bill: billFields,
  order: orderFields,
  touch: touchFields,
  attribute: attributeFields,
}

/** The fields a file of this kind may fill; for customers of one kind, without those of the others. */
export const fieldsOf = (target: TargetKind, kind: CustomerKind | 'mixed' = 'mixed'): readonly FieldDefinition[] =>
  all[target].filter((f) => kind === 'mixed' || !f.only || f.only.includes(kind))

export const fieldOf = (target: TargetKind, key: string): FieldDefinition | undefined =>
  all[target].find((f) => f.key === key)
