import { type RawBuilder, sql } from 'kysely'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { isWorkday } from '#domain/kernel/workdays.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { startingCadence } from '#domain/worklist/cadence.ts'
import { lowestNeeded, roomLater, type Unread } from '#domain/worklist/dayPlan.ts'
import { stakeSteps } from '#domain/worklist/rank.ts'
import { startingRank } from '#domain/worklist/rankRules.ts'
import { farthestDay, type RoutineLine, routineLines } from '#domain/worklist/routine.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { forLeads } from './for-leads.ts'
import { markedIn, mayHaveReason } from './marked.ts'
import { type Borders, rangesOf } from './near-border.ts'

/**
 * How much of a day is read. Customers with a reason beside the cadence always are; of those due by nothing else the `most` first ones
 * and as many of the lowest as a plan may move, or everybody, due or not.
 */
export type Depth = { most: number; of: 'ranked' | 'everybody'; alsoId?: Id }

/** Counted, but not read: nothing is known of them but how long they are. */
export const counted: Depth = { most: 0, of: 'ranked' }

export type Whom = { ids: Id[]; unread: ReadonlyMap<Id, Unread> }

type Asked = { today: Day; awayIds: readonly Id[]; absent: boolean; near: Borders | null; newestBills: number | null }

type Row = { part: 'read' | 'due'; id: Id; kind: CustomerKind; customers: number }

/**
 * Whom the days of these readers can be about: of the customers one of them keeps or backs up, and for a lead of those whose manager is
 * away, the ones with a reason; those handed to them or with something of theirs open; for a lead also who rose and has no manager
 * [S-52], or whose complaint was raised. Never more than they may see together. What is due by the cadence alone is ranked here by the
 * lines of the rule, so that thousands need not be read for the first of them.
 */
export const whomToRead = async (
  db: Db,
  callers: readonly [Caller, ...Caller[]],
  asked: Asked,
  depth: Depth,
): Promise<Whom> => {
  const statement = statementFor(db, callers, asked, depth)
  // Planned for this very reader: a plan for the usual three hundred customers takes seconds for forty thousand.
  const rows = await inTransaction(db, async (trx) => {
    await sql`set local plan_cache_mode = force_custom_plan`.execute(trx)
    return (await statement.execute(trx)).rows
  })
  const ids = rows.flatMap(({ part, id }) => (part === 'read' ? [id] : []))
  const unread = new Map<Id, Unread>()
  for (const { part, id, kind, customers } of rows) {
    if (part !== 'due') continue
    const known = unread.get(id) ?? { customers: 0, minutes: 0 }
    const minutes = known.minutes + customers * startingRank.kinds.cadence.minutes[kind]
    unread.set(id, { customers: known.customers + customers, minutes })
  }
  return { ids, unread }
}

const statementFor = (db: Db, callers: readonly [Caller, ...Caller[]], asked: Asked, depth: Depth) => {
  const [{ branchId, timeZone }] = callers
  const { today, awayIds, absent, near, newestBills } = asked
  const readers = sql<Id>`any(${callers.map(({ staffId }) => staffId)}::uuid[])`
  const leads = callers.some(({ roles }) => reachOf(roles, 'team.read'))
  const within = customersWithin(db, callers, 'customer.read')
  const everybody = depth.of === 'everybody'
  const reach = within
    .where((eb) =>
      eb.or([
        eb('customer.manager_id', '=', readers),
        eb('customer.backup_id', '=', readers),
        ...(leads && awayIds.length > 0 ? [eb('customer.manager_id', '=', eb.fn.any(sql.val([...awayIds])))] : []),
      ]),
    )
    .select(['customer.id', 'customer.kind', 'customer.manager_id', 'standing.tier'])
    .select([
      sql<number>`${today}::date - (customer.last_touch_at at time zone ${timeZone})::date`.as('days'),
      sql<number>`floor(greatest(0, greatest(0, standing.paid12_fen) * standing.risk) + 0.5)`.as('stake'),
      (everybody ? sql<boolean>`true` : mayHaveReason(today, rangesOf(near))).as('read'),
    ])
  const opened = within
    .where((eb) =>
      eb.or([
        ...(leads ? [forLeads(branchId)] : []),
        sql<boolean>`customer.id in (${openFor(branchId, readers, today)})`,
        ...(depth.alsoId ? [eb('customer.id', '=', depth.alsoId)] : []),
      ]),
    )
    .select('customer.id')
  return sql<Row>`
    with reach as materialized (${reach}),
    marked as materialized (${markedIn(branchId, today, newestBills, absent)} union ${opened}),
    due as materialized (
      select r.id, r.kind, r.manager_id, l.due, coalesce(r.stake, 0) as stake,
          l.points + width_bucket(coalesce(r.stake, 0), ${stakeSteps(startingRank)}::float8[]) as score
        from reach r ${routine(today)}
       where l.points is not null and not r.read and r.manager_id = ${readers} and r.id not in (select id from marked)),
    chosen as materialized (${chosen(today, depth)})
    select 'read' as part, id, null as kind, 1 as customers from reach where read
    union all select 'read', id, null, 1 from marked where id not in (select id from reach where read)
    union all select 'read', id, null, 1 from chosen
    union all (select 'due', manager_id, kind, count(*)::int from due
      where id not in (select id from chosen) group by manager_id, kind)`
}

/**
 * What each customer comes to by the cadence alone; null for who is not on the list. Looked up by its place in an array, never joined: a
 * planner takes the few it expects through every line.
 */
const routine = (today: Day): RawBuilder<unknown> => {
  const lines = routineLines({ day: today, minute: 0 }, startingCadence, startingRank, isWorkday)
  const known = new Map(lines.map((line) => [`${line.kind}/${line.tier}/${line.days ?? 'never'}`, line]))
  const places: (RoutineLine | undefined)[] = []
  const starts = customerKinds.flatMap((kind) =>
    Object.keys(startingCadence[kind]).map((tier) => {
      const most = farthestDay(startingCadence, kind, tier)
      const start = places.length + 1
      for (const days of ['never', ...Array(most + 1).keys()]) places.push(known.get(`${kind}/${tier}/${days}`))
      return sql`when r.kind = ${kind} and r.tier = ${tier}
        then ${start}::int + case when r.days is null then 0 else least(greatest(r.days, 0), ${most}::int) + 1 end`
    }),
  )
  return sql`
    cross join lateral (select case ${sql.join(starts, sql` `)} end as place) p
    cross join lateral (select (${places.map((line) => line?.points ?? null)}::int[])[p.place] as points,
      (${places.map((line) => line?.due ?? null)}::date[])[p.place] as due) l`
}

/** The first of those due by the cadence alone, and of each kind as many of the lowest as later days have room for. */
const chosen = (today: Day, { most }: Depth): RawBuilder<unknown> => {
  if (most === 0) return sql`select id from due where false`
  const room = roomLater(today, isWorkday)
  const lowest = customerKinds.map((kind) => {
    const enough = lowestNeeded(room, startingRank.kinds.cadence.minutes[kind])
    return sql`(select id from due where kind = ${kind} order by score, due desc, stake, id desc limit ${enough})`
  })
  return sql`(select id from due order by score desc, due, stake desc, id limit ${most})
    union ${sql.join(lowest, sql` union `)}`
}

/** Customers handed to these readers, or with something open that is theirs. */
const openFor = (branchId: number, readers: RawBuilder<Id>, today: Day) => sql`
  select d.customer_id from worklist_decision d
  where d.branch_id = ${branchId} and d.to_id = ${readers} and d.undone_at is null and d.at > ${addDays(today, -60)}::date
  union select p.customer_id from promise p
  where p.branch_id = ${branchId} and p.owner_id = ${readers} and p.state = 'open'
  union select c.customer_id from service_case c
  where c.branch_id = ${branchId} and c.owner_id = ${readers} and c.closed_at is null
  union select t.customer_id from task t
  where t.branch_id = ${branchId} and t.owner_id = ${readers} and t.state = 'open'
  union select r.customer_id from retention_case r
  where r.branch_id = ${branchId} and r.owner_id = ${readers} and r.stage <> 'closed'
  union select a.customer_id from appointment a
  where a.branch_id = ${branchId} and a.owner_id = ${readers}
    and (a.untold is not null or a.starts_at between ${addDays(today, -8)}::date and ${addDays(today, 2)}::date)`
