import { type MonthSpan, monthsBack, monthSpan } from '#domain/insight/month-span.ts'
import { addMonths, monthOf, type Day, type Month } from '#domain/kernel/day.ts'
import type { Clock } from '#server/http/clock.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

/** When figures are asked for, and which month; the last whole one unless another is chosen. */
export type Asked = { now: Date; today: Day; span: MonthSpan; months: Month[] }

export const askedFor = (caller: Caller, clock: Clock, month?: Month): Asked => {
  const today = clock.today(caller.timeZone)
  const chosen = month ?? addMonths(monthOf(today), -1)
  if (chosen > monthOf(today))
    return fail('request.invalid', { problems: [{ path: 'query.month', message: 'in the future' }] })
  const months = monthsBack(today)
  return {
    now: clock.now(),
    today,
    span: monthSpan(chosen, today, caller.timeZone),
    months: months.includes(chosen) ? months : [...months, chosen],
  }
}

/** The part of a reply that says which month it is. */
export const spanOf = ({ span, months }: Asked) => ({
  month: span.month,
  through: span.through,
  running: span.running,
  months,
})
