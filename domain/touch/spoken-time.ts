import { addDays, addMonths, type Day, monthOf, weekdayOf } from '#domain/kernel/day.ts'
import { addWorkdays, chinaWorkdays, isCovered, type Reckoned } from '#domain/kernel/workdays.ts'
import { closingMinute, usualHours, type WorkingTime } from '#domain/kernel/working-hours.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'

/** When and where something is said. */
export type Moment = { at: Date; today: Day; minute: number; time: WorkingTime }

/** A time found in running text, with the instant by which it is over. `sure` is false where people mean different things by it. */
export type SpokenTime = {
  start: number
  end: number
  dueAt: Date
  limit: boolean
  past: boolean
  provisional: boolean
  sure: boolean
}

/** What a pattern found before it is turned into an instant; null parts were not said. */
export type SaidTime = {
  day: Day | null
  /** The minute named or meant by the part of day, null for the whole day. */
  minute: number | null
  limit: boolean
  past?: boolean
  provisional?: boolean
  sure?: boolean
  /** Said in hours or minutes from now: the exact instant. */
  instant?: Date
}

export const momentOf = (now: Date, timeZone: string, time: Partial<WorkingTime> = {}): Moment => {
  const clock = wallClockAt(now, timeZone)
  return { at: now, today: clock.day, minute: clock.minute, time: { hours: usualHours, ...time, timeZone } }
}

/** Parts of the day end here when no hour is said; evenings end where calls may no longer be made. */
export const partEnds = { morning: 12 * 60, noon: 14 * 60, dusk: 19 * 60, evening: 21 * 60, night: 6 * 60 }

/**
 * Turns what was said into an instant. The convention, on the customer's side: a day named as a limit is included, and a day without an hour
 * ends with working hours (17:30 unless the branch says otherwise), or at midnight when it is today and working hours are over.
 * An hour without a day is the next one to come.
 */
export const spokenTime = (said: SaidTime, span: { start: number; end: number }, moment: Moment): SpokenTime => {
  const { limit, past = false, provisional = false, sure = true } = said
  const base = { ...span, limit, provisional, sure }
  if (said.instant) return { ...base, past, dueAt: said.instant }
  const closing = closingMinute(moment.time.hours)
  const gone = said.day === null && said.minute !== null && said.minute <= moment.minute
  const day = said.day ?? (gone ? addDays(moment.today, 1) : moment.today)
  const wholeDay = day === moment.today && moment.minute >= closing ? 24 * 60 - 1 : closing
  const dueAt = instantAt(day, said.minute ?? wholeDay, moment.time.timeZone)
  return { ...base, dueAt, past: past || dueAt <= moment.at, sure: sure && !gone }
}

/** The weekday (1–7) of this week, of the week `weeks` ahead, or, with null, the next such day from today on. */
export const weekdayAhead = (weekday: number, weeks: number | null, today: Day): Day => {
  const away = weekday - weekdayOf(today)
  if (weeks === null) return addDays(today, away < 0 ? away + 7 : away)
  return addDays(today, away + weeks * 7)
}

export const lastDayOf = (month: string): Day => addDays(`${addMonths(month, 1)}-01`, -1)

/** A day and month without a year: this year's, or next year's when this year's is more than half a year gone. Null for 31 June. */
export const dayWithoutYear = (month: number, date: number, today: Day): Day | null => {
  const year = Number(today.slice(0, 4))
  const inYear = (each: number): Day | null => existing(`${each}-${two(month)}`, date)
  const here = inYear(year)
  return here !== null && here < addDays(today, -180) ? inYear(year + 1) : here
}

/** A day of the month without a month: this month's while it lasts, then next month's. */
export const dayOfMonthAhead = (date: number, today: Day): Day | null => {
  const here = existing(monthOf(today), date)
  return here !== null && here >= today ? here : existing(addMonths(monthOf(today), 1), date)
}

export const existing = (month: string, date: number): Day | null =>
  date >= 1 && date <= 31 && `${month}-${two(date)}` <= lastDayOf(month) ? `${month}-${two(date)}` : null

const two = (n: number): string => String(n).padStart(2, '0')

export type Unit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month'

/** `amount` units from now: minutes and hours exactly, longer ones by the day. Workdays follow the working calendar. */
export const fromNow = (
  amount: number,
  unit: Unit,
  moment: Moment,
): Pick<SaidTime, 'day' | 'minute' | 'provisional' | 'instant'> => {
  const whole = (reckoned: Reckoned) => ({ minute: null, ...reckoned })
  const plain = (day: Day) => whole({ day, provisional: false })
  switch (unit) {
    case 'minute':
      return { day: null, minute: null, instant: new Date(moment.at.getTime() + amount * 60_000) }
    case 'hour':
      return { day: null, minute: null, instant: new Date(moment.at.getTime() + amount * 3_600_000) }
    case 'day':
      return plain(addDays(moment.today, Math.ceil(amount - 0.5)))
    case 'workday':
      return whole(addWorkdays(moment.today, Math.ceil(amount), moment.time.calendar ?? chinaWorkdays))
    case 'week':
      return plain(addDays(moment.today, Math.round(amount * 7)))
    case 'month':
      return plain(monthsLater(amount, moment.today))
  }
}

const monthsLater = (amount: number, today: Day): Day => {
  const month = addMonths(monthOf(today), Math.floor(amount))
  const day = existing(month, Number(today.slice(8))) ?? lastDayOf(month)
  return addDays(day, amount % 1 === 0 ? 0 : 15)
}

/** The last workday before a day, for 春节前: nobody answers on the holiday itself. */
export const lastWorkdayBefore = (day: Day, moment: Moment): Reckoned => {
  const calendar = moment.time.calendar ?? chinaWorkdays
  const reckoned = addWorkdays(day, -1, calendar)
  return { day: reckoned.day, provisional: reckoned.provisional || !isCovered(day, calendar) }
}
