import { addDays, type Day } from '#domain/kernel/day.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { WinBack } from './win-back.ts'

/** How a customer left: took the number along or moved the order to another house, gave it up, let it run out, or ended themselves (moved away, shop shut). */
export const leavingWays = ['ported', 'closed', 'lapsed', 'ended'] as const
export type LeavingWay = (typeof leavingWays)[number]

export const returnResults = ['unreached', 'no', 'later', 'back'] as const
export type ReturnResult = (typeof returnResults)[number]

export type LossFacts = {
  'loss.notYet': { on: Day }
  'loss.longAgo': { on: Day; days: number }
  'loss.gone': { since: Day }
  'loss.notGone': Record<string, never>
  'loss.talked': { on: Day }
  'loss.settled': Record<string, never>
  'loss.before': { left: Day }
  'loss.askedBefore': { on: Day }
}

/** A leaving is written down within this many days: what was longer ago is history, and nobody is revisited for it. */
const WRITTEN_WITHIN = 400

/** Whether a customer may be marked as left on a day; `goneSince` is the day they left already, null while they are with us. */
export const mayMarkLeft = (on: Day, goneSince: Day | null, today: Day): Result<Day, Said<LossFacts>> => {
  if (goneSince !== null) return refuse({ code: 'loss.gone', params: { since: goneSince } })
  if (on > today) return refuse({ code: 'loss.notYet', params: { on } })
  if (on < addDays(today, -WRITTEN_WITHIN))
    return refuse({ code: 'loss.longAgo', params: { on, days: WRITTEN_WITHIN } })
  return ok(on)
}

/** Whether a talk can be noted: on a day since they left, not in the future; the day to ask again lies ahead of it. */
export const mayNoteTalk = (
  { leftOn, backOn }: { leftOn: Day; backOn: Day | null },
  { on, askAgainOn }: { on: Day; askAgainOn: Day | null },
  today: Day,
): Result<Day, Said<LossFacts>> => {
  if (backOn !== null) return refuse({ code: 'loss.notGone', params: {} })
  if (on > today) return refuse({ code: 'loss.notYet', params: { on } })
  if (on < leftOn) return refuse({ code: 'loss.before', params: { left: leftOn } })
  if (askAgainOn !== null && askAgainOn <= on) return refuse({ code: 'loss.askedBefore', params: { on } })
  return ok(on)
}

/**
 * Whether a customer is of middle or high value: every tier but the lowest. One without a tier is revisited as well: nobody knows
 * yet that they are not.
 */
export const isOfValue = (tier: string | null, lowest: string | null): boolean => tier === null || tier !== lowest

/** What the planned talk is about, by why it is due. */
export const winBackTasks = ['first', 'again', 'retry'] as const
export type WinBackTask = (typeof winBackTasks)[number]

/** The talk to plan next; null when there is none, or when the customer wants no contact. */
export const talkToPlan = ({ dueOn, said }: WinBack): { task: WinBackTask; dueOn: Day } | null => {
  if (dueOn === null) return null
  const task = winBackTasks.find((one) => said.code === `winBack.${one}`)
  return task ? { task, dueOn } : null
}
