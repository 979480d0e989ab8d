import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { worklistEndpoints } from '#api/worklist.ts'
import { addDays } from '#domain/kernel/day.ts'
import { instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import { reachOf, scopeOf } from '#domain/staff/scope.ts'
import { isObligation } from '#domain/worklist/occasion.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import { formsToSee } from '#server/form/to-see.ts'
import type { Caller } from '#server/http/handler.ts'
import { withinScope } from '#server/staff/scope.ts'
import { workDayOf } from './day.ts'
import { retentionFigures } from './retention-count.ts'
import { counted } from './whom.ts'

/** Beyond it the rail shows no figure: it must never cost a scan of the branch. */
const MOST_COUNTED = 1000

type Counts = Reply<(typeof worklistEndpoints)['GET /api/counts']>

/** The figures of the rail, each asked only for a place the reader has. */
export const countsFor = async (db: Db, caller: Caller, at: Date): Promise<Counts> => {
  const { branchId, staffId, roles } = caller
  const works = reachOf(roles, 'contact.run') !== null
  const [day, own, forms, retention, waiting] = await Promise.all([
    works ? workDayOf(db, caller, at, counted) : null,
    works ? ownFigures(db, caller, at) : null,
    works ? formsToSee(db, caller, at) : null,
    works ? retentionFigures(db, caller, at) : null,
    db
      .selectFrom('hand_over')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('branch_id', '=', branchId)
      .where('to_id', '=', staffId)
      .where('state', 'in', ['asked', 'accepted'])
      .executeTakeFirstOrThrow(),
  ])
  const rows = day?.today.toContact ?? null
  return {
    today: day?.today.customers ?? null,
    owed: rows?.filter((item) => [item.headline, ...item.others].some(isObligation)).length ?? null,
    customers: own?.customers ?? null,
    promises: own?.promises ?? null,
    promisesDue: own?.due ?? null,
    round: own?.round ?? null,
    expectations: own?.expectations ?? null,
    cases: own?.cases ?? null,
    retention: retention?.open ?? null,
    retentionDue: retention?.due ?? null,
    handOvers: waiting.n,
    forms,
  }
}

/** All customers one may see, as the list opens; promises, expectations and cases of one's own, as their ledgers open. */
const ownFigures = async (db: Db, caller: Caller, at: Date) => {
  const { branchId, staffId, timeZone } = caller
  const all = customersWithin(db, caller, 'customer.read')
  const mine = all.where(withinScope({ kind: 'own', staffId })).select('customer.id')
  const tonight = instantAt(addDays(wallClockAt(at, timeZone).day, 1), 0, timeZone)
  const [customers, promises, expectations, cases, round] = await Promise.all([
    customersToSee(db, caller),
    db
      .selectFrom('promise')
      .select([
        sql<number>`count(*)::int`.as('n'),
        sql<number>`count(*) filter (where due_at < ${tonight})::int`.as('due'),
      ])
      .where('branch_id', '=', branchId)
      .where('owner_id', '=', staffId)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('expectation')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('branch_id', '=', branchId)
      .where('state', 'in', ['open', 'resetting'])
      .where((eb) => eb.or([eb('customer_id', 'in', mine), eb('noted_by', '=', staffId)]))
      .where('customer_id', 'in', all.select('customer.id'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('service_case')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('branch_id', '=', branchId)
      .where('owner_id', '=', staffId)
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow(),
    roundFigure(db, branchId, staffId, instantAt(wallClockAt(at, timeZone).day, 0, timeZone), tonight),
  ])
  return {
    customers: customers > MOST_COUNTED ? null : customers,
    promises: promises.n,
    due: promises.due,
    round: round.keeps ? round.today : null,
    expectations: expectations.n,
    cases: cases.n,
  }
}

/**
 * How many customers the list holds, and no more than the figure can say. Each way by its own key and in its order: with the ways as
 * one condition and a limit, the whole branch is looked through for the first thousand.
 */
const customersToSee = async (db: Db, caller: Caller): Promise<number> => {
  const { branchId } = caller
  const scope = scopeOf(caller, 'customer.read')
  if (scope.kind === 'none') return 0
  const own = scope.kind === 'all' ? [] : [scope.staffId]
  const units = scope.kind === 'units' ? scope.unitIds : []
  const one = (key: 'manager_id' | 'backup_id' | 'unit_id', ids: readonly string[]) => sql`
    select c.id from unnest(${[...ids]}::uuid[]) o (id), lateral (
      select id from customer where branch_id = ${branchId} and ${sql.ref(key)} = o.id and merged_into is null
      order by name_sort, id limit ${MOST_COUNTED + 1}) c`
  const ways =
    scope.kind === 'all'
      ? [sql`(select id from customer where branch_id = ${branchId} and merged_into is null limit ${MOST_COUNTED + 1})`]
      : [one('manager_id', own), one('backup_id', own), one('unit_id', units)]
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from (${sql.join(ways, sql` union `)}) seen`.execute(db)
  return rows[0]?.n ?? 0
}

/** Outlets to call on today, for who keeps any. */
const roundFigure = async (db: Db, branchId: number, staffId: string, from: Date, until: Date) => {
  const own = db
    .selectFrom('customer')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('kind', '=', 'outlet')
    .where('merged_into', 'is', null)
  const visits = db
    .selectFrom('appointment')
    .select(sql<number>`count(distinct customer_id)::int`.as('n'))
    .where('branch_id', '=', branchId)
    .where('owner_id', '=', staffId)
    .where('way', '=', 'visit')
    .where('state', '<>', 'cancelled')
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('customer')
          .select('customer.id')
          .where('customer.branch_id', '=', branchId)
          .whereRef('customer.id', '=', 'appointment.customer_id')
          .where('customer.kind', '=', 'outlet')
          .where('customer.merged_into', 'is', null),
      ),
    )
  const { keeps, today } = await db
    .selectNoFrom((eb) => [
      eb
        .or([eb.exists(own.where('manager_id', '=', staffId)), eb.exists(own.where('backup_id', '=', staffId))])
        .as('keeps'),
      visits.as('today'),
    ])
    .executeTakeFirstOrThrow()
  return { keeps: Boolean(keeps), today: today ?? 0 }
}
