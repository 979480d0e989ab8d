import { addDays, addMonths, type Day, monthOf } from '#domain/kernel/day.ts'
import { isWorkday } from '#domain/kernel/workdays.ts'
import { marksOn, type RoundMark, type RoundStandard } from './standard.ts'

/** What the month asks for on a day [M-12]. */
export const marksOfDay = (standard: RoundStandard, day: Day): RoundMark[] =>
  marksOn(standard, { dayOfMonth: Number(day.slice(8)), lastWorkday: lastWorkdayOf(day) })

const lastWorkdayOf = (day: Day): number => {
  let last = addDays(`${addMonths(monthOf(day), 1)}-01`, -1)
  while (!isWorkday(last) && monthOf(last) === monthOf(day)) last = addDays(last, -1)
  return Number(last.slice(8))
}
