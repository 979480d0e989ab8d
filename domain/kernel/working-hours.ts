import { addDays } from './day.ts'
import { chinaWorkdays, isCovered, isWorkday, type WorkCalendar } from './workdays.ts'
import { instantAt, wallClockAt } from './zone.ts'

/** Working time of a day as minutes after midnight, in order, not overlapping; the gap between two spans is the lunch break. */
export type WorkingHours = readonly { start: number; end: number }[]

/** 08:30–12:00 and 14:00–17:30, until the branch sets its own. */
export const usualHours: WorkingHours = [
  { start: 8 * 60 + 30, end: 12 * 60 },
  { start: 14 * 60, end: 17 * 60 + 30 },
]

/** When, where and over which calendar a branch works. */
export type WorkingTime = { hours: WorkingHours; timeZone: string; calendar?: WorkCalendar }

/** The minute the working day ends. */
export const closingMinute = (hours: WorkingHours): number => hours.at(-1)?.end ?? 24 * 60

/**
 * The instant at which `minutes` (≥ 0) of working time have passed since `from`; nights, lunch, weekends and holidays do not count.
 * With 0 it is `from` itself during working hours, else the next opening. A full day's work ends at closing time, not at the next opening.
 * Throws RangeError when the hours hold no working time.
 */
export const addWorkingMinutes = (
  from: Date,
  minutes: number,
  time: WorkingTime,
): { at: Date; provisional: boolean } => {
  const { hours, timeZone, calendar = chinaWorkdays } = time
  if (!hours.some((span) => span.end > span.start)) throw new RangeError('the working hours are empty')
  const start = wallClockAt(from, timeZone)
  let { day } = start
  let after = start.minute
  let left = minutes
  let provisional = false
  for (;;) {
    provisional ||= !isCovered(day, calendar)
    for (const span of isWorkday(day, calendar) ? hours : []) {
      const begin = Math.max(span.start, after)
      const open = span.end - begin
      if (open > 0 && left <= open) return { at: instantAt(day, begin + left, timeZone), provisional }
      if (open > 0) left -= open
    }
    day = addDays(day, 1)
    after = 0
  }
}

/** Minutes of working time from an instant to a later one (0 when `until` is not later), counted as `addWorkingMinutes` counts them. */
export const workingMinutesBetween = (from: Date, until: Date, time: WorkingTime): number => {
  const { hours, timeZone, calendar = chinaWorkdays } = time
  if (until <= from) return 0
  const [start, end] = [wallClockAt(from, timeZone), wallClockAt(until, timeZone)]
  let minutes = 0
  for (let { day } = start; day <= end.day; day = addDays(day, 1)) {
    const [first, last] = [day === start.day ? start.minute : 0, day === end.day ? end.minute : 24 * 60]
    for (const span of isWorkday(day, calendar) ? hours : [])
      minutes += Math.max(0, Math.min(span.end, last) - Math.max(span.start, first))
  }
  return minutes
}
