import { type Day, dayIn } from '#domain/kernel/day.ts'

/** What is kept on a device is kept this long and no longer, signed out or not. */
export const KEPT_MS = 48 * 3_600_000

/** A device's clock may be a little before the one an answer was dated by. */
const CLOCKS_APART_MS = 60_000

/** Whether an answer read at `at` may still be shown; both in milliseconds of this device's clock. One from the future is not believed. */
export const isFresh = (at: number, now: number): boolean => at <= now + CLOCKS_APART_MS && at > now - KEPT_MS

/** When what was taken along at `takenAt` is wiped. */
export const wipedAt = (takenAt: number): number => takenAt + KEPT_MS

/** Soon enough to be told before it happens. */
const ENDING_MS = 6 * 3_600_000

export type Standing = 'today' | 'another' | 'ending' | 'gone'

/** How a day that was taken along stands: for the day it is, for another one, about to be wiped, or gone. */
export const standingOf = (
  { day, takenAt }: { day: Day; takenAt: number },
  { now, today }: { now: number; today: Day },
): Standing => {
  if (!isFresh(takenAt, now)) return 'gone'
  if (day < today) return 'another'
  return wipedAt(takenAt) - now <= ENDING_MS ? 'ending' : 'today'
}

/** The branch's day and time after its clock went on unasked. */
export const goneOn = <S extends { now: string; today: Day; branch: { timeZone: string } }>(
  session: S,
  elapsed: number,
): S => {
  const now = new Date(Date.parse(session.now) + elapsed)
  return { ...session, now: now.toISOString(), today: dayIn(now, session.branch.timeZone) }
}
