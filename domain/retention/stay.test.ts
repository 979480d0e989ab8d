import { describe, expect, test } from 'vitest'
import { type Departure, type StayFacts, stayedThrough } from './stay.ts'

const stayed = (departures: readonly Departure[], more: Partial<StayFacts> = {}) =>
  stayedThrough('2027-02', { standing: 'there', billed: true, departures, ...more })

describe('at the end of a month', () => {
  test('there is who was billed, gone whose numbers have left, and of anybody else nothing is known', () => {
    expect(stayed([])).toBe(true)
    expect(stayed([], { standing: 'left' })).toBe(false)
    expect(stayed([], { billed: false })).toBeNull()
  })

  test('gone is who had left by its last day, billed or not', () => {
    expect(stayed([{ leftOn: '2027-02-28', backOn: null }])).toBe(false)
    expect(stayed([{ leftOn: '2026-11-30', backOn: null }], { billed: false })).toBe(false)
    expect(stayed([{ leftOn: '2027-03-01', backOn: null }])).toBe(true)
  })

  test('who was back by then counts as before; who came back after it was gone', () => {
    expect(stayed([{ leftOn: '2026-12-05', backOn: '2027-02-28' }])).toBe(true)
    expect(stayed([{ leftOn: '2026-12-05', backOn: '2027-02-28' }], { billed: false })).toBeNull()
    expect(stayed([{ leftOn: '2026-12-05', backOn: '2027-03-01' }])).toBe(false)
  })

  test('who left again after coming back is gone', () => {
    const twice = [
      { leftOn: '2026-12-05', backOn: '2026-12-20' },
      { leftOn: '2027-01-10', backOn: null },
    ]
    expect(stayed(twice)).toBe(false)
  })
})
