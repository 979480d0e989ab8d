import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { CaseSignal } from './case-event.ts'
import type { Urgency } from './case-clock.ts'
import type { RetentionLimits } from './guard.ts'
import type { Arm } from './holdout.ts'

/** What is known of a customer before a retention case is opened. `arm`: where a running retention campaign's seed puts them, null for none; `leftOn`: the
 * day they left, null while they are with us. */
export type BeforeCase = { openCase: boolean; letGoAt: Date | null; arm: Arm | null; leftOn: Day | null }

export type DispatchFacts = {
  'dispatch.open': Record<string, never>
  'dispatch.gone': { since: Day }
  'dispatch.resting': { days: number; left: number }
  'dispatch.heldOut': Record<string, never>
  'dispatch.owner': Record<string, never>
  'dispatch.backup': Record<string, never>
  'dispatch.nobody': Record<string, never>
}

const MS_PER_DAY = 86_400_000

/**
 * Whether a signal opens a retention case. One case at a time. What the customer says always opens one: neither the control group nor the rest
 * after letting go stands between a customer and an answer. What only a model or a rule sees waits for both, and nobody is asked to stay who has left.
 */
export const mayOpen = (
  from: CaseSignal['from'],
  { openCase, letGoAt, arm, leftOn }: BeforeCase,
  { restAfterLetGo: days }: RetentionLimits,
  now: Date,
): Result<true, Said<DispatchFacts>> => {
  if (openCase) return refuse({ code: 'dispatch.open', params: {} })
  if (from === 'customer') return ok(true)
  if (leftOn !== null) return refuse({ code: 'dispatch.gone', params: { since: leftOn } })
  const until = letGoAt === null ? 0 : letGoAt.getTime() + days * MS_PER_DAY
  const left = Math.ceil((until - now.getTime()) / MS_PER_DAY)
  if (left > 0) return refuse({ code: 'dispatch.resting', params: { days, left } })
  return arm === 'heldOut' ? refuse({ code: 'dispatch.heldOut', params: {} }) : ok(true)
}

/** How soon somebody has to speak with the customer (`reachDue`): who asked to leave before any score. */
export const urgencyOf = (from: CaseSignal['from'], band: 'low' | 'raised' | 'high'): Urgency =>
  from === 'customer' ? 'asked' : band === 'high' ? 'high' : 'raised'

/** Who gets a new case: the customer's manager, the backup while the manager is away, else nobody and the lead names one. */
export const dispatchTo = (
  { managerId, backupId }: { managerId: Id | null; backupId: Id | null },
  away: ReadonlySet<Id>,
): { to: Id | null; said: Said<DispatchFacts> } => {
  if (managerId !== null && !away.has(managerId)) return { to: managerId, said: { code: 'dispatch.owner', params: {} } }
  if (backupId !== null && !away.has(backupId)) return { to: backupId, said: { code: 'dispatch.backup', params: {} } }
  return { to: null, said: { code: 'dispatch.nobody', params: {} } }
}
