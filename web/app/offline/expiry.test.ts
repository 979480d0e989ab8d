import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goneOn, isFresh, KEPT_MS, standingOf, wipedAt } from './expiry.ts'

const HOUR = 3_600_000
const taken = Date.parse('2026-11-23T02:00:00Z')
const day = { day: '2026-11-23', takenAt: taken }
const standing = (hours: number, today: string) => standingOf(day, { now: taken + hours * HOUR, today })

describe('what is kept on a device', () => {
  test('is fresh for forty-eight hours and not a moment more', () => {
    expect([isFresh(taken, taken), isFresh(taken, taken + KEPT_MS - 1), isFresh(taken, taken + KEPT_MS)]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('is not believed when the clock was set back behind it', () => {
    expect([isFresh(taken, taken - 30_000), isFresh(taken, taken - HOUR)]).toEqual([true, false])
  })

  test('once gone never comes back as time goes on', () => {
    const later = fc.integer({ min: 0, max: 10 * KEPT_MS })
    fc.assert(fc.property(later, later, (a, b) => isFresh(taken, taken + a) || !isFresh(taken, taken + a + b)))
  })

  test('is wiped exactly when it stops being fresh', () => {
    expect([isFresh(taken, wipedAt(taken) - 1), isFresh(taken, wipedAt(taken))]).toEqual([true, false])
  })
})

test('a day taken along is told to be another’s before it is told to end, and gone at last', () => {
  expect([standing(1, '2026-11-23'), standing(20, '2026-11-24'), standing(44, '2026-11-24')]).toEqual([
    'today',
    'another',
    'another',
  ])
  expect(standingOf({ ...day, day: '2026-11-25' }, { now: taken + 43 * HOUR, today: '2026-11-25' })).toBe('ending')
  expect(standing(48, '2026-11-25')).toBe('gone')
})

test('the branch’s clock goes on while nobody can be asked, over midnight too', () => {
  const session = { now: '2026-11-23T15:30:00.000Z', today: '2026-11-23', branch: { timeZone: 'Asia/Shanghai' } }
  expect(goneOn(session, HOUR)).toMatchObject({ now: '2026-11-23T16:30:00.000Z', today: '2026-11-24' })
})
