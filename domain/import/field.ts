import type { Parse } from './parsed.ts'

/** What the rows of a file are. */
export type TargetKind = 'customer' | 'bill' | 'order' | 'touch' | 'attribute'

/** Which of the three kinds a customer file holds; `mixed` needs a column that says it per row. */
export type CustomerKind = 'person' | 'group' | 'outlet'

/** One thing a column may be. */
export type FieldDefinition = {
  key: string
  label: { zh: string; en: string }
  /** How people head this column, beside the label: compared without case, spaces, width and units. */
  synonyms: readonly string[]
  parse: Parse
  required?: true
  /** Only for these kinds of customer; all when absent. */
  only?: readonly CustomerKind[]
  /** What the values look like, for columns whose name says nothing. */
  shape?: 'phone' | 'identity'
}

export const field = (
  key: string,
  zh: string,
  en: string,
  parse: Parse,
  synonyms: string,
  more: Partial<Pick<FieldDefinition, 'required' | 'only' | 'shape'>> = {},
): FieldDefinition => ({ key, label: { zh, en }, parse, synonyms: synonyms.split('|'), ...more })
