import { describe, expect, test } from 'vitest'
import { clocksOf, spokenBy, unboundOccasion, type Welcome, welcomeOccasion } from './welcome.ts'

/** Raised on a Thursday. */
const raised: Welcome = {
  customerId: 'li',
  tier: 'A',
  promoted: '2026-11-19',
  bound: '2026-11-20',
  messaged: null,
  spoken: null,
}

describe('the welcome of a new key customer [S-52]', () => {
  test('whoever gives customers out has three workdays, the weekend not among them', () => {
    expect(unboundOccasion({ ...raised, bound: null })).toMatchObject({ kind: 'unbound', due: { day: '2026-11-24' } })
    expect(unboundOccasion(raised)).toBeNull()
    expect(welcomeOccasion({ ...raised, bound: null }, '2026-11-23')).toBeNull()
  })

  test('the three workdays skip the National Day week and count the Saturday worked for it', () => {
    const before = unboundOccasion({ ...raised, bound: null, promoted: '2026-09-29' })
    expect(before?.due.day).toBe('2026-10-09')
  })

  test('the message goes early enough for a call three workdays later within the month', () => {
    expect(welcomeOccasion(raised, '2026-11-23')).toMatchObject({
      until: '2026-12-19',
      messaged: null,
      due: { day: '2026-12-16' },
    })
  })

  test('between message and call nothing is asked; then the call is due', () => {
    const messaged = { ...raised, messaged: '2026-11-19' }
    expect(welcomeOccasion(messaged, '2026-11-23')).toBeNull()
    expect(welcomeOccasion(messaged, '2026-11-24')).toMatchObject({
      messaged: '2026-11-19',
      due: { day: '2026-11-24' },
    })
    expect(welcomeOccasion({ ...messaged, spoken: '2026-11-24' }, '2026-11-25')).toBeNull()
  })

  test('a month ends on the last day there is', () => {
    expect([spokenBy('2026-01-31'), spokenBy('2026-12-05')]).toEqual(['2026-02-28', '2027-01-05'])
  })

  test('a clock that still runs is not counted, a late one is', () => {
    expect(clocksOf(raised, '2026-11-23')).toEqual({ bound: true, spoken: null })
    expect(clocksOf({ ...raised, bound: '2026-11-25' }, '2026-12-20')).toEqual({ bound: false, spoken: false })
    expect(clocksOf({ ...raised, bound: null, spoken: '2026-12-19' }, '2026-11-24')).toEqual({
      bound: null,
      spoken: true,
    })
  })
})
