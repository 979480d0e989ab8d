import { addDays, type Day } from '#domain/kernel/day.ts'
import type { MissedOutcome, Playbook } from './definition.ts'

/** A moment on the branch's wall clock. */
export type LocalTime = { day: Day; time: string }

/**
 * When to try again after an outcome, on the branch's clock; null when nobody should ring this number again. Moved on to
 * the next good hour where the playbook says so, or where the wait ends outside the span of good hours [S-31].
 */
export const proposeRetry = (playbook: Playbook, outcome: MissedOutcome, now: LocalTime): LocalTime | null => {
  const retry = playbook.missed.find(({ kind }) => kind === outcome)?.retry
  if (!retry) return null
  const later = after(now, retry.afterMinutes)
  const hours = [...playbook.goodHours].sort((a, b) => (a.from < b.from ? -1 : 1))
  const [first, last] = [hours[0], hours.at(-1)]
  if (!first || !last) return later
  const inside = later.time >= first.from && later.time < last.to
  if (!retry.atGoodHour && inside) return later
  const next = hours.find(({ to }) => later.time < to)
  if (!next) return { day: addDays(later.day, 1), time: first.from }
  return { day: later.day, time: later.time > next.from ? later.time : next.from }
}

const after = ({ day, time }: LocalTime, minutes: number): LocalTime => {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes
  const two = (n: number): string => String(n).padStart(2, '0')
  const inDay = total % 1440
  return { day: addDays(day, Math.floor(total / 1440)), time: `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}` }
}
