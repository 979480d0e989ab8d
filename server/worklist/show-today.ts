import type { Reply } from '#api/endpoint.ts'
import type { worklistEndpoints } from '#api/worklist.ts'
import { addDays, dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { isWorkday, workdaysBetween } from '#domain/kernel/workdays.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { type Happening, returnFromAbsence, routeDuringAbsence } from '#domain/worklist/absence.ts'
import type { WorkAct } from '#domain/worklist/acts.ts'
import { quietDaySuggestions, type QuietCustomer, startingCadence } from '#domain/worklist/cadence.ts'
import { planDay, roomLater, roomLeft } from '#domain/worklist/dayPlan.ts'
import { promiseOccasion } from '#domain/worklist/from-ledgers.ts'
import { isObligation, keyOf } from '#domain/worklist/occasion.ts'
import type { WorkItem } from '#domain/worklist/rank.ts'
import { startingRank } from '#domain/worklist/rankRules.ts'
import { deadlineOf, minutesBetween, type Wall } from '#domain/worklist/wall.ts'
import { whysOf } from '#domain/worklist/why.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { itemOf, type WorkDay, workDayOf } from './day.ts'
import { listedAs } from './listed.ts'

type Shown = Reply<(typeof worklistEndpoints)['GET /api/today']>

/** With fewer rows than this the day is quiet, and somebody long unheard of is suggested. */
const QUIET_BELOW = 6
const SUGGESTED = 5

/** Workdays after coming back in which one reads what happened meanwhile. */
const BACK_FOR = 2

/** A day as the page shows it: so many of its first rows, and how many come after them. */
export const showToday = async (db: Db, caller: Caller, at: Date, most: number): Promise<Shown> => {
  const day = await workDayOf(db, caller, at, { most, of: 'ranked' })
  const quiet = day.today.customers < QUIET_BELOW
  return shown(quiet ? await workDayOf(db, caller, at, { most, of: 'everybody' }) : day, caller, most, quiet)
}

const shown = (day: WorkDay, caller: Caller, most: number, quiet: boolean): Shown => {
  const { today, now, unattended, colleagues } = day
  const items = today.toContact
  const { minutes, free, said, move } = planDay(
    items,
    { day: now.day, minutes: roomLeft(now) },
    roomLater(now.day, isWorkday),
    startingRank,
    day.unread,
  )
  const rows = items.slice(0, most).map((item) => rowOf(day, item, caller.staffId))
  return {
    now,
    rows,
    more: today.customers - rows.length,
    done: decided(day, today.done),
    snoozed: decided(day, today.snoozed),
    plan: { minutes, free, said, move },
    suggestions: quiet ? suggestions(day, caller) : [],
    returned: returned(day, caller),
    unattended: reachOf(caller.roles, 'team.read')
      ? unattended.flatMap(({ item, from, said }) =>
          named(day, item.customerId).map((listed) => ({
            ...listed,
            key: item.key,
            owner: colleagues.names.get(from) ?? '',
            said,
          })),
        )
      : [],
  }
}

const named = ({ customers, ledgers }: WorkDay, customerId: Id) => {
  const customer = customers.get(customerId)
  return customer ? [listedAs(customer, ledgers.people)] : []
}

const rowOf = (day: WorkDay, item: WorkItem, reader: Id): Shown['rows'][number] => {
  const { now, standIns, colleagues, acts } = day
  const occasions = [item.headline, ...item.others]
  const keys = new Set(occasions.map(keyOf))
  const route = occasions.map((each) => standIns.get(keyOf(each))).find((each) => each !== undefined)
  const handed = acts.find(
    ({ act }) => act.act === 'handedOver' && act.to === reader && act.keys.some((key) => keys.has(key)),
  )
  const [listed] = named(day, item.customerId)
  if (!listed) throw new Error(`${item.customerId} was ranked but never read`)
  return {
    ...listed,
    rank: item.rank,
    whys: whysOf(item, now),
    reasons: occasions.map(({ kind, recordId }) => ({ kind, recordId })),
    due: item.due,
    late: item.late,
    owed: occasions.some(isObligation),
    owedUntil: earliest(occasions.filter(isObligation).map(({ due }) => deadlineOf(due))),
    stakeFen: item.stake,
    minutes: item.minutes,
    way: item.headline.kind === 'appointment' ? item.headline.way : null,
    parts: item.parts,
    score: item.score,
    standingInFor: route ? { name: colleagues.names.get(route.from) ?? '', backOn: route.backOn.day } : null,
    handedBy:
      handed?.act.act === 'handedOver'
        ? { name: colleagues.names.get(handed.act.by) ?? '', reason: handed.act.reason }
        : null,
  }
}

const earliest = (walls: readonly Wall[]): Wall | null => walls.toSorted((a, b) => minutesBetween(b, a))[0] ?? null

const decided = (day: WorkDay, acts: readonly WorkAct[]): Shown['done'] => {
  const rows = new Map(day.acts.map(({ act, row }) => [act, row]))
  return acts.flatMap((act) => {
    const row = rows.get(act)
    const [listed] = named(day, act.customerId)
    if (!row || !listed) return []
    return [
      {
        ...listed,
        decisionId: row.id,
        at: row.at.toISOString(),
        reason: row.reason,
        note: row.note,
        until: row.until?.toISOString() ?? null,
      },
    ]
  })
}

const suggestions = (day: WorkDay, { staffId, timeZone }: Caller): Shown['suggestions'] => {
  const { today, customers, ledgers, now } = day
  const mine = [...customers.values()].filter(({ managerId }) => managerId === staffId)
  const reached = new Map(ledgers.touches.map(({ customer_id, at }) => [customer_id, at]))
  const quiet = mine.map(({ id, kind, tier, dossier }): QuietCustomer => {
    const at = reached.get(id)
    const missing: QuietCustomer['missing'] =
      kind === 'person'
        ? [...(dossier.birthday ? [] : ['birthday' as const]), ...(dossier.interests ? [] : ['interests' as const])]
        : ledgers.people.some((person) => person.customer_id === id && person.decision_role === 'decider')
          ? []
          : ['decider']
    return { customerId: id, kind, tier, lastContact: at ? dayIn(at, timeZone) : null, lastTopic: null, missing }
  })
  const listed = new Set([...today.toContact, ...today.done, ...today.snoozed].map(({ customerId }) => customerId))
  return quietDaySuggestions(quiet, listed, startingCadence, now.day, SUGGESTED).flatMap(({ customerId, said }) =>
    named(day, customerId).map((customer) => ({ ...customer, said })),
  )
}

/** What fell due while the reader was away, for the first days back. */
const returned = (day: WorkDay, { staffId, timeZone }: Caller): Shown['returned'] => {
  const { now, ledgers, colleagues, customers } = day
  const over = colleagues.absences.filter(
    ({ staffId: who, until }) =>
      who === staffId && until.day <= now.day && workdaysBetween(addDays(until.day, -1), now.day) <= BACK_FOR,
  )
  if (over.length === 0) return []
  const promises = ledgers.promises.filter(({ owner_id }) => owner_id === staffId)
  const items = promises.map((row) =>
    itemOf(
      promiseOccasion(
        { id: row.id, customerId: row.customer_id, what: row.what, madeAt: row.made_at, dueAt: row.due_at },
        timeZone,
      ),
      staffId,
    ),
  )
  const ofCustomer = new Map(
    [...customers.values()].flatMap(({ id, backupId }) => (backupId ? [[id, backupId] as const] : [])),
  )
  const before = { day: over[0]?.from.day ?? now.day, minute: 0 }
  const routes = routeDuringAbsence(items, over, { ofCustomer, ofStaff: new Map() }, before, isWorkday)
  const happenings = promises.flatMap((row): Happening[] => {
    const key = `promise:${row.id}/${row.due_at.toISOString()}`
    const by = customers.get(row.customer_id)?.backupId ?? staffId
    if ((row.state === 'kept' || row.state === 'broken') && row.settled_at)
      return [{ key, became: row.state, on: dayIn(row.settled_at, timeZone), by, note: '' }]
    return row.told_at ? [{ key, became: 'told', on: dayIn(row.told_at, timeZone), by, note: '' }] : []
  })
  return returnFromAbsence(routes, happenings, now.day).flatMap(({ key, customerId, open, by, said }) =>
    named(day, customerId).map((listed) => ({
      ...listed,
      key,
      open,
      by: by === null ? null : (colleagues.names.get(by) ?? null),
      said,
    })),
  )
}
