import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { isObligation, keyOf, type Occasion, staysUntilSettled } from './occasion.ts'
import type { WorkItem } from './rank.ts'
import { clockTime, deadlineOf, type Due, minutesBetween, type Wall } from './wall.ts'

export const snoozeReasonIds = ['customerAsked', 'noAnswer', 'waitingForOthers', 'notToday', 'doNotDisturb'] as const
export type SnoozeReason = (typeof snoozeReasonIds)[number]

/** What was done with an item. `keys` are the reasons it covered: a new reason brings the customer back at once. */
export type WorkAct = { customerId: Id; keys: string[]; by: Id; at: Wall } & (
  | { act: 'snoozed'; until: Wall; reason: SnoozeReason; note: string; told: Told | null }
  | { act: 'done'; touchId: Id | null; note: string }
  | { act: 'handedOver'; to: Id; reason: string }
)

/** The customer heard, at `at`, that it will be later, and until when. */
export type Told = { at: Wall; newDue: Due }

export type ActFacts = {
  'snooze.notLater': Record<string, never>
  'snooze.tooFar': { days: number }
  'snooze.tellFirst': { what: string; day: string; time: string | null }
  'snooze.newDueTooSoon': Record<string, never>
  'snooze.toldInFuture': Record<string, never>
  'snooze.toldTooEarly': { what: string; since: Day }
  'done.whatHappened': Record<string, never>
  'handOver.toSelf': Record<string, never>
  'handOver.noReason': Record<string, never>
}

/** The furthest a customer may be put off, in days. */
const snoozeMost = 90

const occasionsOf = (item: WorkItem): Occasion[] => [item.headline, ...item.others]

const ofItem = (item: WorkItem, by: Id, at: Wall): { customerId: Id; keys: string[]; by: Id; at: Wall } => ({
  customerId: item.customerId,
  keys: occasionsOf(item).map(keyOf),
  by,
  at,
})

/**
 * Puts an item off. Past the time of a promise (or an answer owed) only when the customer was told, and given a new
 * time that is not before the item comes back.
 */
export const snooze = (
  item: WorkItem,
  ask: { until: Wall; reason: SnoozeReason; note: string; told: Told | null; by: Id },
  now: Wall,
): Result<WorkAct, Said<ActFacts>> => {
  const { until, told, by, ...rest } = ask
  if (minutesBetween(now, until) <= 0) return refuse({ code: 'snooze.notLater', params: {} })
  if (until.day > addDays(now.day, snoozeMost)) return refuse({ code: 'snooze.tooFar', params: { days: snoozeMost } })
  const covered = occasionsOf(item).filter(
    (each) => isObligation(each) && minutesBetween(deadlineOf(each.due), until) > 0,
  )
  const [owed] = covered.toSorted((a, b) => minutesBetween(deadlineOf(b.due), deadlineOf(a.due)))
  if (owed && !told) return refuse(tellFirst(owed))
  if (told && minutesBetween(now, told.at) > 0) return refuse({ code: 'snooze.toldInFuture', params: {} })
  const unheard = told && covered.find((each) => told.at.day < since(each))
  if (unheard) return refuse({ code: 'snooze.toldTooEarly', params: { what: about(unheard), since: since(unheard) } })
  if (told && minutesBetween(until, deadlineOf(told.newDue)) < 0)
    return refuse({ code: 'snooze.newDueTooSoon', params: {} })
  return ok({ ...ofItem(item, by, now), act: 'snoozed', until, told, ...rest })
}

const tellFirst = (owed: Occasion): Said<ActFacts> => ({
  code: 'snooze.tellFirst',
  params: {
    what: about(owed),
    day: owed.due.day,
    time: owed.due.by === 'minute' ? clockTime(owed.due.minute) : null,
  },
})

const about = (owed: Occasion): string => (owed.kind === 'promise' ? owed.what : 'about' in owed ? owed.about : '')

/** The day from which something is owed: nobody can have told the customer earlier that it will be later. */
const since = (owed: Occasion): Day => {
  switch (owed.kind) {
    case 'promise':
      return owed.promised
    case 'callback':
      return owed.asked
    case 'complaint':
    case 'complaintNext':
    case 'request':
      return owed.opened
    default:
      return ''
  }
}

/** Ticks an item off. What was owed to the customer needs the contact or a word on what happened. */
export const finish = (
  item: WorkItem,
  ask: { touchId: Id | null; note: string; by: Id },
  now: Wall,
): Result<WorkAct, Said<ActFacts>> => {
  const { touchId, note, by } = ask
  if (occasionsOf(item).some(isObligation) && touchId === null && note.trim() === '')
    return refuse({ code: 'done.whatHappened', params: {} })
  return ok({ ...ofItem(item, by, now), act: 'done', touchId, note: note.trim() })
}

/** Gives an item to a colleague, who is told why. The customer's owner stays the same. */
export const handOver = (
  item: WorkItem,
  ask: { to: Id; reason: string; by: Id },
  now: Wall,
): Result<WorkAct, Said<ActFacts>> => {
  const { to, reason, by } = ask
  if (to === by) return refuse({ code: 'handOver.toSelf', params: {} })
  if (reason.trim() === '') return refuse({ code: 'handOver.noReason', params: {} })
  return ok({ ...ofItem(item, by, now), act: 'handedOver', to, reason: reason.trim() })
}

/**
 * What is still open after the acts. What is owed and not settled comes back although it was ticked. A snooze ends at its time, and an obligation whose customer was told comes back
 * with its new time. `reader` sees what was handed to them, not what they handed on.
 */
export const openOccasions = (
  occasions: readonly Occasion[],
  acts: readonly WorkAct[],
  now: Wall,
  reader: Id,
): Occasion[] => {
  const latest = new Map<string, WorkAct>()
  for (const act of acts.toSorted((a, b) => minutesBetween(b.at, a.at)))
    for (const key of act.keys) latest.set(key, act)
  return occasions.flatMap((occasion) => {
    const act = latest.get(keyOf(occasion))
    if (!act) return [occasion]
    if (act.act === 'done') return staysUntilSettled(occasion) && stillOwed(occasion, act.at, now) ? [occasion] : []
    if (act.act === 'handedOver') return act.to === reader ? [occasion] : []
    if (minutesBetween(now, act.until) > 0) return []
    return [act.told && isObligation(occasion) ? { ...occasion, due: act.told.newDue } : occasion]
  })
}

/** A tick is no keeping: what the ledger still holds open comes back once its time has passed, or the day after. */
const stillOwed = ({ due }: Occasion, ticked: Wall, now: Wall): boolean => {
  const deadline = deadlineOf(due)
  const passed = minutesBetween(deadline, now) > 0 && minutesBetween(ticked, deadline) > 0
  return passed || ticked.day < now.day
}
