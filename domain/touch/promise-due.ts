import type { Day } from '#domain/kernel/day.ts'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'

/** A promise's moment as the ledger keeps it: its day, and its hour where one was named; the end of the usual day names none. */
export const dueOf = (dueAt: Date, timeZone: string): { dueDay: Day; dueTime: string | null } => {
  const { day, minute } = wallClockAt(dueAt, timeZone)
  return { dueDay: day, dueTime: minute === closingMinute(usualHours) ? null : clockText(minute) }
}
