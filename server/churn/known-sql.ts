import { sql } from 'kysely'
import { addDays, addMonths, type Day, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { monthNumber } from '#server/db/month-number.ts'

export type KnownRow = {
  id: Id
  since: Day | null
  birthday: unknown
  bill_months: number[] | null
  bill_fen: number[] | null
  use: [month: number, amount: number][] | null
  contract_ends: Day | null
  complaints: [opened: Day, closed: Day | null][] | null
  sightings: [seen: Day, name: string | null][] | null
  broken: Day[] | null
  last_contact: Day | null
  greeted: Day[] | null
  manager_changed: Day | null
  port_out: Day | null
}

export const BIRTHDAY_DAYS = 30
export const GREETED_AROUND = 3
/** A contract that ended longer ago says nothing any more. */
const CONTRACT_DAYS = 90
/** How a note says that somebody asked about taking the number elsewhere. */
const PORTING = '携号|转网|port(ing)?[ -]?out|number port'
/** An owner who was given where there was one before. */
const NEW_OWNER = '$[*] ? (@.field == "managerId" && @.before != null)'

/**
 * Reads each table once, for some customers or (`null`) for the whole branch, and joins the sums: a look-up a customer and
 * table took longer. In the order of the customers' ids.
 */
export const knownSql = (branchId: number, ids: readonly Id[] | null, day: Day) => {
  const within = (id: string) => (ids === null ? sql`true` : sql`${sql.ref(id)} = any(${[...ids]}::uuid[])`)
  const of = (table: string) =>
    sql`${sql.ref(`${table}.branch_id`)} = ${branchId} and ${within(`${table}.customer_id`)}`
  const zone = sql`(select time_zone from branch where id = ${branchId})`
  const on = (instant: string) => sql`(${sql.ref(instant)} at time zone ${zone})::date`
  const today = sql`${day}::date`
  const first = addMonths(monthOf(day), -13)
  const months = sql`between ${monthNumber(first)} and ${monthNumber(monthOf(day))}`
  const greetedFrom = addDays(day, -BIRTHDAY_DAYS - GREETED_AROUND)
  return sql<KnownRow>`
    with paid as (
      select p.customer_id, array_agg(p.month) as bill_months, array_agg(p.paid_fen) as bill_fen
      from monthly_paid p where ${of('p')} and p.month ${months} group by 1
    ), used as (
      select customer_id, jsonb_agg(jsonb_build_array(month, amount)) as use from (
        select u.customer_id, u.month, sum(u.quantity) as amount from usage u
        where ${of('u')} and u.month ${months} group by 1, 2) u group by 1
    ), ordered as (
      select customer_id, jsonb_agg(jsonb_build_array(month, amount)) as use from (
        select o.customer_id, to_char(o.ordered_on, 'YYYYMM')::int as month, sum(o.quantity) as amount from outlet_order o
        where ${of('o')} and o.ordered_on between ${`${first}-01`}::date and ${today} group by 1, 2) o group by 1
    ), ends as (
      select customer_id, min(until)::text as contract_ends from (
        select m.customer_id, m.contract_until as until from member m where ${of('m')} and m.status <> 'left'
          and m.removed_at is null
        union all select h.customer_id, h.until from holding h where ${of('h')} and h.removed_at is null
        union all select c.id, (c.dossier ->> 'contractUntil')::date from customer c
          where c.branch_id = ${branchId} and ${within('c.id')}) e
      where until >= ${addDays(day, -CONTRACT_DAYS)}::date group by 1
    ), complained as (
      select s.customer_id, jsonb_agg(jsonb_build_array(${on('s.opened_at')},
        case when ${on('s.closed_at')} <= ${today} then ${on('s.closed_at')} end)) as complaints
      from service_case s where ${of('s')} and s.kind = 'complaint' and ${on('s.opened_at')} <= ${today} group by 1
    ), seen as (
      select g.customer_id,
        jsonb_agg(jsonb_build_array(g.seen_on, g.competitor)) filter (where g.competitor is not null) as sightings,
        (max(g.seen_on) filter (where g.what ~* ${PORTING}))::text as port_out
      from sighting g where ${of('g')} and g.seen_on <= ${today} group by 1
    ), broke as (
      select q.customer_id, jsonb_agg(${on('q.due_at')}) as broken from promise q where ${of('q')}
        and ${on('q.due_at')} <= ${today}
        and (q.state = 'broken' or (q.state = 'open' and ${on('q.due_at')} < ${today})) group by 1
    ), touched as (
      select t.customer_id, max(${on('t.at')})::text as last_contact,
        jsonb_agg(${on('t.at')}) filter (where ${on('t.at')} >= ${greetedFrom}::date) as greeted
      from touch t where ${of('t')} and t.reached and ${on('t.at')} <= ${today} group by 1
    ), handed as (
      select a.customer_id, max(${on('a.at')})::text as manager_changed from audit_event a where ${of('a')}
        and ${on('a.at')} <= ${today} and jsonb_path_exists(a.changes, ${NEW_OWNER}::jsonpath) group by 1
    )
    select c.id, c.since, c.dossier -> 'birthday' as birthday, bill_months, bill_fen, coalesce(used.use, ordered.use) as use,
      contract_ends, complaints, sightings, broken, last_contact, greeted, manager_changed, port_out
    from customer c
      left join paid on paid.customer_id = c.id
      left join used on used.customer_id = c.id
      left join ordered on ordered.customer_id = c.id
      left join ends on ends.customer_id = c.id
      left join complained on complained.customer_id = c.id
      left join seen on seen.customer_id = c.id
      left join broke on broke.customer_id = c.id
      left join touched on touched.customer_id = c.id
      left join handed on handed.customer_id = c.id
    where c.branch_id = ${branchId} and ${within('c.id')} order by c.id`
}
