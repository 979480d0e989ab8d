import type { Day } from '#domain/kernel/day.ts'
import { clockText, instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import type { MissedOutcome } from '#domain/playbook/definition.ts'
import type { Happening } from '#domain/playbook/event.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import { type LocalTime, proposeRetry } from '#domain/playbook/retry.ts'
import { whenAloud } from '#domain/playbook/run-facts.ts'
import { now } from '#web/client/clock.ts'
import type { LiveRun } from './use-run.ts'

/** Not reached, with the time the playbook proposes to try again; null when nobody is to ring this number again [S-31]. */
export const missedAs = (live: LiveRun, outcome: MissedOutcome): Happening => {
  const retry = retryAfter(live, outcome)
  return { type: 'missed', outcome, retryAt: retry && instantOf(retry.day, retry.time, live.timeZone) }
}

/** The same time in words, so that whoever picked up hears when we shall really ring. */
export const retryFact = (live: LiveRun, outcome: MissedOutcome): KnownFacts => {
  const retry = retryAfter(live, outcome)
  return retry === null ? {} : { 'retry.when': whenAloud(retry.day, retry.time, live.today) }
}

const retryAfter = ({ run, timeZone }: LiveRun, outcome: MissedOutcome): LocalTime | null => {
  const clock = wallClockAt(now(), timeZone)
  return proposeRetry(run.playbook, outcome, { day: clock.day, time: clockText(clock.minute) })
}

export const instantOf = (day: Day, time: string, timeZone: string): Date =>
  instantAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)), timeZone)
