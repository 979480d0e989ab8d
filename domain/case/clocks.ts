import { dayIn } from '#domain/kernel/day.ts'
import { closingMinute, type WorkingTime } from '#domain/kernel/working-hours.ts'
import { addWorkdays } from '#domain/kernel/workdays.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { type Alarm, alarmOf, type Clock, clockOf, isNearStatutory } from './clock.ts'
import { askedNow, type Complaint, isPaused } from './complaint.ts'
import { type Limit, limitsOn, officeLimits } from './limits.ts'

/** A clock of one complaint with the limit it runs by. `from` is when it began, `stoppedAt` when what it waits for was done. */
export type RunningClock = Clock & { limit: Limit; from: Date; stoppedAt: Date | null; alarm: Alarm }

type Span = { from: Date; stoppedAt: Date | null; agreed?: Date | null }

/**
 * Every clock that runs or ran for a complaint [S-49][S-50], in the order of their limits. What can be settled directly is answered; what was
 * handed on or opened again owes a result and words on progress; an appeal has its own two. The limits are those in force on the day it came in.
 * A limit nobody has checked against its source runs and is shown, and warns of nothing.
 */
export const clocksOf = (entry: Complaint, limits: readonly Limit[], now: Date, time: WorkingTime): RunningClock[] => {
  const inForce = limitsOn(dayIn(entry.openedAt, time.timeZone), limits)
  return [...officeLimits(entry.level), ...inForce].flatMap((limit): RunningClock[] => {
    const span = spanOf(entry, limit)
    if (!span) return []
    const { from, stoppedAt, agreed } = span
    const clock = clockOf(limit, from, pausesUntil(entry, stoppedAt), stoppedAt ?? now, time)
    const shown = agreed ? { ...clock, due: agreed, gone: gone(from, agreed, stoppedAt ?? now) } : clock
    const binds = limit.kind === 'office' || limit.checked !== null
    return [{ ...shown, limit, from, stoppedAt, alarm: binds && stoppedAt === null ? alarmOf(shown) : 'none' }]
  })
}

const gone = (from: Date, due: Date, now: Date): number =>
  Math.max(0, (now.getTime() - from.getTime()) / Math.max(1, due.getTime() - from.getTime()))

/** A clock that has stopped knows nothing of later pauses. */
const pausesUntil = ({ pauses }: Complaint, stoppedAt: Date | null): Complaint['pauses'] =>
  stoppedAt === null
    ? pauses
    : pauses
        .filter(({ from }) => from < stoppedAt)
        .map((pause) => ({
          ...pause,
          until: pause.until === null || pause.until > stoppedAt ? stoppedAt : pause.until,
        }))

/** When a limit's clock began and ended for this complaint; null where it does not apply. */
const spanOf = (entry: Complaint, { code, kind }: Limit): Span | null => {
  const { openedAt, steps, told, handings, closed } = entry
  const further = goesOn(entry)
  switch (code) {
    case 'firstContact':
      return { from: openedAt, stoppedAt: earliest([...Object.values(steps), told[0]?.at, closed?.at]) }
    case 'directAnswer':
      // Once it went to another department it is no longer settled directly; what we set ourselves still holds.
      if (kind !== 'office' && further && steps.answered === undefined) return null
      return { from: openedAt, stoppedAt: earliest([steps.answered, closed?.at]) }
    case 'statutoryAnswer':
      return { from: openedAt, stoppedAt: earliest([steps.answered, closed?.at]) }
    case 'result': {
      if (!further) return null
      const from = entry.reopened.at(-1)?.at ?? openedAt
      return { from, stoppedAt: earliest([heardAt(entry), closed?.at]) }
    }
    case 'progress': {
      if (!further) return null
      const last = told.at(-1)
      const from = latest([last?.at, entry.reopened.at(-1)?.at, handings[0]?.at])
      const agreed = last && last.at >= from ? last.nextAt : null
      return { from, stoppedAt: earliest([heardAt(entry), closed?.at]), agreed }
    }
    case 'appealAcceptance':
    case 'appealAnswer': {
      const appeal = entry.escalations.findLast(({ to }) => to === 'appeal')
      return appeal ? { from: appeal.at, stoppedAt: closed?.at ?? null } : null
    }
  }
}

/** Handed to another department or opened again: it is not settled in one talk. */
const goesOn = ({ handings, reopened }: Complaint): boolean => handings.length > 0 || reopened.length > 0

/** When the customer last said how it stands, since it was last opened. */
const heardAt = (entry: Complaint): Date | undefined => askedNow(entry).findLast(({ settled }) => settled === true)?.at

const given = (instants: readonly (Date | undefined)[]): Date[] => instants.filter((at) => at !== undefined)

const earliest = (instants: readonly (Date | undefined)[]): Date | null =>
  given(instants).reduce<Date | null>((least, at) => (least === null || at < least ? at : least), null)

const latest = (instants: readonly (Date | undefined)[]): Date =>
  given(instants).reduce((most, at) => (at > most ? at : most), new Date(0))

/** What a complaint asks for next; `law` when a checked statutory day comes near. */
export type NextAsk = 'answer' | 'progress' | 'result' | 'confirm' | 'law'

/**
 * What a complaint asks for next, and by when; null when it is closed or waits for the customer's papers with nothing else running. Before
 * closing the customer is asked whether it is settled; nobody waits for a word beyond the next working day unless another time was agreed.
 */
export const nextAsk = (
  entry: Complaint,
  clocks: readonly RunningClock[],
  now: Date,
  time: WorkingTime,
): { ask: NextAsk; due: Date } | null => {
  if (entry.closed) return null
  const running = clocks.filter(({ stoppedAt, due, limit }) => stoppedAt === null && due !== null && binds(limit))
  const soonest = (codes: readonly string[]): RunningClock | undefined =>
    running.filter(({ code }) => codes.includes(code)).toSorted((a, b) => Number(a.due) - Number(b.due))[0]
  const law = running.find((clock) => isNearStatutory(clock, now))
  const asks: [NextAsk, Date | null | undefined][] = [
    ['law', law?.due],
    ['answer', soonest(['firstContact', 'directAnswer'])?.due],
    ['progress', soonest(['progress'])?.due],
    ['result', soonest(['result'])?.due],
    [goesOn(entry) && heardAt(entry) === undefined ? 'progress' : 'confirm', nextWordDue(entry, time)],
  ]
  const due = asks
    .flatMap(([ask, at]) => (at ? [{ ask, due: at }] : []))
    .toSorted((a, b) => Number(a.due) - Number(b.due))
  return due[0] ?? null
}

const binds = ({ kind, checked }: Limit): boolean => kind === 'office' || checked !== null

/** By when the customer hears from us again once answered: as agreed, else by the end of the working day after the last word. */
const nextWordDue = (entry: Complaint, time: WorkingTime): Date | null => {
  const { answered } = entry.steps
  if (!answered || isPaused(entry)) return null
  const told = entry.told.at(-1)
  const from = latest([
    answered,
    told?.at,
    askedNow(entry).at(-1)?.at,
    entry.handings.at(-1)?.at,
    entry.reopened.at(-1)?.at,
  ])
  if (told?.nextAt && told.at >= from) return told.nextAt
  const { day } = addWorkdays(dayIn(from, time.timeZone), 1, time.calendar)
  return instantAt(day, closingMinute(time.hours), time.timeZone)
}
