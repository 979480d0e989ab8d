import { sql, type SqlBool } from 'kysely'
import type { caseEndpoints, caseShows } from '#api/case.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { clocksOf, nextAsk } from '#domain/case/clocks.ts'
import { type Complaint, isPaused } from '#domain/case/complaint.ts'
import { type Limit, limitsFor } from '#domain/case/limits.ts'
import { standingOfCase } from '#domain/case/service-case.ts'
import { usualHours, type WorkingTime } from '#domain/kernel/working-hours.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { caseEntryOf } from './commands.ts'
import { complaintOf } from './complaint-row.ts'
import { limitsOf } from './limits.ts'

type Ledger = (typeof caseEndpoints)['GET /api/cases']
type Line = Reply<Ledger>['rows'][number]
type Show = (typeof caseShows)[number]

const MOST_ROWS = 200

const shown: Record<Show, ReturnType<typeof sql<SqlBool>>> = {
  open: sql<SqlBool>`service_case.closed_at is null`,
  unasked: sql<SqlBool>`service_case.closed_at is not null and service_case.asked_at is null`,
  closed: sql<SqlBool>`service_case.closed_at is not null`,
  escalated: sql<SqlBool>`service_case.closed_at is null and service_case.escalations <> '[]'`,
  all: sql<SqlBool>`true`,
}

const casesWithin = (db: Db, caller: Caller, whose: 'own' | 'all') =>
  db
    .selectFrom('service_case')
    .leftJoin('customer', (on) =>
      on
        .onRef('customer.branch_id', '=', 'service_case.branch_id')
        .onRef('customer.id', '=', 'service_case.customer_id'),
    )
    .where('service_case.branch_id', '=', caller.branchId)
    .where((eb) =>
      eb.or([
        eb('service_case.owner_id', '=', caller.staffId),
        ...(whose === 'all'
          ? [eb('service_case.customer_id', 'in', customersWithin(db, caller, 'customer.read').select('customer.id'))]
          : []),
      ]),
    )

const selected = (query: ReturnType<typeof casesWithin>) =>
  query
    .leftJoin('staff as owner', (on) =>
      on.onRef('owner.branch_id', '=', 'service_case.branch_id').onRef('owner.id', '=', 'service_case.owner_id'),
    )
    .selectAll('service_case')
    .select(['customer.name', 'customer.kind as customer_kind', 'customer.address_form', 'owner.name as owner_name'])
    .orderBy(sql`(service_case.closed_at is not null)`)
    .orderBy(sql`case when service_case.closed_at is null then service_case.due_at end`)
    .orderBy('service_case.closed_at', 'desc')
    .limit(MOST_ROWS)

/** How clocks are read: the limits of the branch and its working hours. */
export type Reading = { now: Date; limits: readonly Limit[]; time: WorkingTime }

export const readingOf = async (db: Db, caller: Caller, now: Date): Promise<Reading> => ({
  now,
  limits: await limitsOf(db, caller.branchId, caller.timeZone),
  time: { hours: usualHours, timeZone: caller.timeZone },
})

export type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

export const lineOf = (row: Row, reading: Reading): Line => ({
  id: row.id,
  code: row.code,
  customer:
    row.customer_id && row.name
      ? { id: row.customer_id, name: row.name, calledBy: calledBy({ name: row.name, addressForm: row.address_form }) }
      : null,
  kind: row.kind,
  what: row.what,
  owner: { id: row.owner_id, name: row.owner_name ?? '' },
  openedAt: row.opened_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  provisional: row.provisional,
  standing: standingOfCase(caseEntryOf(row), reading.now),
  answeredAt: row.answered_at?.toISOString() ?? null,
  answer: row.answer,
  closedAt: row.closed_at?.toISOString() ?? null,
  felt: row.felt,
  askedAt: row.asked_at?.toISOString() ?? null,
  version: row.version,
  complaint: row.kind === 'complaint' ? complaintLine(complaintOf(row), row.customer_kind, reading) : null,
})

const complaintLine = (entry: Complaint, kind: Row['customer_kind'], reading: Reading): Line['complaint'] => {
  const next = nextOf(entry, kind, reading)
  return {
    level: entry.level,
    paused: isPaused(entry),
    escalated: entry.escalations.length > 0,
    unconfirmed: entry.closed?.confirmed === false,
    next: next && { ask: next.ask, due: next.due.toISOString() },
  }
}

/** What a complaint asks for next, by the limits its customer's kind knows. */
export const nextOf = (entry: Complaint, kind: Row['customer_kind'], { now, limits, time }: Reading) =>
  nextAsk(entry, clocksOf(entry, limitsFor(kind ?? 'person', limits), now, time), now, time)

/** One case as the reader may see it. */
export const caseRow = async (db: Db, caller: Caller, id: string): Promise<Row | undefined> =>
  selected(casesWithin(db, caller, 'all'))
    .where('service_case.id', '=', id)
    .executeTakeFirst()

export const caseLedger = async (
  db: Db,
  caller: Caller,
  now: Date,
  { show, whose }: Received<Ledger>['query'],
): Promise<Reply<Ledger>> => {
  const rows = await selected(casesWithin(db, caller, whose))
    .where(shown[show])
    .execute()
  const counted = (each: Show) => sql<number>`count(*) filter (where ${shown[each]})::int`
  const counts = await casesWithin(db, caller, whose)
    .select([
      counted('open').as('open'),
      counted('unasked').as('unasked'),
      counted('closed').as('closed'),
      counted('escalated').as('escalated'),
      counted('all').as('all'),
    ])
    .executeTakeFirstOrThrow()
  const reading = await readingOf(db, caller, now)
  return { rows: rows.map((row) => lineOf(row, reading)), counts }
}

export const casesOfCustomer = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: string,
): Promise<{ rows: Line[] }> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const rows = await selected(casesWithin(db, caller, 'all'))
    .where('service_case.customer_id', '=', customerId)
    .execute()
  const reading = await readingOf(db, caller, now)
  return { rows: rows.map((row) => lineOf(row, reading)) }
}
