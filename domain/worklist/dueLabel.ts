import { daysBetween, weekdayOf } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import { clockTime, type Due, mondayOf, type Wall } from './wall.ts'

export type DueFacts = {
  'due.time': { time: string }
  'due.today': Record<string, never>
  'due.tomorrow': Record<string, never>
  'due.weekday': { weekday: number }
  'due.thisWeek': Record<string, never>
  'due.day': { day: string; thisYear: boolean }
  'due.lateDays': { days: number }
}

/** The narrow column on the right of a row: `10:30`, 今天, 明天, 周三, 本周, 11-30, or how many days late. */
export const dueLabel = (due: Due, now: Wall): Said<DueFacts> => {
  const days = daysBetween(now.day, due.day)
  if (days < 0) return { code: 'due.lateDays', params: { days: -days } }
  const thisWeek = mondayOf(due.day) === mondayOf(now.day)
  if (due.by === 'week' && thisWeek) return { code: 'due.thisWeek', params: {} }
  if (days === 0)
    return due.by === 'minute'
      ? { code: 'due.time', params: { time: clockTime(due.minute) } }
      : { code: 'due.today', params: {} }
  if (days === 1) return { code: 'due.tomorrow', params: {} }
  if (thisWeek) return { code: 'due.weekday', params: { weekday: weekdayOf(due.day) } }
  return { code: 'due.day', params: { day: due.day, thisYear: due.day.slice(0, 4) === now.day.slice(0, 4) } }
}
