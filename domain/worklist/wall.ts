import { addDays, type Day, daysBetween, weekdayOf } from '#domain/kernel/day.ts'
import { wallClockAt } from '#domain/kernel/zone.ts'

/** What the clock on the wall of the branch shows: a day and the minute of that day, 0–1439. */
export type Wall = { day: Day; minute: number }

/** By a minute, some time on a day, or some time in the week up to `day`. */
export type Due = { by: 'minute'; day: Day; minute: number } | { by: 'day'; day: Day } | { by: 'week'; day: Day }

/** Office hours that stand in for a time where only a day was said: 09:00 to 18:00. */
export const opening = 9 * 60
export const closing = 18 * 60

/** An instant as the wall of the branch shows it. */
export const wallIn = (instant: Date, timeZone: string): Wall => wallClockAt(instant, timeZone)

/** Minutes from `from` to `to`; negative when `to` is earlier. */
export const minutesBetween = (from: Wall, to: Wall): number =>
  daysBetween(from.day, to.day) * 1440 + to.minute - from.minute

/** The last minute at which it is still in time. */
export const deadlineOf = (due: Due): Wall => ({ day: due.day, minute: due.by === 'minute' ? due.minute : closing })

export const isLate = (due: Due, now: Wall): boolean => minutesBetween(now, deadlineOf(due)) < 0

/** `10:30`. */
export const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The Monday of the week a day is in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))
