import { expect, test } from 'vitest'
import { type ChoiceSet, choices, dossierFields, type Field } from '#domain/customer/dossier.ts'
import { detailFields } from './dossier-fields.ts'
import { fieldsOf } from './fields.ts'
import { normalHeader } from './header.ts'
import { storedCustomer } from './stored.ts'

/** Judged in talking and written down there; a list from another system does not know it. */
const judged = new Set(
  'needs explicitNeeds productNeed serviceNeeds persona style styleCues pace usualWords doNotSay buyingType relationship humanNeeds'.split(
    ' ',
  ),
)

const example = ({ type }: Field): string | number | boolean => {
  if (type.is === 'number') return type.min
  if (type.is === 'money') return 100
  if (type.is === 'flag') return true
  if (type.is === 'day') return '2027-06-30'
  if (type.is === 'birthday') return '1985-08-15'
  if (type.is === 'days_rule') return 'week:1'
  return type.is === 'choice' ? choices[type.of satisfies ChoiceSet][0] : '原话'
}

test('every field of the dossier that a list of customers may hold can be filled from one', () => {
  const reached = dossierFields.filter((dossierField) =>
    dossierField.kinds.some((kind) =>
      fieldsOf('customer', kind).some(({ key }) => {
        const stored = storedCustomer(kind, { [key]: example(dossierField) })
        return stored.ok && dossierField.key in stored.value.values
      }),
    ),
  )
  const missing = dossierFields.filter((one) => !reached.includes(one)).map(({ key }) => key)
  expect(missing.filter((key) => !judged.has(key))).toEqual([])
})

test('no heading is claimed by two fields of one kind of customer', () => {
  for (const kind of ['person', 'group', 'outlet'] as const) {
    const heads = fieldsOf('customer', kind).flatMap(({ label, synonyms }) => [
      ...new Set([label.zh, label.en, ...synonyms].map(normalHeader)),
    ])
    expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([])
  }
})

test('each new field stands in both languages', () => {
  for (const { label } of detailFields) expect([label.zh, label.en].every((name) => name.trim() !== '')).toBe(true)
})
