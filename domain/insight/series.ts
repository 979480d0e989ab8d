import { addDays, type Day, daysBetween, weekdayOf } from '#domain/kernel/day.ts'

/** A stretch of days, both ends included. `week` is the ISO week number, 1–53, for whole weeks. */
export type Span = { from: Day; to: Day; week: number | null }

/** The last `count` days up to and including `today`, oldest first. */
export const lastDays = (today: Day, count = 7): Span[] =>
  Array.from({ length: count }, (_, i) => {
    const day = addDays(today, i + 1 - count)
    return { from: day, to: day, week: null }
  })

/** The last `count` whole weeks, Monday to Sunday, before the one `today` is in, oldest first: a half week would look like a fall. */
export const lastWeeks = (today: Day, count = 12): Span[] => {
  const monday = addDays(today, 1 - weekdayOf(today))
  return Array.from({ length: count }, (_, i) => {
    const from = addDays(monday, 7 * (i - count))
    return { from, to: addDays(from, 6), week: isoWeek(from) }
  })
}

/** ISO 8601: the week belongs to the year its Thursday is in. */
export const isoWeek = (day: Day): number => {
  const thursday = addDays(day, 4 - weekdayOf(day))
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

/** Records dealt to the spans their day falls in; those outside all spans are left out. */
export const dealt = <T>(
  spans: readonly Span[],
  records: readonly T[],
  dayOf: (record: T) => Day,
): { span: Span; records: T[] }[] => {
  const hands = spans.map((span) => ({ span, records: [] as T[] }))
  for (const record of records) {
    const day = dayOf(record)
    hands.find(({ span }) => span.from <= day && day <= span.to)?.records.push(record)
  }
  return hands
}
