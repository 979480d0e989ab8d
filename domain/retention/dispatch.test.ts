import { describe, expect, test } from 'vitest'
import { dispatchTo, mayOpen, urgencyOf } from './dispatch.ts'
import { usualRetentionLimits } from './guard.ts'

const now = new Date('2026-11-23T02:00:00Z')
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
const fresh = { openCase: false, letGoAt: null, arm: null, leftOn: null }
const code = (...[from, before]: [Parameters<typeof mayOpen>[0], Parameters<typeof mayOpen>[1]]): string => {
  const result = mayOpen(from, before, usualRetentionLimits, now)
  return result.ok ? 'opens' : result.error.code
}

describe('a signal', () => {
  test('opens one case at a time, and waits while a customer rests or is held out [R-14]', () => {
    expect(code('model', fresh)).toBe('opens')
    expect(code('model', { ...fresh, openCase: true })).toBe('dispatch.open')
    expect(code('rule', { ...fresh, letGoAt: daysAgo(89) })).toBe('dispatch.resting')
    expect(code('rule', { ...fresh, letGoAt: daysAgo(90) })).toBe('opens')
    expect(code('model', { ...fresh, arm: 'heldOut' })).toBe('dispatch.heldOut')
    expect(code('model', { ...fresh, arm: 'contacted' })).toBe('opens')
    expect(code('colleague', { ...fresh, leftOn: '2026-11-02' })).toBe('dispatch.gone')
  })

  test('from the customer always does: no control group stands before an answer', () => {
    expect(code('customer', { openCase: false, letGoAt: daysAgo(1), arm: 'heldOut', leftOn: '2026-11-02' })).toBe(
      'opens',
    )
    expect([urgencyOf('customer', 'low'), urgencyOf('model', 'high'), urgencyOf('rule', 'low')]).toEqual([
      'asked',
      'high',
      'raised',
    ])
  })

  test('goes to the manager, the backup in an absence, or to nobody for the lead to name [R-17]', () => {
    const owned = { managerId: 'lin', backupId: 'fang' }
    expect(dispatchTo(owned, new Set())).toMatchObject({ to: 'lin', said: { code: 'dispatch.owner' } })
    expect(dispatchTo(owned, new Set(['lin']))).toMatchObject({ to: 'fang', said: { code: 'dispatch.backup' } })
    expect(dispatchTo(owned, new Set(['lin', 'fang']))).toMatchObject({ to: null, said: { code: 'dispatch.nobody' } })
    expect(dispatchTo({ managerId: null, backupId: null }, new Set()).to).toBeNull()
  })
})
