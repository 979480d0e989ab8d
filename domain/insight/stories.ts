import type { PromiseRecord } from './promises.ts'

const instant = (day: number, hour: number): Date => new Date(Date.UTC(2026, 10, day, hour - 8))

/** An hour of a day in November 2026, in Shanghai. */
export const inNovember = instant

const promise = (id: string, over: Partial<PromiseRecord>): PromiseRecord => ({
  id,
  ownerId: 'lin',
  made: instant(10, 9),
  due: instant(12, 18),
  kept: null,
  told: null,
  released: null,
  ...over,
})

/** A fortnight of one desk: four kept in time, one late but told, one late in silence, one let go, one still to come. */
export const aFortnightOfPromises = (): PromiseRecord[] => [
  promise('in-time-1', { kept: instant(11, 9) }),
  promise('in-time-2', { kept: instant(12, 18) }),
  promise('in-time-3', { kept: instant(10, 10) }),
  promise('in-time-4', { kept: instant(12, 9), told: instant(11, 9) }),
  promise('told', { kept: instant(14, 9), told: instant(12, 9) }),
  promise('silent', { told: instant(13, 9) }),
  promise('let-go', { released: instant(11, 9) }),
  promise('to-come', { due: instant(25, 18) }),
]
