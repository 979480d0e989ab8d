import { addDays, type Day, dayIn, daysBetween, weekdayOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { addWorkdays } from '#domain/kernel/workdays.ts'
import type { Occasion } from './occasion.ts'
import { type Due, wallIn } from './wall.ts'

/** An open promise; `madeAt` and `dueAt` are instants. */
export type OpenPromise = { id: Id; customerId: Id; what: string; madeAt: Date; dueAt: Date }

/** A request or complaint. `next` is what a complaint asks for and by when, by its own clocks; null when it waits. */
export type LedgerCase = {
  id: Id
  customerId: Id
  kind: 'request' | 'complaint'
  what: string
  openedAt: Date
  dueAt: Date
  answeredAt: Date | null
  closedAt: Date | null
  askedAt: Date | null
  next?: { ask: 'answer' | 'progress' | 'result' | 'confirm' | 'law'; due: Date } | null | undefined
}

/** An expectation that is not settled; `rank` is the customer's own order, 1 first. */
export type OpenExpectation = { id: Id; customerId: Id; what: string; rank: number; updatedAt: Date }

/** Days after closing in which it is still fitting to ask how it felt, and days until it should have been asked. */
export const ASK_WITHIN = 30
const ASK_BY = 3

/** Days in which a repair is still news. */
const NEWS_FOR = 14

/** An expectation that has not moved for a week is due again. */
const MOVES_EVERY = 7

/** How long a deciding person may go unseen before it is said, in days. */
const UNSEEN_FROM = 30

const dueAtMinute = (at: Date, timeZone: string): Due => ({ by: 'minute', ...wallIn(at, timeZone) })

/** A promise moved to another time is another fact. */
export const promiseRecord = (id: Id, dueAt: Date): string => `${id}/${dueAt.toISOString()}`

/** The deadline a promise was given; a promise moved to another time is a new reason. */
export const promiseOccasion = (promise: OpenPromise, timeZone: string): Occasion => ({
  kind: 'promise',
  customerId: promise.customerId,
  recordId: promiseRecord(promise.id, promise.dueAt),
  due: dueAtMinute(promise.dueAt, timeZone),
  promised: dayIn(promise.madeAt, timeZone),
  what: promise.what,
})

/** What a case asks for now: an answer, or after closing a question how it felt. Null when it asks for nothing. */
export const caseOccasion = (one: LedgerCase, today: Day, timeZone: string): Occasion | null => {
  const { customerId } = one
  if (one.next !== undefined && one.closedAt === null) return complaintOccasion(one, timeZone)
  if (one.answeredAt === null && one.closedAt === null)
    return {
      kind: one.kind,
      customerId,
      recordId: `${one.id}/${one.dueAt.toISOString()}`,
      due: dueAtMinute(one.dueAt, timeZone),
      opened: dayIn(one.openedAt, timeZone),
      about: one.what,
    }
  if (one.kind !== 'complaint' || one.closedAt === null || one.askedAt !== null) return null
  const closed = dayIn(one.closedAt, timeZone)
  if (daysBetween(closed, today) > ASK_WITHIN) return null
  return {
    kind: 'feeling',
    customerId,
    recordId: one.id,
    due: { by: 'day', day: addDays(closed, ASK_BY) },
    closed,
    about: one.what,
  }
}

/** An open complaint by its clocks: an answer first, then words on progress, the result, the customer's word; nothing while it waits. */
const complaintOccasion = (one: LedgerCase, timeZone: string): Occasion | null => {
  if (!one.next) return null
  const { ask, due } = one.next
  const shared = {
    customerId: one.customerId,
    recordId: `${one.id}/${due.toISOString()}`,
    // A day of the law ends at midnight: it is that day, not the next.
    due:
      ask === 'law'
        ? ({ by: 'day', day: dayIn(new Date(due.getTime() - 1), timeZone) } as const)
        : dueAtMinute(due, timeZone),
    opened: dayIn(one.openedAt, timeZone),
    about: one.what,
  }
  return ask === 'answer' ? { kind: 'complaint', ...shared } : { kind: 'complaintNext', ask, ...shared }
}

/** A complaint raised to the lead, for the lead to see to the same day; raised again it is another reason. [S-49] */
export const escalatedOccasion = (
  {
    id,
    customerId,
    what,
    escalations,
  }: Pick<LedgerCase, 'id' | 'customerId' | 'what'> & { escalations: readonly { at: Date; reason: string }[] },
  timeZone: string,
): Occasion | null => {
  const last = escalations.at(-1)
  if (!last) return null
  const raised = dayIn(last.at, timeZone)
  return {
    kind: 'escalated',
    customerId,
    recordId: `${id}/${last.at.toISOString()}`,
    due: { by: 'day', day: raised },
    raised,
    about: what,
    reason: last.reason,
  }
}

/** A form that waits for a lead's yes or no; `asked` is the instant it was sent [P-21]. */
export type WaitingForm = { id: Id; customerId: Id; asked: Date; by: string; title: { zh: string; en: string } }

/** What a colleague asks a lead to approve, wanted by the next workday; sent again it is another reason. [P-21] */
export const approvalOccasion = ({ id, customerId, asked, by, title }: WaitingForm, timeZone: string): Occasion => {
  const day = dayIn(asked, timeZone)
  return {
    kind: 'approval',
    customerId,
    recordId: `${id}/${asked.toISOString()}`,
    due: { by: 'day', day: addWorkdays(day, 1).day },
    asked: day,
    by,
    titleZh: title.zh,
    titleEn: title.en,
  }
}

/**
 * Repairs nobody has spoken of since, the ones of a day together: three shops of one chain are one call. `spokenAt` is the last
 * contact that reached the customer.
 */
export const faultOccasions = (
  cases: readonly LedgerCase[],
  spokenAt: ReadonlyMap<Id, Date>,
  today: Day,
  timeZone: string,
): Occasion[] => {
  const untold = cases.filter(({ kind, closedAt, customerId }) => {
    const spoken = spokenAt.get(customerId)
    return (
      kind === 'request' &&
      closedAt !== null &&
      daysBetween(dayIn(closedAt, timeZone), today) <= NEWS_FOR &&
      (spoken === undefined || spoken < closedAt)
    )
  })
  const groups = Map.groupBy(
    untold,
    ({ customerId, closedAt }) => `${customerId}/${dayIn(closedAt ?? new Date(0), timeZone)}`,
  )
  return [...groups].flatMap(([key, together]): Occasion[] => {
    const [first] = together
    if (!first?.closedAt) return []
    const fixed = dayIn(first.closedAt, timeZone)
    return [
      {
        kind: 'faultUntold',
        customerId: first.customerId,
        recordId: key,
        due: { by: 'day', day: addDays(fixed, ASK_BY) },
        fixed,
        about: commonEnding(together.map(({ what }) => what)),
        places: together.length,
      },
    ]
  })
}

/** What several captured texts end with, for they are named place first: 北街店宽带报修, 西街店宽带报修 → 店宽带报修. */
const commonEnding = (texts: readonly string[]): string => {
  const [first = ''] = texts
  for (let cut = 0; cut < first.length - 1; cut++) {
    const ending = first.slice(cut)
    if (texts.every((text) => text.endsWith(ending))) return ending.replace(/^[店厂处点楼]/u, '')
  }
  return first
}

/** Something planned for a day, by the playbook that leads it. */
export type PlannedTask = {
  id: Id
  customerId: Id
  aboutZh: string
  aboutEn: string
  subject: string | null
  dueOn: Day
}

/** What was planned when an earlier contact ended, or set by hand; moved to another day it is a new reason. */
export const taskOccasion = ({ id, dueOn, ...task }: PlannedTask): Occasion => ({
  kind: 'task',
  ...task,
  recordId: `${id}/${dueOn}`,
  due: { by: 'day', day: dueOn },
})

/** The customer's most wanted thing that is not settled, due again a week after it last moved. */
export const expectationOccasion = (
  open: readonly OpenExpectation[],
  deciderMet: Day | null,
  today: Day,
  timeZone: string,
): Occasion | null => {
  const first = open.toSorted((a, b) => a.rank - b.rank)[0]
  if (!first) return null
  const moved = dayIn(first.updatedAt, timeZone)
  const again = addDays(moved, MOVES_EVERY)
  const unseen = deciderMet === null ? null : daysBetween(deciderMet, today)
  return {
    kind: 'expectation',
    customerId: first.customerId,
    recordId: `${first.id}/${moved}`,
    due: { by: 'week', day: again > today ? again : addDays(today, 7 - weekdayOf(today)) },
    words: first.what,
    deciderUnseen: unseen !== null && unseen >= UNSEEN_FROM ? unseen : null,
  }
}
