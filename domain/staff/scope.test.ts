import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actions, roles } from './role.ts'
import { type Actor, allowedOn, covers, reachOf, scopeOf } from './scope.ts'

const north = 'unit-north'
const south = 'unit-south'
const lin: Actor = { branchId: 1, staffId: 'lin', roles: ['manager'], unitIds: [north] }
const gu: Actor = { branchId: 1, staffId: 'gu', roles: ['lead'], unitIds: [north] }

const ofLin = { managerId: 'lin', backupId: 'han', unitId: north }
const ofHan = { managerId: 'han', backupId: 'gu', unitId: north }
const inTheSouth = { managerId: 'xu', backupId: null, unitId: south }

describe('who reaches which customer', () => {
  test('a manager reaches her own and those she backs up, not a colleague’s', () => {
    const scope = scopeOf(lin, 'customer.read')
    expect(covers(scope, ofLin)).toBe(true)
    expect(covers(scope, { ...ofHan, backupId: 'lin' })).toBe(true)
    expect(covers(scope, ofHan)).toBe(false)
  })

  test('a lead reaches the unit and nothing of another', () => {
    const scope = scopeOf(gu, 'customer.read')
    expect(covers(scope, ofLin)).toBe(true)
    expect(covers(scope, inTheSouth)).toBe(false)
  })

  test('trainers, administrators and light collaborators see no customer', () => {
    for (const role of ['trainer', 'admin', 'collaborator'] as const)
      expect(scopeOf({ ...lin, roles: [role] }, 'customer.read')).toEqual({ kind: 'none' })
  })

  test('with several roles the widest grant counts', () => {
    expect(reachOf(['manager', 'lead'], 'customer.read')).toBe('units')
    expect(reachOf(['collaborator', 'admin'], 'import.run')).toBe('all')
  })

  test('adding a role never takes anything away', () => {
    const holding = fc.subarray([...roles])
    fc.assert(
      fc.property(
        holding,
        fc.constantFrom(...roles),
        fc.constantFrom(ofLin, ofHan, inTheSouth),
        (held, extra, record) => {
          const before = allowedOn({ ...lin, roles: held }, record)
          const after = allowedOn({ ...lin, roles: [...held, extra] }, record)
          return before.every((action) => after.includes(action))
        },
      ),
    )
  })

  test('every action is held by someone', () => {
    for (const action of actions) expect(reachOf(roles, action), action).not.toBeNull()
  })
})
