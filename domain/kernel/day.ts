/** A calendar day in the branch's time zone, `YYYY-MM-DD`. Sorts and compares as text. */
export type Day = string

/** A calendar month, `YYYY-MM`. */
export type Month = string

const MS_PER_DAY = 86_400_000

const utc = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))

const iso = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

/** True for a day that exists: `2026-02-30` does not. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && iso(utc(text)) === text

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export const addDays = (day: Day, days: number): Day => iso(utc(day) + days * MS_PER_DAY)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / MS_PER_DAY)

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => ((new Date(utc(day)).getUTCDay() + 6) % 7) + 1

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const addMonths = (month: Month, months: number): Month => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Made once a time zone: making one takes a hundred times as long as using it, and a list asks for thousands of days. */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}

/** The calendar day an instant falls on in a time zone. */
export const dayIn = (instant: Date, timeZone: string): Day => formatOf(timeZone).format(instant)
