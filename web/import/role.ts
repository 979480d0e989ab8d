import type { FieldDefinition } from '#domain/import/field.ts'
import { fieldsOf } from '#domain/import/fields.ts'
import type { ColumnRole, Mapping } from '#domain/import/mapping.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { Option } from '#web/ui/select.tsx'
import type { zh } from './messages.zh.ts'

/** A role as the choice in a list: `field:name`, `attribute:number`, `bill`, `cumulative`, `label`, `ignore`. */
export const roleId = (role: ColumnRole): string => {
  if (role.role === 'field') return `field:${role.field}`
  return role.role === 'attribute' ? `attribute:${role.as}` : role.role
}

/** The role that a choice means for this column; `month` is the one a bill's column had before. */
export const roleOf = (id: string, header: string, before: ColumnRole, month: string): ColumnRole => {
  const [role = '', detail = ''] = id.split(':')
  switch (role) {
    case 'field':
      return { role, field: detail }
    case 'bill':
      return before.role === 'bill' ? before : { role, month, billKind: 'total' }
    case 'attribute':
      return { role, key: header.trim() || '—', as: detail === 'flag' || detail === 'number' ? detail : 'category' }
    case 'cumulative':
    case 'label':
      return { role }
    case undefined:
    default:
      return { role: 'ignore' }
  }
}

type Words = (typeof zh)['columns']['roles']

/** What a column of such a file may be. */
export const roleOptions = (
  { target, customerKind }: Pick<Mapping, 'target' | 'customerKind'>,
  language: Language,
  words: Words,
): Option[] => {
  const fields = fieldsOf(target, customerKind).map(({ key, label }: FieldDefinition) => ({
    id: `field:${key}`,
    label: label[language],
  }))
  const ofCustomers = target === 'customer' || target === 'attribute'
  return [
    { id: 'ignore', label: words.ignore },
    ...fields,
    ...(ofCustomers || target === 'bill' ? [{ id: 'bill', label: words.bill }] : []),
    ...(ofCustomers
      ? [
          { id: 'cumulative', label: words.cumulative },
          { id: 'attribute:number', label: words.number },
          { id: 'attribute:category', label: words.category },
          { id: 'attribute:flag', label: words.flag },
          { id: 'label', label: words.label },
        ]
      : []),
  ]
}
