import { dayIn } from '#domain/kernel/day.ts'
import type { RunState } from './state.ts'

/**
 * Whether the record of a visit was written on the day of the visit itself, in the branch's time zone [S-39]; null as long as
 * it is not written and the day is not over. `now` decides for a record still missing.
 */
export const isSameDay = (state: RunState, now: Date, timeZone: string): boolean | null => {
  const met = state.connectedAt ?? state.missed?.at
  if (!met) return null
  const day = dayIn(met, timeZone)
  if (state.finished) return dayIn(state.finished.at, timeZone) === day
  return dayIn(now, timeZone) === day ? null : false
}
