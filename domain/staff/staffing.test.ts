import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Role, roles } from './role.ts'
import { personRefusal, unitRefusal, unitTree } from './staffing.ts'

const someone = (id: string, held: Role[], active = true) => ({ id, name: id, active, roles: held })
const ji = someone('ji', ['admin'])
const gu = someone('gu', ['lead'])

describe('a branch keeps an administrator', () => {
  test('the last one keeps the role until another has it', () => {
    expect(personRefusal('gu', { ...ji, roles: ['lead'] }, [ji, gu])).toMatchObject({ code: 'staff.last_admin' })
    expect(personRefusal('gu', { ...ji, roles: ['lead'] }, [ji, someone('gu', ['admin'])])).toBeNull()
  })

  test('an administrator who is away for good is none', () => {
    const left = someone('old', ['admin'], false)
    expect(personRefusal('gu', { ...ji, active: false }, [ji, left])).toMatchObject({ code: 'staff.last_admin' })
  })

  test('nobody deactivates themselves', () => {
    expect(personRefusal('gu', { ...gu, active: false }, [ji, gu])).toMatchObject({ code: 'staff.yourself' })
  })

  test('whatever changes are let through one after another, an administrator is left', () => {
    const change = fc.record({
      who: fc.constantFrom('a', 'b', 'c'),
      roles: fc.subarray([...roles], { minLength: 1 }),
      active: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        let everyone = ['a', 'b', 'c'].map((id) => someone(id, ['admin']))
        for (const { who, roles: held, active } of changes) {
          const after = someone(who, held, active)
          if (personRefusal('nobody', after, everyone) === null)
            everyone = everyone.map((one) => (one.id === who ? after : one))
        }
        return everyone.some(({ active, roles: held }) => active && held.includes('admin'))
      }),
    )
  })
})

describe('units are a tree', () => {
  const units = [
    { id: 'city', name: '云川', parentId: null },
    { id: 'vip', name: 'VIP 组', parentId: 'city' },
    { id: 'desk', name: '专席', parentId: 'vip' },
  ]

  test('a unit does not stand under one of its own', () => {
    expect(unitRefusal({ id: 'city', name: '云川', parentId: 'desk' }, units)).toEqual({
      code: 'unit.circle',
      params: { name: '云川', under: '专席' },
    })
    expect(unitRefusal({ id: 'desk', name: '专席', parentId: 'city' }, units)).toBeNull()
  })

  test('is told from the top, each under its parent', () => {
    expect(unitTree(units.toReversed()).map(({ unit, depth }) => `${depth} ${unit.id}`)).toEqual([
      '0 city',
      '1 vip',
      '2 desk',
    ])
  })
})
