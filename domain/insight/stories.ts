import type { PromiseRecord } from './promises.ts'

const instant = (day: number, hour: number): Date => new Date(Date.UTC(2026, 10, day, hour - 8))

/** An hour of a day in November 2026, in Shanghai. */
export const inNovember = instant

type Story = { keptAt?: Date; letGoAt?: Date; toldAt?: Date; dueAt?: Date }

const promise = (id: string, { keptAt, letGoAt, toldAt, dueAt = instant(12, 18) }: Story): PromiseRecord => ({
  id,
  ownerId: 'lin',
  madeAt: instant(10, 9),
  dueAt,
  state: keptAt ? 'kept' : letGoAt ? 'withdrawn' : 'open',
  settledAt: keptAt ?? letGoAt ?? null,
  toldAt: toldAt ?? null,
  history: [],
})

/** A fortnight of one desk: four kept in time, one late but told, one late in silence, one let go, one still to come. */
export const aFortnightOfPromises = (): PromiseRecord[] => [
  promise('in-time-1', { keptAt: instant(11, 9) }),
  promise('in-time-2', { keptAt: instant(12, 18) }),
  promise('in-time-3', { keptAt: instant(10, 10) }),
  promise('in-time-4', { keptAt: instant(12, 9), toldAt: instant(11, 9) }),
  promise('told', { keptAt: instant(14, 9), toldAt: instant(12, 9) }),
  promise('silent', { toldAt: instant(13, 9) }),
  promise('let-go', { letGoAt: instant(11, 9) }),
  promise('to-come', { dueAt: instant(25, 18) }),
]
