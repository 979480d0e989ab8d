import type { Id } from '#domain/kernel/id.ts'
import { type PromiseEntry, wasInTime, wasToldInTime } from '#domain/touch/promise-ledger.ts'
import { type Figure, figureOf, type QueryId, type RecordQuery } from './figure.ts'

/** A promise as the ledger holds it; one that the customer let us off is neither kept nor broken. */
export type PromiseRecord = PromiseEntry & { id: Id; madeAt: Date }

/** From an instant up to, not including, another; `unit` narrows to a person or a team and travels with every query. */
export type Period = { from: Date; until: Date; unit: Id | null }

/** The three that belong on one screen: a rate alone would reward promising nothing. */
export type PromiseFigures = { kept: Figure; told: Figure; perHundred: Figure }

// By their numbers: two Dates compared as they are take ten times as long, and a team's year has thousands.
const within = (at: Date, { from, until }: Period): boolean =>
  at.getTime() >= from.getTime() && at.getTime() < until.getTime()

/**
 * When a promise is decided: on its day, or the moment it was kept or broken before. A figure that waited for the day did not
 * move when somebody had just kept their word.
 */
const decidedAt = ({ dueAt, state, settledAt }: PromiseRecord): Date =>
  (state === 'kept' || state === 'broken') && settledAt !== null && settledAt.getTime() < dueAt.getTime()
    ? settledAt
    : dueAt

const isDecided = (promise: PromiseRecord, period: Period, now: Date): boolean => {
  const { dueAt, state, settledAt } = promise
  const at = decidedAt(promise)
  return (
    within(at, period) &&
    at.getTime() <= now.getTime() &&
    (state !== 'withdrawn' || settledAt === null || settledAt > dueAt)
  )
}

/** The promises behind a figure's numerator or denominator: the figure counts exactly these. */
export const promisesBehind = (
  query: QueryId,
  promises: readonly PromiseRecord[],
  period: Period,
  now: Date,
): PromiseRecord[] => {
  const due = promises.filter((promise) => isDecided(promise, period, now))
  if (query === 'promises.due') return due
  if (query === 'promises.keptInTime') return due.filter(wasInTime)
  if (query === 'promises.missed') return due.filter((promise) => !wasInTime(promise))
  if (query === 'promises.toldInTime') return due.filter((promise) => !wasInTime(promise) && wasToldInTime(promise))
  if (query === 'promises.untold') return due.filter((promise) => !wasInTime(promise) && !wasToldInTime(promise))
  if (query === 'promises.made') return promises.filter(({ madeAt }) => within(madeAt, period) && madeAt <= now)
  return []
}

const opens = (query: QueryId, { from, until, unit }: Period): RecordQuery => ({
  query,
  where: { from: from.toISOString(), until: until.toISOString(), unit },
})

/** Kept in time ÷ decided in the period; see `promiseFigures`. */
export const keptFigure = (promises: readonly PromiseRecord[], period: Period, now: Date): Figure =>
  keptOf(promisesBehind('promises.due', promises, period, now), period)

const keptOf = (due: readonly PromiseRecord[], period: Period): Figure =>
  figureOf(
    { numerator: due.filter(wasInTime).length, denominator: due.length },
    {
      formula: 'figure.promisesKept',
      numerator: opens('promises.keptInTime', period),
      denominator: opens('promises.due', period),
    },
  )

/**
 * Kept in time ÷ decided in the period; of those not kept, told before the time ÷ not kept; promises made per hundred
 * contacts. A promise is decided once it is kept, broken, or its time has come; before, it is in none of the first two.
 */
export const promiseFigures = (
  promises: readonly PromiseRecord[],
  contacts: number,
  period: Period,
  now: Date,
): PromiseFigures => {
  const due = promisesBehind('promises.due', promises, period, now)
  const missed = due.filter((promise) => !wasInTime(promise))
  return {
    kept: keptOf(due, period),
    told: figureOf(
      { numerator: missed.filter(wasToldInTime).length, denominator: missed.length },
      {
        formula: 'figure.promisesTold',
        numerator: opens('promises.toldInTime', period),
        denominator: opens('promises.missed', period),
      },
    ),
    perHundred: figureOf(
      { numerator: promisesBehind('promises.made', promises, period, now).length, denominator: contacts },
      {
        formula: 'figure.promisesPerHundred',
        numerator: opens('promises.made', period),
        denominator: opens('touches.made', period),
      },
      'perHundred',
    ),
  }
}
