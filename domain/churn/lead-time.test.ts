import { expect, test } from 'vitest'
import { leadTimeOf, type Warned } from './lead-time.ts'

const lost = (leftOn: string, ...said: [knownOn: string, warned: boolean][]): Warned => ({
  leftOn,
  said: said.map(([knownOn, warned]) => ({ knownOn, warned })),
})

test('the days run from the first word of the warnings that stood when the customer left', () => {
  const { days, unknown, share } = leadTimeOf([
    lost('2026-11-10', ['2026-08-15', true], ['2026-09-15', true], ['2026-10-15', true]),
    lost('2026-11-10', ['2026-08-15', true], ['2026-09-15', false], ['2026-10-15', true]),
  ])
  expect(days).toEqual([26, 87])
  expect(unknown).toBe(0)
  expect(share?.value).toBe(1)
})

test('a warning that had lapsed or came afterwards is none, and of whom nothing was said nothing is counted', () => {
  const found = leadTimeOf([
    lost('2026-11-10', ['2026-09-15', true], ['2026-10-15', false]),
    lost('2026-11-10', ['2026-10-15', false], ['2026-11-15', true]),
    lost('2026-11-10', ['2026-11-10', true]),
    lost('2026-11-10'),
  ])
  expect(found).toMatchObject({ losses: 4, unknown: 2, days: [], median: null, share: { value: 0 } })
})

test('a middle is said from five on', () => {
  const one = lost('2026-11-10', ['2026-10-15', true])
  expect(leadTimeOf([one, one, one, one]).median).toBeNull()
  expect(leadTimeOf([one, one, one, one, one]).median).toBe(26)
  expect(leadTimeOf([])).toMatchObject({ losses: 0, share: null, median: null })
})
