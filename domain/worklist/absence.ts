import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import { closing, type Due, minutesBetween, opening, type Wall } from './wall.ts'

/** Leave, the hours outside a shift, a course: from a minute up to, not including, another. */
export type Absence = { staffId: Id; from: Wall; until: Wall; why: 'leave' | 'shift' | 'course' | 'sick' }

/** One thing somebody has to do for a customer. `what` in the words of whoever wrote it. */
export type OwnedItem = { key: string; customerId: Id; ownerId: Id; what: string; due: Due; obligation: boolean }

/** Who stands in: by customer first (the B role), else by person. */
export type Backups = { ofCustomer: ReadonlyMap<Id, Id>; ofStaff: ReadonlyMap<Id, Id> }

/** `to` is `null` when nobody is there: the lead must name one. `handOn` is when the backup gets it. */
export type Route = {
  item: OwnedItem
  from: Id
  to: Id | null
  handOn: Wall
  /** When it goes back to the owner. */
  backOn: Wall
  said: Said<AbsenceFacts>
}

export type AbsenceFacts = {
  'absence.toBackup': { what: string; dueDay: Day; dueMinute: number | null; backOn: Day; today: Day }
  'absence.nobody': { what: string; dueDay: Day; dueMinute: number | null; today: Day }
  'return.kept': { what: string; on: Day; note: string; today: Day }
  'return.told': { what: string; on: Day; note: string; today: Day }
  'return.done': { what: string; on: Day; note: string; today: Day }
  'return.broken': { what: string; on: Day; note: string; today: Day }
  'return.open': { what: string; dueDay: Day; dueMinute: number | null; today: Day }
}

/** The evening before is told at this time. */
const evening = 17 * 60 + 30

/**
 * What falls due while its owner is away goes to the backup, the evening of the last working day before (at once, if
 * that has passed). Something due "on Tuesday" stays when the owner is there for part of Tuesday. A backup who is away
 * too is passed over for the backup's backup; where the chain ends, nobody is named and the lead sees it.
 */
export const routeDuringAbsence = (
  items: readonly OwnedItem[],
  absences: readonly Absence[],
  backups: Backups,
  now: Wall,
  isWorkday: (day: Day) => boolean,
): Route[] =>
  items.flatMap((item) => {
    const absence = missedIn(item.due, item.ownerId, absences, now)
    if (!absence) return []
    const to = standIn(item, absences, backups, now)
    const planned = eveningBefore(absence.from, isWorkday)
    const handOn = minutesBetween(now, planned) > 0 ? planned : now
    return [{ item, from: item.ownerId, to, handOn, backOn: absence.until, said: routeSaid(item, to, absence, now) }]
  })

/** The time in which something may be done: a minute, a working day, or what is left of the week. */
const windowOf = (due: Due, now: Wall): { from: Wall; to: Wall } => {
  const to = { day: due.day, minute: due.by === 'minute' ? due.minute : closing }
  if (due.by === 'minute') return { from: to, to }
  const day = due.by === 'week' && now.day < due.day ? now.day : due.day
  return { from: { day, minute: opening }, to }
}

/** The absence that leaves its owner no working minute for it. Absences that touch or overlap count as one. */
const missedIn = (due: Due, staffId: Id, absences: readonly Absence[], now: Wall): Absence | null => {
  const window = windowOf(due, now)
  return (
    joined(absences.filter((absence) => absence.staffId === staffId)).find(
      ({ from, until }) =>
        minutesBetween(from, window.from) >= 0 &&
        (due.by === 'minute' ? minutesBetween(window.to, until) > 0 : minutesBetween(window.to, until) >= 0),
    ) ?? null
  )
}

const joined = (absences: readonly Absence[]): Absence[] => {
  const joinedUp: Absence[] = []
  for (const absence of absences.toSorted((a, b) => minutesBetween(b.from, a.from))) {
    const last = joinedUp.at(-1)
    if (last && minutesBetween(last.until, absence.from) <= 0) {
      if (minutesBetween(last.until, absence.until) > 0) last.until = absence.until
    } else joinedUp.push({ ...absence })
  }
  return joinedUp
}

const standIn = (item: OwnedItem, absences: readonly Absence[], backups: Backups, now: Wall): Id | null => {
  const tried = new Set([item.ownerId])
  let next = backups.ofCustomer.get(item.customerId) ?? backups.ofStaff.get(item.ownerId)
  while (next !== undefined && !tried.has(next)) {
    if (!missedIn(item.due, next, absences, now)) return next
    tried.add(next)
    next = backups.ofStaff.get(next)
  }
  return null
}

const eveningBefore = (from: Wall, isWorkday: (day: Day) => boolean): Wall => {
  if (from.minute > evening) return { day: from.day, minute: evening }
  let day = addDays(from.day, -1)
  for (let back = 0; back < 14 && !isWorkday(day); back++) day = addDays(day, -1)
  return { day, minute: evening }
}

const dueOf = ({ due }: OwnedItem): { dueDay: Day; dueMinute: number | null } => ({
  dueDay: due.day,
  dueMinute: due.by === 'minute' ? due.minute : null,
})

const routeSaid = (item: OwnedItem, to: Id | null, absence: Absence, now: Wall): Said<AbsenceFacts> => {
  const params = { what: item.what, ...dueOf(item), today: now.day }
  return to === null
    ? { code: 'absence.nobody', params }
    : { code: 'absence.toBackup', params: { ...params, backOn: absence.until.day } }
}

/** What became of something while its owner was away. */
export type Happening = {
  key: string
  became: 'kept' | 'told' | 'done' | 'broken'
  on: Day
  by: Id
  note: string
}

export type Return = {
  key: string
  customerId: Id
  open: boolean
  obligation: boolean
  by: Id | null
  said: Said<AbsenceFacts>
}

/** The owner is back: everything that had gone to someone else, what is still open first and of that what is owed,
 * each with what happened. */
export const returnFromAbsence = (routes: readonly Route[], happenings: readonly Happening[], today: Day): Return[] => {
  const byKey = new Map(happenings.map((happening) => [happening.key, happening]))
  return routes
    .map(({ item, to }): Return => {
      const { key, customerId, what, obligation } = item
      const happening = byKey.get(key)
      if (!happening)
        return {
          key,
          customerId,
          obligation,
          open: true,
          by: to,
          said: { code: 'return.open', params: { what, ...dueOf(item), today } },
        }
      const { became, on, by, note } = happening
      return {
        key,
        customerId,
        obligation,
        open: false,
        by,
        said: { code: `return.${became}`, params: { what, on, note, today } },
      }
    })
    .sort(
      (a, b) =>
        Number(b.open) - Number(a.open) || Number(b.obligation) - Number(a.obligation) || (a.key < b.key ? -1 : 1),
    )
}
