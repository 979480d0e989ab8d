import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { RefusalFacts } from './refusals.ts'

/** A clock on somebody's wall may run ahead of ours. */
const AHEAD_MS = 5 * 60_000

/** The furthest back a contact is written down afterwards, in days; older than that it is history to be imported. */
export const touchRecordedWithin = 366

/** Whether a contact may be written down as having been at a moment: not one to come, nor one of years ago [P-10]. */
export const mayRecordAt = (at: Date, now: Date): Result<true, Said<RefusalFacts>> => {
  if (at.getTime() > now.getTime() + AHEAD_MS) return refuse({ code: 'touch.future', params: {} })
  const days = touchRecordedWithin
  return at.getTime() < now.getTime() - days * 86_400_000
    ? refuse({ code: 'touch.longAgo', params: { days } })
    : ok(true)
}
