import { expect, test } from 'vitest'
import { festivalsBetween } from '#domain/kernel/festivals.ts'
import { momentOfFestival, momentsOfOccasion, momentsOfPlaybook } from './moment.ts'

test('every festival that may be wished for has a moment, and no day of mourning has one', () => {
  for (const { code, greeting } of festivalsBetween('2026-01-01', '2026-12-31'))
    expect([code, momentOfFestival(code) === null]).toEqual([code, greeting === 'none'])
})

test('the winter solstice is wished for as a solar term', () => {
  expect(momentOfFestival('winterSolstice')).toBe('solar:winter-solstice')
})

test('before a festival its greeting is at hand, for the reason on Today as for the procedure', () => {
  expect(momentsOfOccasion('festival', '2026-09-20')).toEqual(['festival:mid-autumn', 'festival:national'])
  expect(momentsOfPlaybook('greeting', '2026-09-20')).toContain('festival:mid-autumn')
  expect(momentsOfOccasion('birthday', '2026-09-20')).toEqual(['birthday'])
  expect(momentsOfOccasion('risk of rain', '2026-09-20')).toEqual([])
})
