import { sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { overloadHours, type Work, workloadOf } from '#domain/insight/workload.ts'
import { addDays, type Day, weekdayOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { OccasionKind } from '#domain/worklist/occasion.ts'
import { startingRank } from '#domain/worklist/rankRules.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import type { CoveredGroup } from './coverage.ts'
import { idsOf, type Whose } from './whose.ts'

const minutesFor = (what: OccasionKind, kind: CustomerKind | null): number =>
  startingRank.kinds[what].minutes[kind ?? 'person']

/**
 * Work at hand now, by person: promises due by Sunday, open cases, what colleagues asked for, and contacts the cadence
 * asks for by Sunday. Minutes are those Today reckons with.
 */
export const workloadNow = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  today: Day,
  /** Coverage as of today. */
  groups: readonly CoveredGroup[],
) => {
  const sunday = addDays(today, 7 - weekdayOf(today))
  const owned = await openWork(db, caller.branchId, idsOf(whose), instantAt(addDays(sunday, 1), 0, caller.timeZone))
  const away = await awayOn(db, caller.branchId, idsOf(whose), today)
  const work: Work[] = [
    ...owned.map(({ ownerId, what, kind, n }) => ({ ownerId, minutes: n * minutesFor(what, kind), items: n })),
    ...groups.flatMap((group) => cadenceWork(group, 7 - weekdayOf(today))),
  ]
  const where = { unit: whose.unit?.id ?? null, day: today }
  const { loads, overloaded } = workloadOf(idsOf(whose), work, where)
  const names = new Map(whose.people.map(({ id, name }) => [id, name]))
  return {
    border: overloadHours,
    overloaded,
    loads: loads.map(({ staffId, hours, over, items }) => ({
      staffId,
      name: names.get(staffId) ?? '',
      hours,
      over,
      items,
      away: away.has(staffId),
    })),
  }
}

/** A contact is work of this week once its interval is full by Sunday. */
const cadenceWork = ({ managerId, kind, days, every, customers }: CoveredGroup, daysLeft: number): Work[] =>
  managerId === null || every === null || (days !== null && days + daysLeft < every)
    ? []
    : [{ ownerId: managerId, minutes: customers * minutesFor('cadence', kind), items: customers }]

type Open = { ownerId: Id; what: OccasionKind; kind: CustomerKind | null; n: number }

const openWork = async (db: Db, branchId: number, owners: readonly Id[], before: Date): Promise<Open[]> => {
  const { rows } = await sql<Open>`
    select owner_id as "ownerId", what, kind, count(*)::int as n from (
      select p.owner_id, 'promise' as what, c.kind from promise p
        join customer c on c.branch_id = p.branch_id and c.id = p.customer_id
        where p.branch_id = ${branchId} and p.state = 'open' and p.due_at < ${before}
          and p.owner_id = any(${[...owners]}::uuid[])
      union all
      select s.owner_id, case s.kind when 'complaint' then 'complaint' else 'callback' end, c.kind from service_case s
        left join customer c on c.branch_id = s.branch_id and c.id = s.customer_id
        where s.branch_id = ${branchId} and s.closed_at is null and s.owner_id = any(${[...owners]}::uuid[])
      union all
      select h.to_id, 'callback', c.kind from hand_over h
        left join customer c on c.branch_id = h.branch_id and c.id = h.customer_id
        where h.branch_id = ${branchId} and h.state in ('asked', 'accepted') and h.to_id = any(${[...owners]}::uuid[])
    ) open_work group by owner_id, what, kind`.execute(db)
  return rows
}

/** Who of these people is away on a day. */
const awayOn = async (db: Db, branchId: number, people: readonly Id[], day: Day): Promise<Set<Id>> => {
  const rows = await db
    .selectFrom('absence')
    .select('staff_id')
    .where('branch_id', '=', branchId)
    .where('staff_id', '=', sql<Id>`any(${[...people]}::uuid[])`)
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .execute()
  return new Set(rows.map(({ staff_id }) => staff_id))
}
