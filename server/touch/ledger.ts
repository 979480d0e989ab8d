import { sql, type SqlBool } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { promiseShows, touchEndpoints } from '#api/touch.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { promiseFigures } from '#domain/insight/promises.ts'
import { addDays } from '#domain/kernel/day.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import { firstDue, owesWord, standingOfPromise } from '#domain/touch/promise-ledger.ts'
import { customersWithin, lineSays } from '#server/customer/filter.ts'
import { refOf } from '#server/customer/list.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { promiseEntryOf, storedSteps } from './promise-row.ts'

type Ledger = (typeof touchEndpoints)['GET /api/promises']
type Query = Received<Ledger>['query']
type Line = Reply<Ledger>['rows'][number]
type Show = (typeof promiseShows)[number]

/** Promises the caller may see: those they own, and with `all` those of every customer they may read. */
const promisesWithin = (db: Db, caller: Caller, whose: 'own' | 'all') =>
  db
    .selectFrom('promise')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'promise.branch_id').onRef('customer.id', '=', 'promise.customer_id'),
    )
    .where('promise.branch_id', '=', caller.branchId)
    .where((eb) =>
      eb.or([
        eb('promise.owner_id', '=', caller.staffId),
        ...(whose === 'all'
          ? [eb('promise.customer_id', 'in', customersWithin(db, caller, 'customer.read').select('customer.id'))]
          : []),
      ]),
    )

const endOfDay = (now: Date, timeZone: string): Date =>
  instantAt(addDays(wallClockAt(now, timeZone).day, 1), 0, timeZone)

const shown = (show: Show, now: Date, tonight: Date) => {
  const conditions: Record<Show, ReturnType<typeof sql<SqlBool>>> = {
    open: sql<SqlBool>`promise.state = 'open'`,
    due: sql<SqlBool>`promise.state = 'open' and promise.due_at < ${tonight}`,
    overdue: sql<SqlBool>`promise.state = 'open' and promise.due_at < ${now}`,
    untold: sql<SqlBool>`promise.told_at is null and (promise.state = 'broken' or (promise.state = 'open' and promise.due_at < ${now}))`,
    settled: sql<SqlBool>`promise.state <> 'open'`,
    all: sql<SqlBool>`true`,
  }
  return conditions[show]
}

/** Settled promises are read newest first, all others in the order they fall due. */
export const promiseLedger = async (db: Db, caller: Caller, now: Date, query: Query): Promise<Reply<Ledger>> => {
  const tonight = endOfDay(now, caller.timeZone)
  const newestFirst = query.show === 'settled'
  const key = newestFirst ? sql<string>`coalesce(promise.settled_at, promise.due_at)` : sql<string>`promise.due_at`
  const after = query.cursor ? decodeCursor(query.cursor, 'instant') : null
  const beyond = newestFirst ? sql`<` : sql`>`
  const q = query.q?.trim() ?? ''
  const rows = await selected(promisesWithin(db, caller, query.whose))
    .where(shown(query.show, now, tonight))
    .$if(q !== '', (each) => each.where(lineSays(caller.branchId, 'promise.what', q)))
    .$if(after !== null, (each) =>
      each.where(
        sql<SqlBool>`(${key}, promise.id) ${beyond} (${String(after?.value)}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy(key, newestFirst ? 'desc' : 'asc')
    .orderBy('promise.id', newestFirst ? 'desc' : 'asc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const sortValue = last && (newestFirst ? (last.settled_at ?? last.due_at) : last.due_at)
  return {
    rows: await linesOf(db, caller, page, now, tonight),
    next:
      rows.length > query.limit && last && sortValue
        ? encodeCursor({ value: sortValue.toISOString(), id: last.id })
        : null,
    counts: await countsOf(db, caller, query.whose, now, tonight),
    figures: await figuresOf(db, caller, query.whose, now),
  }
}

const selected = (query: ReturnType<typeof promisesWithin>) =>
  query
    .leftJoin('staff as owner', (on) =>
      on.onRef('owner.branch_id', '=', 'promise.branch_id').onRef('owner.id', '=', 'promise.owner_id'),
    )
    .leftJoin('contact_person as person', (on) =>
      on.onRef('person.branch_id', '=', 'promise.branch_id').onRef('person.id', '=', 'promise.to_person_id'),
    )
    .selectAll('promise')
    .select(['customer.name', 'customer.address_form', 'owner.name as owner_name', 'person.name as person_name'])

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const linesOf = async (db: Db, caller: Caller, rows: readonly Row[], now: Date, tonight: Date): Promise<Line[]> => {
  const ids = rows.flatMap(({ history }) =>
    storedSteps(history).flatMap(({ actorId, toId }) => (toId ? [actorId, toId] : [actorId])),
  )
  const names = await namesOf(db, caller.branchId, ids)
  return rows.map((row) => {
    const entry = promiseEntryOf(row)
    return {
      id: row.id,
      customer: {
        id: row.customer_id,
        name: row.name,
        calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
      },
      toPerson: refOf(row.to_person_id, row.person_name),
      what: row.what,
      kind: row.kind,
      dueAt: row.due_at.toISOString(),
      firstDueAt: firstDue(entry).toISOString(),
      provisional: row.provisional,
      madeAt: row.made_at.toISOString(),
      owner: { id: row.owner_id, name: row.owner_name ?? '' },
      state: row.state,
      standing: standingOfPromise(entry, now, tonight),
      settledAt: row.settled_at?.toISOString() ?? null,
      toldAt: row.told_at?.toISOString() ?? null,
      owesWord: owesWord(entry, now),
      history: storedSteps(row.history).map((step) => ({
        at: step.at,
        by: names.get(step.actorId) ?? '',
        move: step.move,
        note: step.note ?? '',
        from: step.from ?? null,
        to: step.to ?? null,
        toName: step.toId ? (names.get(step.toId) ?? null) : null,
      })),
      version: row.version,
    }
  })
}

const countsOf = async (db: Db, caller: Caller, whose: 'own' | 'all', now: Date, tonight: Date) => {
  const counted = (show: Show) => sql<number>`count(*) filter (where ${shown(show, now, tonight)})::int`
  return promisesWithin(db, caller, whose)
    .select([
      counted('open').as('open'),
      counted('due').as('due'),
      counted('overdue').as('overdue'),
      counted('untold').as('untold'),
      counted('settled').as('settled'),
      counted('all').as('all'),
    ])
    .executeTakeFirstOrThrow()
}

const FIGURE_DAYS = 90

/** The kept rate beside promises per hundred contacts: a rate alone would reward promising nothing. */
const figuresOf = async (db: Db, caller: Caller, whose: 'own' | 'all', now: Date) => {
  const from = new Date(now.getTime() - FIGURE_DAYS * 86_400_000)
  const rows = await promisesWithin(db, caller, whose)
    .select([
      'promise.id',
      'promise.owner_id',
      'promise.made_at',
      'promise.due_at',
      'promise.state',
      'promise.settled_at',
      'promise.told_at',
      'promise.history',
    ])
    .where((eb) => eb.or([eb('promise.due_at', '>=', from), eb('promise.made_at', '>=', from)]))
    .execute()
  const { contacts } = await db
    .selectFrom('touch')
    .select(sql<number>`count(*)::int`.as('contacts'))
    .where('branch_id', '=', caller.branchId)
    .where('reached', '=', true)
    .where('at', '>=', from)
    .$if(whose === 'own', (query) => query.where('staff_id', '=', caller.staffId))
    .$if(whose === 'all', (query) =>
      query.where('customer_id', 'in', customersWithin(db, caller, 'customer.read').select('customer.id')),
    )
    .executeTakeFirstOrThrow()
  const records = rows.map((row) => ({ id: row.id, madeAt: row.made_at, ...promiseEntryOf(row) }))
  return promiseFigures(records, contacts, { from, until: new Date(now.getTime() + 1), unit: null }, now)
}

/** Everything promised to one customer: open ones in the order they fall due, then the settled, newest first. */
export const promisesOfCustomer = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: string,
): Promise<{ rows: Line[] }> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const rows = await selected(promisesWithin(db, caller, 'all'))
    .where('promise.customer_id', '=', customerId)
    .orderBy(sql`(promise.state <> 'open')`)
    .orderBy(sql`case when promise.state = 'open' then promise.due_at end`)
    .orderBy('promise.settled_at', 'desc')
    .execute()
  return { rows: await linesOf(db, caller, rows, now, endOfDay(now, caller.timeZone)) }
}
