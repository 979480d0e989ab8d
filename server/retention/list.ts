import { sql, type SqlBool } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { retentionEndpoints, retentionShows } from '#api/retention.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import type { Id } from '#domain/kernel/id.ts'
import { type ClockKind, standingOfClock } from '#domain/retention/case-clock.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Endpoint = (typeof retentionEndpoints)['GET /api/retention']
type Show = (typeof retentionShows)[number]
type Card = Reply<Endpoint>['rows'][number]

const MOST = 200

/** What it waits for first, from whoever. */
const due = sql<Date>`least(retention_case.next_due, retention_case.lead_due)`

const shownAt = (now: Date): Record<Show, ReturnType<typeof sql<SqlBool>>> => ({
  open: sql<SqlBool>`retention_case.stage <> 'closed'`,
  waiting: sql<SqlBool>`retention_case.stage <> 'closed' and retention_case.lead_kind is not null`,
  overdue: sql<SqlBool>`retention_case.stage <> 'closed' and ${due} < ${now}`,
  closed: sql<SqlBool>`retention_case.stage = 'closed'`,
})

/** Own: in the reader's hands, or in nobody's and about a customer they keep. */
const casesWithin = (db: Db, caller: Caller, whose: 'own' | 'all') =>
  customersWithin(db, caller, 'customer.read')
    .innerJoin('retention_case', (on) =>
      on.on('retention_case.branch_id', '=', caller.branchId).onRef('retention_case.customer_id', '=', 'customer.id'),
    )
    .$if(whose === 'own', (query) =>
      query.where((eb) =>
        eb.or([
          eb('retention_case.owner_id', '=', caller.staffId),
          eb.and([
            eb('retention_case.owner_id', 'is', null),
            eb.or([eb('customer.manager_id', '=', caller.staffId), eb('customer.backup_id', '=', caller.staffId)]),
          ]),
        ]),
      ),
    )

const selected = (query: ReturnType<typeof casesWithin>) =>
  query
    .leftJoin('staff as owner', (on) =>
      on.onRef('owner.branch_id', '=', 'retention_case.branch_id').onRef('owner.id', '=', 'retention_case.owner_id'),
    )
    .selectAll('retention_case')
    .select(['customer.name', 'customer.kind', 'customer.address_form', 'owner.name as owner_name', 'standing.tier'])

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const cardOf = (row: Row, now: Date, timeZone: string): Card => ({
  id: row.id,
  customer: {
    id: row.customer_id,
    name: row.name,
    calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
    kind: row.kind,
    tier: row.tier,
  },
  stage: row.stage,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
  signal: row.signal,
  atRiskFen: row.at_risk_fen,
  next: nextOf(row, now, timeZone),
  outcome: row.outcome,
  openedAt: row.opened_at.toISOString(),
})

const nextOf = (
  { stage, next_kind, next_due, lead_kind, lead_due }: Row,
  now: Date,
  timeZone: string,
): Card['next'] => {
  if (stage === 'closed') return null
  const owner = next_kind && next_due ? { kind: next_kind as ClockKind, who: 'owner' as const, dueAt: next_due } : null
  const lead = lead_kind && lead_due ? { kind: lead_kind, who: 'lead' as const, dueAt: lead_due } : null
  const first = owner && lead ? (lead.dueAt <= owner.dueAt ? lead : owner) : (owner ?? lead)
  if (!first) return null
  const standing = standingOfClock({ ...first, provisional: false }, now, timeZone)
  return { kind: first.kind, who: first.who, due: first.dueAt.toISOString(), standing }
}

/** The cases in reach: what is due first on top, of equal clocks the one with more money at risk; closed ones newest first. */
export const listRetention = async (
  db: Db,
  caller: Caller,
  now: Date,
  { show, whose }: Received<Endpoint>['query'],
): Promise<Reply<Endpoint>> => {
  const shown = shownAt(now)
  const found = selected(casesWithin(db, caller, whose)).where(shown[show])
  const ordered =
    show === 'closed'
      ? found.orderBy('retention_case.changed_at', 'desc')
      : found.orderBy(due).orderBy('retention_case.at_risk_fen', (order) => order.desc().nullsLast())
  const rows = await ordered
    .orderBy('retention_case.id')
    .limit(MOST + 1)
    .execute()
  const counted = (each: Show) => sql<number>`count(*) filter (where ${shown[each]})::int`
  const counts = await casesWithin(db, caller, whose)
    .select([
      counted('open').as('open'),
      counted('waiting').as('waiting'),
      counted('overdue').as('overdue'),
      counted('closed').as('closed'),
    ])
    .executeTakeFirstOrThrow()
  const cards = rows.slice(0, MOST).map((row) => cardOf(row, now, caller.timeZone))
  return { rows: cards, counts, more: rows.length > MOST }
}

/** One customer's cases, the open one first. */
export const retentionOfCustomer = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: Id,
): Promise<{ rows: Card[] }> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const rows = await selected(casesWithin(db, caller, 'all'))
    .where('retention_case.customer_id', '=', customerId)
    .orderBy(sql`retention_case.stage = 'closed'`)
    .orderBy('retention_case.opened_at', 'desc')
    .limit(MOST)
    .execute()
  return { rows: rows.map((row) => cardOf(row, now, caller.timeZone)) }
}

/** One case's card; the reader is known to see its customer. */
export const cardOfCase = async (db: Db, caller: Caller, now: Date, id: Id): Promise<Card | null> => {
  const row = await selected(casesWithin(db, caller, 'all'))
    .where('retention_case.id', '=', id)
    .executeTakeFirst()
  return row ? cardOf(row, now, caller.timeZone) : null
}
