import { addDays, addMonths, type Day, type Month, monthOf } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'

/** A calendar month as figures count it. `through` is the last day counted: its end, or today while it still runs. */
export type MonthSpan = { month: Month; from: Date; until: Date; firstDay: Day; through: Day; running: boolean }

/** The months figures are kept ready for, newest first, the running one among them. */
export const monthsBack = (today: Day, count = 12): Month[] =>
  Array.from({ length: count }, (_, back) => addMonths(monthOf(today), -back))

/** A month in the branch's time zone; `until` is not included. */
export const monthSpan = (month: Month, today: Day, timeZone: string): MonthSpan => {
  const firstDay = `${month}-01`
  const nextFirst = `${addMonths(month, 1)}-01`
  const running = monthOf(today) === month
  return {
    month,
    from: instantAt(firstDay, 0, timeZone),
    until: instantAt(nextFirst, 0, timeZone),
    firstDay,
    through: running ? today : addDays(nextFirst, -1),
    running,
  }
}
