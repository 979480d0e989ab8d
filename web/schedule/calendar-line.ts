import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import { mondayOf } from '#domain/worklist/wall.ts'

export type Calendar = Reply<Contract['GET /api/calendar']>
export type Meeting = Calendar['appointments'][number]
export type DayNote = Calendar['notes'][number]
export type Wish = Request<Contract['POST /api/appointments/:id/moves']>['body']['wish']

export const calendarViews = ['week', 'day', 'agenda'] as const
export type CalendarView = (typeof calendarViews)[number]

/** What the address keeps. `day` is the day looked at, `id` the appointment that is open, `who` a colleague. */
export type CalendarAddress = {
  view?: CalendarView | undefined
  day?: Day | undefined
  whose?: 'own' | 'all' | undefined
  id?: string | undefined
}

/** Days of an agenda: this week and the next. */
const AGENDA_DAYS = 14

export const daysShown = (view: CalendarView, day: Day): Day[] => {
  if (view === 'day') return [day]
  const [from, count] = view === 'week' ? [mondayOf(day), 7] : [day, AGENDA_DAYS]
  return Array.from({ length: count }, (_, away) => addDays(from, away))
}

/** The day to look at after one step back or on. */
export const stepDay = (view: CalendarView, day: Day, step: -1 | 1): Day =>
  addDays(day, step * (view === 'day' ? 1 : view === 'week' ? 7 : AGENDA_DAYS))

/** Where a meeting stands on the wall of the branch. */
export const wallOf = ({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>, timeZone: string) => {
  const { day, minute } = wallClockAt(new Date(startsAt), timeZone)
  return { day, from: minute, minutes: (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 }
}

/** The two ends of a meeting on a day, as they are sent. */
export const spanAt = (day: Day, from: number, minutes: number, timeZone: string) => ({
  startsAt: instantAt(day, from, timeZone).toISOString(),
  endsAt: instantAt(day, from + minutes, timeZone).toISOString(),
})

/** `15:30` or `9：05` → minutes after midnight; null for anything else. */
export const minuteOf = (time: string): number | null => {
  const clock = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(time.trim())
  return clock ? Number(clock[1]) * 60 + Number(clock[2]) : null
}

export const isOff = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'cancelled' || state === 'missed'
