import {
  calendarChoices,
  creditChoices,
  customerFields,
  formatChoices,
  genderChoices,
  kindChoices,
  marketChoices,
  scaleChoices,
  sensitivityChoices,
} from './customer-fields.ts'
import { detailFields, orderingChoices } from './dossier-fields.ts'
import {
  attributeFields,
  billFields,
  billKinds,
  channels,
  directions,
  orderFields,
  touchFields,
} from './fact-fields.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { CustomerKind, FieldDefinition, TargetKind } from './field.ts'

const all: Record<TargetKind, readonly FieldDefinition[]> = {
  customer: [...customerFields, ...detailFields],
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

/** A field's name for a reader; the key itself for a field of a newer version. */
export const fieldLabel = (key: string, language: Language): string =>
  Object.values(all)
    .flat()
    .find((f) => f.key === key)?.label[language] ?? key

const choices = {
  ...kindChoices,
  ...genderChoices,
  ...calendarChoices,
  ...marketChoices,
  ...scaleChoices,
  ...formatChoices,
  ...sensitivityChoices,
  ...creditChoices,
  ...orderingChoices,
  ...billKinds,
  ...channels,
  ...directions,
}

/** What a choice's value is called; in English its key is its name. */
export const choiceLabel = (value: string, language: Language): string =>
  language === 'en' ? value : (Object.entries(choices).find(([key]) => key === value)?.[1][0] ?? value)
