import type { Day, Month } from '#domain/kernel/day.ts'

/** The day the demo lives on: a Monday, the fifteenth of the tenth lunar month. Its clock opens at ten in the morning. */
export const AS_OF: Day = '2026-11-23'

/** The last month with bills. */
export const LAST_MONTH: Month = '2026-10'

/** When everything of the demo was entered, for columns that want to know. */
export const ENTERED_AT = new Date('2026-11-22T12:00:00Z')

/** An instant by the branch's wall clock: `11-20 15:12` is of 2026, `2025-11-20 15:12` says its year. */
export const at = (when: string): Date => {
  const [day = '', time = '10:00'] = when.split(' ')
  return new Date(`${dayOf(day)}T${time}:00+08:00`)
}

/** `11-20` → `2026-11-20`; a day with its year stays. */
export const dayOf = (when: string): Day => {
  const [day = ''] = when.split(' ')
  return day.length === 5 ? `2026-${day}` : day
}
