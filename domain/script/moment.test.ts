import { expect, test } from 'vitest'
import { festivalsBetween } from '#domain/kernel/festivals.ts'
import { momentOfFestival } from './moment.ts'

test('every festival that may be wished for has a moment, and no day of mourning has one', () => {
  for (const { code, greeting } of festivalsBetween('2026-01-01', '2026-12-31'))
    expect([code, momentOfFestival(code) === null]).toEqual([code, greeting === 'none'])
})

test('the winter solstice is wished for as a solar term', () => {
  expect(momentOfFestival('winterSolstice')).toBe('solar:winter-solstice')
})
