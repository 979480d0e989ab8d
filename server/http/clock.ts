import { type Day, dayIn } from '#domain/kernel/day.ts'

/** The one clock: every rule gets its `now` and `today` from here. */
export type Clock = { now: () => Date; today: (timeZone: string) => Day }

const clockFrom = (now: () => Date): Clock => ({ now, today: (timeZone) => dayIn(now(), timeZone) })

export const systemClock: Clock = clockFrom(() => new Date())

/** A clock that starts at a given instant and runs on: the demo lives on its own day, journeys on a fixed one. */
export const clockStartingAt = (start: Date): Clock => {
  const began = performance.now()
  return clockFrom(() => new Date(start.getTime() + (performance.now() - began)))
}
