import { addDays, type Day, weekdayOf } from './day.ts'
import { workdaysCn2025 } from './workdays-cn-2025.ts'
import { workdaysCn2026 } from './workdays-cn-2026.ts'

/** One announced stretch of a working calendar: what the notice says, where it was published, and the days it speaks of. */
export type WorkYear = {
  source: string
  coversFrom: Day
  coversTo: Day
  /** `festival` is a code of `festivals.ts`. */
  holidays: readonly { festival: string; from: Day; to: Day }[]
  makeUpWorkdays: readonly Day[]
}

/** Stretches that follow each other without a gap, oldest first. */
export type WorkCalendar = readonly WorkYear[]

/** Mainland China, as far as announced. 2027 comes with the State Council's notice: add its file and list it here. */
export const chinaWorkdays: WorkCalendar = [workdaysCn2025, workdaysCn2026]

/** A day reckoned over a working calendar; provisional when it rests on a day the calendar does not cover yet. */
export type Reckoned = { day: Day; provisional: boolean }

const yearOf = (day: Day, calendar: WorkCalendar): WorkYear | undefined =>
  calendar.find((year) => day >= year.coversFrom && day <= year.coversTo)

/** Whether holidays of this day have been announced. */
export const isCovered = (day: Day, calendar: WorkCalendar = chinaWorkdays): boolean =>
  yearOf(day, calendar) !== undefined

/** The festival code of a public holiday, or null on ordinary days, weekends and days not covered. */
export const holidayOn = (day: Day, calendar: WorkCalendar = chinaWorkdays): string | null =>
  yearOf(day, calendar)?.holidays.find((holiday) => day >= holiday.from && day <= holiday.to)?.festival ?? null

/** Monday to Friday but public holidays, and weekend days made up for; beyond coverage plain Monday to Friday. */
export const isWorkday = (day: Day, calendar: WorkCalendar = chinaWorkdays): boolean =>
  yearOf(day, calendar)?.makeUpWorkdays.includes(day) ? true : weekdayOf(day) <= 5 && holidayOn(day, calendar) === null

/**
 * The day `count` workdays after `day` (before it when negative). 0 is the day itself, or the next workday when it is none.
 * The starting day is never counted.
 */
export const addWorkdays = (day: Day, count: number, calendar: WorkCalendar = chinaWorkdays): Reckoned => {
  const step = count < 0 ? -1 : 1
  let reached = day
  let provisional = !isCovered(day, calendar)
  let left = count === 0 && !isWorkday(day, calendar) ? 1 : Math.abs(count)
  while (left > 0) {
    reached = addDays(reached, step)
    provisional ||= !isCovered(reached, calendar)
    if (isWorkday(reached, calendar)) left -= 1
  }
  return { day: reached, provisional }
}

/** Workdays after `from` up to and including `to`; 0 when `to` is not later. */
export const workdaysBetween = (from: Day, to: Day, calendar: WorkCalendar = chinaWorkdays): number => {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day, calendar)) count += 1
  return count
}
