import { dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { isWorkday } from '#domain/kernel/workdays.ts'
import { covers, reachOf, scopeOf } from '#domain/staff/scope.ts'
import { type Absence, type OwnedItem, type Route, routeDuringAbsence } from '#domain/worklist/absence.ts'
import type { Unread } from '#domain/worklist/dayPlan.ts'
import { canWait, isObligation, keyOf, type ListedCustomer, type Occasion } from '#domain/worklist/occasion.ts'
import { startingRank } from '#domain/worklist/rankRules.ts'
import { type Today, todayOf } from '#domain/worklist/today.ts'
import { minutesBetween, type Wall, wallIn } from '#domain/worklist/wall.ts'
import { limitsOf } from '#server/case/limits.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { actsOn, type StoredAct } from './acts.ts'
import { type BookCustomer, customersOfDay } from './book.ts'
import { type Ledgers, ledgersOf, newestBillsOf } from './ledgers.ts'
import { awayAround, type Colleagues, colleaguesOf } from './colleagues.ts'
import { meetingsAgreed, meetingsOwed } from './meetings.ts'
import { borderOccasions, type Borders, bordersNow } from './near-border.ts'
import { pointsOccasions } from './points-lapse.ts'
import { ownedOccasions, type OwnedOccasion } from './occasions.ts'
import { counted, type Depth, whomToRead } from './whom.ts'

/** One person's day with everything it was made from. */
export type WorkDay = {
  now: Wall
  today: Today
  /** Due by the cadence alone, below the first ranks and above the lowest. */
  unread: Unread
  customers: ReadonlyMap<Id, BookCustomer>
  ledgers: Ledgers
  acts: readonly StoredAct[]
  colleagues: Colleagues
  /** What the reader does for somebody who is away, by key of the reason. */
  standIns: ReadonlyMap<string, Route>
  /** Owed while its owner is away, with nobody to stand in. */
  unattended: readonly Route[]
}

/** Gathers every reason, asks who has to see to it now, takes out what was decided, and ranks the rest. */
export const workDayOf = async (db: Db, caller: Caller, at: Date, depth: Depth): Promise<WorkDay> => {
  const read = await readDay(db, [caller], at, depth)
  return dayFor(caller, read)
}

/** What is to do on each person's own Today: minutes, and for how many customers. Read together, reckoned as each one's page does. */
export const workAtHand = async (
  db: Db,
  callers: readonly Caller[],
  at: Date,
): Promise<{ staffId: Id; minutes: number; customers: number }[]> => {
  const [first, ...others] = callers
  if (!first) return []
  const read = await readDay(db, [first, ...others], at, counted)
  return callers.map((caller) => {
    const { minutes, customers } = dayFor(caller, read).today
    return { staffId: caller.staffId, minutes, customers }
  })
}

type ReadDay = Pick<WorkDay, 'now' | 'ledgers' | 'acts' | 'colleagues'> & {
  book: readonly BookCustomer[]
  owned: readonly OwnedOccasion[]
  unreadOf: ReadonlyMap<Id, Unread>
}

const readDay = async (db: Db, callers: readonly [Caller, ...Caller[]], at: Date, depth: Depth): Promise<ReadDay> => {
  const [{ branchId, timeZone }] = callers
  const now = wallIn(at, timeZone)
  const [colleagues, near, newestBills] = await Promise.all([
    colleaguesOf(db, branchId, now.day),
    bordersNow(db, branchId),
    newestBillsOf(db, branchId),
  ])
  const awayIds = awayAround(colleagues, now.day)
  const absent = colleagues.absences.some(({ staffId }) => callers.some((caller) => caller.staffId === staffId))
  const asked = { today: now.day, awayIds, absent, near, newestBills }
  const { ids, unread: unreadOf } = await whomToRead(db, callers, asked, depth)
  const [gathered, acts] = await Promise.all([
    gather(db, callers[0], at, ids, { colleagues, near, newestBills }),
    actsOn(db, branchId, ids, now.day, timeZone),
  ])
  return { now, acts, colleagues, unreadOf, ...gathered }
}

/** What of the branch is read once for any number of customers. */
type Around = { colleagues: Colleagues; near: Borders | null; newestBills: number | null }

/** These customers, what is written down about them, and every reason to reach them with who sees to it. */
const gather = async (
  db: Db,
  caller: Caller,
  at: Date,
  ids: readonly Id[],
  { colleagues, near, newestBills }: Around,
): Promise<Pick<ReadDay, 'book' | 'ledgers' | 'owned'>> => {
  const { branchId, timeZone } = caller
  const today = dayIn(at, timeZone)
  const [book, ledgers, limits] = await Promise.all([
    customersOfDay(db, branchId, ids),
    ledgersOf(db, caller, ids, newestBills, today),
    limitsOf(db, branchId, timeZone),
  ])
  const managers = new Map(book.map(({ id, managerId }) => [id, managerId]))
  const staying = book.filter(({ leftOn }) => leftOn === null)
  const border = borderOccasions(branchId, near, staying, ledgers.wishes, today)
  const points = await pointsOccasions(
    db,
    branchId,
    staying.map(({ id }) => id),
    ledgers.wishes,
    today,
  )
  const meetings = await meetingsOwed(db, branchId, book, colleagues.keepers, today, timeZone)
  const owned = [
    ...ownedOccasions({
      customers: book,
      ledgers,
      today,
      timeZone,
      keepers: colleagues.keepers,
      reading: { now: at, limits, time: { hours: usualHours, timeZone } },
    }),
    ...meetings,
    ...[...border, ...points].map((occasion) => ({ occasion, ownerId: managers.get(occasion.customerId) ?? '' })),
  ]
  return { book, ledgers, owned }
}

/** Every reason there is to reach one customer, whoever has to see to it; one may be before the time of a meeting. */
export const reasonsToReach = async (
  db: Db,
  caller: Caller,
  at: Date,
  customerId: Id,
): Promise<{ kind: string; recordId: string }[]> => {
  const [colleagues, near, newestBills, agreed] = await Promise.all([
    colleaguesOf(db, caller.branchId, dayIn(at, caller.timeZone)),
    bordersNow(db, caller.branchId),
    newestBillsOf(db, caller.branchId),
    meetingsAgreed(db, caller.branchId, customerId),
  ])
  const { owned } = await gather(db, caller, at, [customerId], { colleagues, near, newestBills })
  return [...owned.map(({ occasion }) => occasion), ...agreed.map(({ id }) => ({ kind: 'appointment', recordId: id }))]
}

/** One reader's share of what was read: nothing of a customer they may not see. */
const dayFor = (caller: Caller, { now, ledgers, acts, colleagues, book, owned, unreadOf }: ReadDay): WorkDay => {
  const scope = scopeOf(caller, 'customer.read')
  const readable = book.filter((customer) => covers(scope, customer))
  const customers = new Map(readable.map((customer) => [customer.id, customer]))
  const open = owned.filter(({ occasion }) => customers.has(occasion.customerId))
  const leads = reachOf(caller.roles, 'team.read') !== null
  const { mine, standIns, unattended } = sharedOut(
    open.filter(({ forLead, notBy }) => !forLead || (leads && notBy !== caller.staffId)),
    caller.staffId,
    customers,
    colleagues.absences,
    acts,
    now,
  )
  const unread = unreadOf.get(caller.staffId) ?? { customers: 0, minutes: 0 }
  const today = todayOf(
    mine,
    new Map(readable.map((customer) => [customer.id, listedOf(customer)])),
    acts.map(({ act }) => act),
    caller.staffId,
    now,
    startingRank,
    isWorkday,
    unread,
  )
  return { now, today, unread, customers, ledgers, acts, colleagues, standIns, unattended }
}

const listedOf = ({ id, kind, tier, paid12, risk }: BookCustomer): ListedCustomer => ({
  customerId: id,
  kind,
  tier,
  paid12: paid12 ?? 0,
  risk,
})

/** One's own, what comes from somebody away, and what was handed over; the rest is a colleague's. */
const sharedOut = (
  owned: readonly OwnedOccasion[],
  reader: Id,
  customers: ReadonlyMap<Id, BookCustomer>,
  absences: readonly Absence[],
  acts: readonly StoredAct[],
  now: Wall,
): { mine: Occasion[]; standIns: Map<string, Route>; unattended: Route[] } => {
  const others = owned.filter(({ occasion, ownerId, forLead }) => !forLead && ownerId !== reader && !canWait(occasion))
  const ofCustomer = new Map(
    [...customers.values()].flatMap(({ id, backupId }) => (backupId ? [[id, backupId] as const] : [])),
  )
  const routes = routeDuringAbsence(
    others.map(({ occasion, ownerId }) => itemOf(occasion, ownerId)),
    absences,
    { ofCustomer, ofStaff: new Map() },
    now,
    isWorkday,
  ).filter(({ handOn }) => minutesBetween(handOn, now) >= 0)
  const standIns = new Map(routes.filter(({ to }) => to === reader).map((route) => [route.item.key, route]))
  const handed = new Set(acts.flatMap(({ act }) => (act.act === 'handedOver' && act.to === reader ? act.keys : [])))
  const mine = owned
    .filter(({ occasion, ownerId, forLead }) => {
      const key = keyOf(occasion)
      return forLead || ownerId === reader || standIns.has(key) || handed.has(key)
    })
    .map(({ occasion }) => occasion)
  return { mine, standIns, unattended: routes.filter(({ to, item }) => to === null && item.obligation) }
}

export const itemOf = (occasion: Occasion, ownerId: Id): OwnedItem => ({
  key: keyOf(occasion),
  customerId: occasion.customerId,
  ownerId,
  what: occasion.kind === 'promise' ? occasion.what : 'about' in occasion ? occasion.about : '',
  due: occasion.due,
  obligation: isObligation(occasion),
})
