import type { Day } from '#domain/kernel/day.ts'
import { clockText, instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import type { MissedOutcome } from '#domain/playbook/definition.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { proposeRetry } from '#domain/playbook/retry.ts'
import { now } from '#web/client/clock.ts'
import type { LiveRun } from './use-run.ts'

/** Not reached, with the time the playbook proposes to try again; null when nobody is to ring this number again [S-31]. */
export const missedAs = ({ run, timeZone }: LiveRun, outcome: MissedOutcome): Happening => {
  const clock = wallClockAt(now(), timeZone)
  const retry = proposeRetry(run.playbook, outcome, { day: clock.day, time: clockText(clock.minute) })
  return { type: 'missed', outcome, retryAt: retry && instantOf(retry.day, retry.time, timeZone) }
}

export const instantOf = (day: Day, time: string, timeZone: string): Date =>
  instantAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)), timeZone)
