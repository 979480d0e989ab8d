import type { Day } from './day.ts'

/** What a wall clock shows: the calendar day and the minute of the day, 0–1439. */
export type WallClock = { day: Day; minute: number }

const MS_PER_MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timeZone, made)
  return made
}

/** The wall clock of a time zone (IANA name) at an instant; seconds are dropped. Throws RangeError for an unknown zone. */
export const wallClockAt = (instant: Date, timeZone: string): WallClock => {
  const [day = '', time = ''] = formatOf(timeZone).format(instant).split(', ')
  return { day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) }
}

/**
 * The instant at which a wall clock shows `minute` of `day`; 1440 is midnight at the end of the day. A time that the spring
 * change of clocks skips becomes the same distance after the change; one that comes twice in autumn is the first or second, never neither.
 */
export const instantAt = (day: Day, minute: number, timeZone: string): Date => {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * MS_PER_MINUTE
  let instant = wanted
  for (let round = 0; round < 2; round += 1) {
    const shown = wallClockAt(new Date(instant), timeZone)
    instant += wanted - (Date.parse(`${shown.day}T00:00:00Z`) + shown.minute * MS_PER_MINUTE)
  }
  return new Date(instant)
}

/** 510 → `08:30`. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
