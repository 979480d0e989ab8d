import { sql, type SqlBool } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { expectationEndpoints, expectationShows } from '#api/expectation.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { customersWithin, lineSays } from '#server/customer/filter.ts'
import { refOf } from '#server/customer/list.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { storedExpectationSteps } from './expectation-row.ts'

type Ledger = (typeof expectationEndpoints)['GET /api/expectations']
type Query = Received<Ledger>['query']
type Line = Reply<Ledger>['rows'][number]
type Show = (typeof expectationShows)[number]

const shown: Record<Show, ReturnType<typeof sql<SqlBool>>> = {
  open: sql<SqlBool>`expectation.state in ('open', 'resetting')`,
  unanswered: sql<SqlBool>`expectation.state = 'open' and expectation.can is null`,
  resetting: sql<SqlBool>`expectation.state = 'resetting'`,
  agreed: sql<SqlBool>`expectation.state = 'agreed'`,
  settled: sql<SqlBool>`expectation.state in ('explained', 'met', 'closed')`,
  all: sql<SqlBool>`true`,
}

/** Own: noted by the caller, or of a customer the caller keeps. */
const expectationsWithin = (db: Db, caller: Caller, whose: 'own' | 'all') =>
  db
    .selectFrom('expectation')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'expectation.branch_id').onRef('customer.id', '=', 'expectation.customer_id'),
    )
    .where('expectation.branch_id', '=', caller.branchId)
    .where('expectation.customer_id', 'in', customersWithin(db, caller, 'customer.read').select('customer.id'))
    .$if(whose === 'own', (query) =>
      query.where((eb) =>
        eb.or([
          eb('expectation.noted_by', '=', caller.staffId),
          eb('customer.manager_id', '=', caller.staffId),
          eb('customer.backup_id', '=', caller.staffId),
        ]),
      ),
    )

/** Unanswered first, then by the day it was said, oldest on top: nobody is kept waiting because somebody else is louder. */
const place = sql<string>`(case when expectation.state = 'open' and expectation.can is null then '0' else '1' end || expectation.said_on::text)`

export const expectationLedger = async (db: Db, caller: Caller, query: Query): Promise<Reply<Ledger>> => {
  const after = query.cursor ? decodeCursor(query.cursor, 'text') : null
  const q = query.q?.trim() ?? ''
  const rows = await selected(expectationsWithin(db, caller, query.whose))
    .select(place.as('place'))
    .where(shown[query.show])
    .$if(q !== '', (each) => each.where(lineSays(caller.branchId, 'expectation.what', q)))
    .$if(after !== null, (each) =>
      each.where(sql<SqlBool>`(${place}, expectation.id) > (${after?.value}, ${after?.id}::uuid)`),
    )
    .orderBy(place)
    .orderBy('expectation.id')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: await linesOf(db, caller.branchId, page),
    next: rows.length > query.limit && last ? encodeCursor({ value: last.place, id: last.id }) : null,
    counts: await countsOf(db, caller, query.whose),
  }
}

const countsOf = async (db: Db, caller: Caller, whose: 'own' | 'all') => {
  const counted = (show: Show) => sql<number>`count(*) filter (where ${shown[show]})::int`
  return expectationsWithin(db, caller, whose)
    .select([
      counted('open').as('open'),
      counted('unanswered').as('unanswered'),
      counted('resetting').as('resetting'),
      counted('agreed').as('agreed'),
      counted('settled').as('settled'),
      counted('all').as('all'),
    ])
    .executeTakeFirstOrThrow()
}

const selected = (query: ReturnType<typeof expectationsWithin>) =>
  query
    .leftJoin('staff as noter', (on) =>
      on.onRef('noter.branch_id', '=', 'expectation.branch_id').onRef('noter.id', '=', 'expectation.noted_by'),
    )
    .leftJoin('contact_person as person', (on) =>
      on.onRef('person.branch_id', '=', 'expectation.branch_id').onRef('person.id', '=', 'expectation.said_by'),
    )
    .selectAll('expectation')
    .select(['customer.name', 'customer.address_form', 'noter.name as noter_name', 'person.name as person_name'])

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const linesOf = async (db: Db, branchId: number, rows: readonly Row[]): Promise<Line[]> => {
  const actors = rows.flatMap(({ history }) => storedExpectationSteps(history).map(({ actorId }) => actorId))
  const names = await namesOf(db, branchId, actors)
  return rows.map((row) => ({
    id: row.id,
    customer: {
      id: row.customer_id,
      name: row.name,
      calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
    },
    saidBy: refOf(row.said_by, row.person_name),
    what: row.what,
    nature: row.nature,
    rank: row.rank,
    can: row.can,
    offer: row.offer,
    origin: row.origin,
    feeling: row.feeling,
    uncertain: row.uncertain,
    state: row.state,
    agreedWording: row.agreed_wording,
    saidOn: row.said_on,
    notedBy: { id: row.noted_by, name: row.noter_name ?? '' },
    updatedAt: row.updated_at.toISOString(),
    history: storedExpectationSteps(row.history).map((step) => ({
      at: step.at,
      by: names.get(step.actorId) ?? '',
      move: step.move,
      wording: step.wording ?? '',
      reply: step.reply ?? '',
      can: step.can ?? null,
      openly: step.openly ?? false,
    })),
    version: row.version,
  }))
}

/** One customer's board, in the customer's own order, what is settled last. */
export const expectationsOfCustomer = async (db: Db, caller: Caller, customerId: string): Promise<{ rows: Line[] }> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const rows = await selected(expectationsWithin(db, caller, 'all'))
    .where('expectation.customer_id', '=', customerId)
    .orderBy(sql`expectation.state in ('explained', 'met', 'closed')`)
    .orderBy('expectation.rank')
    .execute()
  return { rows: await linesOf(db, caller.branchId, rows) }
}
