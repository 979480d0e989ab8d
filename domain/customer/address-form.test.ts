import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { addressFormOf, calledBy, isAddressed, isUnnamed } from './address-form.ts'
import { addressFormWords as en } from './address-form-words.en.ts'
import { addressFormWords as zh } from './address-form-words.zh.ts'

describe('the form of address [K-35]', () => {
  test.each([
    ['李姐', '李春梅'],
    [' 王总 ', '王建国'],
    ['陈主任', '陈晨'],
    ['老陈', '陈晨'],
    ['大姐', '李春梅'],
    ['春梅', '李春梅'],
    ['尉迟老师', '尉迟恭'],
    ['Ms. Smith', 'Jane Smith'],
    ['Dr. O’Neill', 'Ann O’Neill'],
  ])('%s is accepted for %s', (typed, name) => {
    expect(addressFormOf(typed, name)).toEqual({ ok: true, value: typed.trim() })
  })

  test.each([
    ['  ', '李春梅', 'address.empty'],
    ['李'.repeat(21), '李春梅', 'address.tooLong'],
    ['李姐13000126027', '李春梅', 'address.characters'],
    ['美女', '李春梅', 'address.familiar'],
    ['Honey', 'Jane Smith', 'address.familiar'],
    ['王姐', '李春梅', 'address.otherSurname'],
  ])('%s is refused for %s', (typed, name, code) => {
    const checked = addressFormOf(typed, name)
    if (checked.ok) throw new Error('expected a refusal')
    expect(checked.error.code).toBe(code)
    expect(sentence(zh, checked.error)).toMatch(/。$/)
    expect(sentence(en, checked.error)).toMatch(/\.$/)
  })

  test('without a chosen form the full name is said', () => {
    expect(calledBy({ name: '李春梅', addressForm: '李姐' })).toBe('李姐')
    expect(calledBy({ name: '李春梅', addressForm: null })).toBe('李春梅')
    expect(calledBy({ name: '李春梅', addressForm: ' ' })).toBe('李春梅')
  })
  test('a customer under its code alone has no name yet', () => {
    expect(isUnnamed({ name: 'P10021', code: 'P10021' })).toBe(true)
    expect(isUnnamed({ name: '李素珍', code: 'P10021' })).toBe(false)
  })
})

test('a person is greeted by name or chosen form, never by a code; a company by a person, never by its own name [K-35]', () => {
  const li = { kind: 'person' as const, name: '李素珍', code: 'P10021', calledBy: '李素珍' }
  expect(isAddressed(li)).toBe(true)
  expect(isAddressed({ ...li, name: 'P10021', calledBy: 'P10021' })).toBe(false)
  expect(isAddressed({ ...li, name: 'P10021', calledBy: '李姐' })).toBe(true)
  const company = { ...li, kind: 'group' as const, name: '海川物流', calledBy: '海川物流' }
  expect(isAddressed(company)).toBe(false)
  expect(isAddressed({ ...company, calledBy: '周海川' })).toBe(true)
})
