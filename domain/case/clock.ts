import { addDays, type Day } from '#domain/kernel/day.ts'
import { addWorkingMinutes, type WorkingTime, workingMinutesBetween } from '#domain/kernel/working-hours.ts'
import { addWorkdays } from '#domain/kernel/workdays.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import type { Limit, LimitCode } from './limits.ts'

/** A time in which a clock stands still, with its reason: waiting for the customer's papers, at the customer's own wish. */
export type Pause = { from: Date; until: Date | null; reason: string }

/** One running clock of a complaint. `due` is null while a pause goes on; `provisional` when it rests on days whose holidays are not announced. */
export type Clock = {
  code: LimitCode
  source: string
  due: Date | null
  provisional: boolean
  paused: boolean
  /** Of the time allowed, the share that is gone: 0 at the start, 1 when due, more when over. */
  gone: number
}

/**
 * How a limit runs [S-49][S-50]: working minutes leave out lunch, nights, weekends and holidays (with make-up workdays), hours run through,
 * days and workdays end with the day. A pause moves what may pause by the time it took, and nothing else.
 */
export const clockOf = (limit: Limit, from: Date, pauses: readonly Pause[], now: Date, time: WorkingTime): Clock => {
  const counted = limit.pausable ? joined(pauses, from) : []
  const open = counted.at(-1)?.until === null
  const { at, provisional } = dueOf(limit, from, counted, now, time)
  return {
    code: limit.code,
    source: limit.source,
    due: open ? null : at,
    provisional,
    paused: open,
    gone: share(from, open ? (counted.at(-1)?.from ?? now) : now, at, counted),
  }
}

const dueOf = (limit: Limit, from: Date, pauses: readonly Pause[], now: Date, time: WorkingTime) => {
  if (limit.unit === 'workingMinutes') {
    const stood = sum(pauses, (pause) => workingMinutesBetween(pause.from, pause.until ?? now, time))
    return addWorkingMinutes(from, limit.amount + stood, time)
  }
  const stood = sum(pauses, (pause) => (pause.until ?? now).getTime() - pause.from.getTime())
  if (limit.unit === 'hours')
    return { at: new Date(from.getTime() + limit.amount * MS_PER_HOUR + stood), provisional: false }
  const { day } = wallClockAt(from, time.timeZone)
  const reached =
    limit.unit === 'workdays'
      ? addWorkdays(day, limit.amount, time.calendar)
      : { day: addDays(day, limit.amount), provisional: false }
  return { at: new Date(endOf(reached.day, time).getTime() + stood), provisional: reached.provisional }
}

const MS_PER_HOUR = 3_600_000

const endOf = (day: Day, { timeZone }: WorkingTime): Date => instantAt(day, 24 * 60, timeZone)

/** In order, none before the beginning, those that touch made one: two people who pause at once stop the clock once. */
const joined = (pauses: readonly Pause[], from: Date): Pause[] =>
  pauses
    .filter(({ until }) => until === null || until > from)
    .map((pause) => ({ ...pause, from: new Date(Math.max(pause.from.getTime(), from.getTime())) }))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
    .reduce<Pause[]>((list, pause) => {
      const last = list.at(-1)
      if (!last || (last.until !== null && last.until < pause.from)) return [...list, pause]
      const until = last.until === null || pause.until === null ? null : later(last.until, pause.until)
      return [...list.slice(0, -1), { ...last, until }]
    }, [])

const later = (a: Date, b: Date): Date => (a > b ? a : b)

const sum = (pauses: readonly Pause[], of: (pause: Pause) => number): number =>
  pauses.reduce((total, pause) => total + of(pause), 0)

/** The time gone of the time allowed, pauses left out of both. */
const share = (from: Date, now: Date, due: Date, pauses: readonly Pause[]): number => {
  const stood = sum(pauses, ({ from, until }) =>
    Math.max(0, Math.min((until ?? now).getTime(), now.getTime()) - from.getTime()),
  )
  const allowed =
    due.getTime() - from.getTime() - sum(pauses, ({ from, until }) => (until ?? now).getTime() - from.getTime())
  return allowed > 0 ? Math.max(0, now.getTime() - from.getTime() - stood) / allowed : 1
}

/** Who should know how a clock stands: the owner, then their lead when little time is left, then the service supervisor when it is over. */
export type Alarm = 'none' | 'owner' | 'lead' | 'supervisor'

/** Half of the time gone: the owner is reminded; four fifths: the lead; over: the supervisor. A paused clock is silent [S-49]. */
export const alarmOf = ({ gone, paused }: Clock): Alarm => {
  if (paused) return 'none'
  if (gone >= 1) return 'supervisor'
  if (gone >= 0.8) return 'lead'
  return gone >= 0.5 ? 'owner' : 'none'
}

/** The statutory day is on Today from three days before it [S-50]. */
export const STATUTORY_NOTICE_DAYS = 3

/** Whether a clock with a statutory day belongs on Today. */
export const isNearStatutory = (clock: Clock, now: Date): boolean =>
  clock.code === 'statutoryAnswer' &&
  clock.due !== null &&
  now.getTime() >= clock.due.getTime() - STATUTORY_NOTICE_DAYS * 24 * MS_PER_HOUR
