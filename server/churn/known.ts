import { sql } from 'kysely'
import type { KnownCustomer } from '#domain/churn/signal-rules.ts'
import { birthdayFrom, birthdaysBetween } from '#domain/customer/birthday.ts'
import { addDays, addMonths, type Day, daysBetween, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'

type KnownRow = {
  id: Id
  since: Day | null
  birthday: unknown
  bills: [month: number, fen: number][] | null
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

const BIRTHDAY_DAYS = 30
const GREETED_AROUND = 3
/** A contract that ended longer ago says nothing any more. */
const CONTRACT_DAYS = 90
/** How a note says that somebody asked about taking the number elsewhere. */
const PORTING = '携号|转网|port(ing)?[ -]?out|number port'

/** What signals look at, for a part of the customers, as it stood on a day of the branch's calendar. [R-13] */
export const knownCustomers = async (
  db: Db,
  branchId: number,
  ids: readonly Id[],
  day: Day,
): Promise<Map<Id, KnownCustomer>> => {
  const { rows } = await knownSql(branchId, ids, day).execute(db)
  return new Map(rows.map((row) => [row.id, knownOf(row, day)]))
}

const knownSql = (branchId: number, ids: readonly Id[], day: Day) => {
  const of = (table: string) =>
    sql`${sql.ref(`${table}.branch_id`)} = c.branch_id and ${sql.ref(`${table}.customer_id`)} = c.id`
  const firstMonth = monthNumber(addMonths(monthOf(day), -13))
  const on = (instant: string) => sql`(${sql.ref(instant)} at time zone b.time_zone)::date`
  return sql<KnownRow>`
    select c.id, c.since, c.dossier -> 'birthday' as birthday,
      (select jsonb_agg(jsonb_build_array(p.month, p.paid_fen)) from monthly_paid p
        where ${of('p')} and p.month between ${firstMonth} and ${monthNumber(monthOf(day))}) as bills,
      coalesce(
        (select jsonb_agg(jsonb_build_array(u.month, u.amount)) from (
          select u.month, sum(u.quantity) as amount from usage u
          where ${of('u')} and u.month between ${firstMonth} and ${monthNumber(monthOf(day))} group by u.month) u),
        (select jsonb_agg(jsonb_build_array(o.month, o.amount)) from (
          select (extract(year from o.ordered_on) * 100 + extract(month from o.ordered_on))::int as month,
            sum(o.quantity) as amount
          from outlet_order o where ${of('o')} and o.ordered_on <= ${day}::date
            and o.ordered_on >= ${`${addMonths(monthOf(day), -13)}-01`}::date group by 1) o)) as use,
      (select min(until)::text from (
        select m.contract_until from member m where ${of('m')} and m.status <> 'left'
        union all select h.until from holding h where ${of('h')}
        union all select (c.dossier ->> 'contractUntil')::date) ends(until)
        where until >= ${addDays(day, -CONTRACT_DAYS)}::date) as contract_ends,
      (select jsonb_agg(jsonb_build_array(${on('s.opened_at')},
          case when ${on('s.closed_at')} <= ${day}::date then ${on('s.closed_at')} end)) from service_case s
        where ${of('s')} and s.kind = 'complaint' and ${on('s.opened_at')} <= ${day}::date) as complaints,
      (select jsonb_agg(jsonb_build_array(g.seen_on, g.competitor)) from sighting g
        where ${of('g')} and g.competitor is not null and g.seen_on <= ${day}::date) as sightings,
      (select max(g.seen_on)::text from sighting g
        where ${of('g')} and g.what ~* ${PORTING} and g.seen_on <= ${day}::date) as port_out,
      (select jsonb_agg(${on('q.due_at')}) from promise q where ${of('q')} and ${on('q.due_at')} <= ${day}::date
        and (q.state = 'broken' or (q.state = 'open' and ${on('q.due_at')} < ${day}::date))) as broken,
      (select max(${on('t.at')})::text from touch t
        where ${of('t')} and t.reached and ${on('t.at')} <= ${day}::date) as last_contact,
      (select jsonb_agg(${on('t.at')}) from touch t where ${of('t')} and t.reached
        and t.at >= (${addDays(day, -BIRTHDAY_DAYS - GREETED_AROUND - 1)}::date)::timestamptz) as greeted,
      (select max(${on('a.at')})::text from audit_event a where a.branch_id = c.branch_id and a.customer_id = c.id
        and jsonb_path_exists(a.changes, '$[*] ? (@.field == "managerId" && @.before != null)') and ${on('a.at')} <= ${day}::date) as manager_changed
    from customer c join branch b on b.id = c.branch_id
    where c.branch_id = ${branchId} and c.id = any(${[...ids]}::uuid[])`
}

const knownOf = (row: KnownRow, day: Day): KnownCustomer => ({
  bills: (row.bills ?? []).map(([month, fen]) => ({ month: monthOfNumber(month), fen })),
  use: withSilence(
    (row.use ?? []).map(([month, amount]) => ({ month: monthOfNumber(month), amount })),
    addMonths(monthOf(day), -1),
  ),
  contractEnds: row.contract_ends,
  complaints: (row.complaints ?? []).map(([opened, closed]) => ({ opened, closed })),
  competitors: (row.sightings ?? []).map(([seen, name]) => ({ seen, name })),
  brokenPromises: row.broken ?? [],
  lastContact: row.last_contact,
  customerSince: row.since !== null && row.since <= day ? row.since : null,
  birthdayMissed: missedBirthday(row, day),
  managerChanged: row.manager_changed,
  portOutAsked: row.port_out,
})

type Use = { month: Month; amount: number }

/** A month between two that were reported, or after the last of them, has no row because nothing was used or ordered. */
const withSilence = (use: readonly Use[], until: Month): Use[] => {
  const reported = new Map(use.map(({ month, amount }) => [month, amount]))
  const first = [...reported.keys()].toSorted()[0]
  if (first === undefined) return []
  const months: Use[] = []
  for (let month = first; month <= until; month = addMonths(month, 1))
    months.push({ month, amount: reported.get(month) ?? 0 })
  return months
}

/** The last birthday of the past month around which nobody was in touch. */
const missedBirthday = ({ birthday, greeted }: KnownRow, day: Day): Day | null => {
  const known = birthdayFrom(birthday)
  if (!known) return null
  const last = birthdaysBetween(known, addDays(day, -BIRTHDAY_DAYS), addDays(day, -1)).at(-1)
  const near = (greeted ?? []).some((on) => last && Math.abs(daysBetween(last, on)) <= GREETED_AROUND)
  return last && !near ? last : null
}

/** Whether anything is known at all: without it, "no warning" would be a claim nobody can make. */
export const isKnown = (known: KnownCustomer): boolean =>
  [known.bills, known.use, known.complaints, known.competitors, known.brokenPromises].some((list) => list?.length) ||
  [known.contractEnds, known.lastContact, known.customerSince, known.portOutAsked].some(Boolean)
