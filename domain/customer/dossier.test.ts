import { describe, expect, test } from 'vitest'
import { dossierEn } from './dossier.en.ts'
import { choices, dossierFields, fieldOf, fieldsOf } from './dossier.ts'
import { dossierZh } from './dossier.zh.ts'
import { checkValue } from './dossier-value.ts'

const check = (key: string, value: unknown, kind: 'person' | 'group' | 'outlet' = 'person') =>
  checkValue(fieldOf(key), key, kind, value)

describe('the dossier registry', () => {
  test('keys are unique and every field and choice is named in both languages', () => {
    const keys = dossierFields.map((f) => f.key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const labels of [dossierZh, dossierEn]) {
      for (const key of keys) expect(labels.fields[key], key).toBeTruthy()
      for (const [set, values] of Object.entries(choices))
        for (const value of values)
          expect(
            (labels.choices as Record<string, Record<string, string>>)[set]?.[value],
            `${set}.${value}`,
          ).toBeTruthy()
    }
  })

  test('each kind has fields of its own', () => {
    const has = (kind: 'person' | 'group' | 'outlet', key: string) => fieldsOf(kind).some((f) => f.key === key)
    expect(has('outlet', 'licenceUntil')).toBe(true)
    expect(has('person', 'licenceUntil')).toBe(false)
    expect(has('group', 'employees')).toBe(true)
  })

  test('values are checked by type, and unknown is always allowed', () => {
    expect(check('sensitivity', 'price')).toEqual({ ok: true, value: 'price' })
    expect(check('sensitivity', 'cheap')).toMatchObject({ ok: false, error: { code: 'dossier.not_choice' } })
    expect(check('humanNeeds', ['respect', 'respect'])).toEqual({ ok: true, value: ['respect'] })
    expect(check('contractUntil', '2026-02-30')).toMatchObject({ ok: false, error: { code: 'dossier.not_day' } })
    expect(check('employees', 12, 'group')).toEqual({ ok: true, value: 12 })
    expect(check('employees', 12)).toMatchObject({ ok: false, error: { code: 'dossier.wrong_kind' } })
    expect(check('nonsense', 'x')).toMatchObject({ ok: false, error: { code: 'dossier.unknown_field' } })
    expect(check('style', null)).toEqual({ ok: true, value: null })
  })

  test('a birthday or a market day that cannot be is refused', () => {
    expect(check('birthday', { calendar: 'lunar', month: 10, day: 15 })).toMatchObject({ ok: true })
    expect(check('birthday', { calendar: 'solar', month: 4, day: 31 })).toMatchObject({
      ok: false,
      error: { code: 'dossier.not_birthday' },
    })
    expect(check('marketDays', { kind: 'digits', calendar: 'lunar', digits: [3, 8] }, 'outlet')).toMatchObject({
      ok: true,
    })
    expect(check('marketDays', { kind: 'digits', calendar: 'lunar', digits: [] }, 'outlet')).toMatchObject({
      ok: false,
      error: { code: 'dossier.not_rule' },
    })
  })
})
