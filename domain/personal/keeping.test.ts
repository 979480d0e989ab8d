import { describe, expect, test } from 'vitest'
import { endOfMonth, keptUntil } from './keeping.ts'

describe('how long law keeps a record', () => {
  test('counts whole years from its day', () => {
    expect(keptUntil('2026-11-23', 3)).toBe('2029-11-23')
    expect(keptUntil('2024-02-29', 1)).toBe('2025-03-01')
    expect(keptUntil('2026-11-23', 0)).toBe('2026-11-23')
  })

  test('counts a bill from the end of its month', () => {
    expect([endOfMonth(202611), endOfMonth(202402), endOfMonth(202512)]).toEqual([
      '2026-11-30',
      '2024-02-29',
      '2025-12-31',
    ])
  })
})
