import { describe, expect, test } from 'vitest'
import { groupsOn } from './field-group.ts'
import type { Role } from './role.ts'
import type { Actor } from './scope.ts'
import { type Seen, sightOf } from './sight.ts'

const north = 'unit-north'
const one = (staffId: string, ...roles: Role[]): Actor => ({ branchId: 1, staffId, roles, unitIds: [north] })
const owned = { managerId: 'lin', backupId: 'han', unitId: north }
const customer: Seen = { kind: 'customer', owned, holderId: null }

describe('who sees a record, and why', () => {
  test('the manager, the backup, the desk of the unit and its lead see a customer', () => {
    expect(sightOf(one('lin', 'manager'), customer)).toBe('keeps')
    expect(sightOf(one('han', 'manager'), customer)).toBe('backs')
    expect(sightOf(one('fang', 'vip_desk'), customer)).toBe('serves')
    expect(sightOf(one('gu', 'lead'), customer)).toBe('leads')
  })

  test('a colleague, a trainer, an administrator and a helper do not', () => {
    for (const role of ['manager', 'trainer', 'admin', 'collaborator'] as const)
      expect(sightOf(one('other', role), customer)).toBeNull()
  })

  test('a lead of another unit does not', () => {
    expect(sightOf({ ...one('yan', 'lead'), unitIds: ['unit-south'] }, customer)).toBeNull()
  })

  test('a case is seen by whoever holds it as well', () => {
    expect(sightOf(one('ma', 'manager'), { ...customer, kind: 'case', holderId: 'ma' })).toBe('holds')
    expect(sightOf(one('ma', 'manager'), { ...customer, kind: 'retention', holderId: 'ma' })).toBeNull()
  })

  test('a form that is its author’s for good is nobody else’s, not even the lead’s', () => {
    const form = { own: true, dropped: false, unitId: north }
    const seen: Seen = { kind: 'form', owned: null, holderId: 'lin', form }
    expect(sightOf(one('lin', 'manager'), seen)).toBe('holds')
    expect(sightOf(one('gu', 'lead'), seen)).toBeNull()
    expect(sightOf(one('gu', 'lead'), { ...seen, form: { ...form, own: false } })).toBe('leads')
  })

  test('an event is seen by everybody who meets customers', () => {
    const event: Seen = { kind: 'event', owned: null, holderId: 'gu' }
    expect(sightOf(one('gu', 'lead'), event)).toBe('holds')
    expect(sightOf(one('ma', 'manager'), event)).toBe('everybody')
    expect(sightOf(one('tang', 'trainer'), event)).toBeNull()
  })
})

test('what comes with the sight follows the same scopes: a desk leads the contact, it does not take the list out of the house', () => {
  expect(groupsOn(one('fang', 'vip_desk'), owned)).toEqual(['file', 'bills', 'contact', 'change'])
  expect(groupsOn(one('lin', 'manager'), owned)).toEqual([
    'file',
    'bills',
    'value',
    'contact',
    'change',
    'number',
    'export',
    'personal',
  ])
  expect(groupsOn(one('tang', 'trainer'), owned)).toEqual([])
})
