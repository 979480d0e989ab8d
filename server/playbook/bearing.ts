import type { bearingEndpoints } from '#api/bearing.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { checklistsFor, requirePairs } from './checklists.ts'

type Endpoints = typeof bearingEndpoints
const SHOWN = 20

const ownChecks = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/self-checks']>> => {
  const rows = await db
    .selectFrom('self_check')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('staff_id', '=', caller.staffId)
    .orderBy('done_at', 'desc')
    .limit(SHOWN)
    .execute()
  return {
    checks: rows.map(({ id, checklist, wear, place, exceptions, done_at }) => ({
      id,
      checklist,
      wear,
      place,
      exceptions,
      doneAt: done_at.toISOString(),
    })),
  }
}

/** Kept for oneself: no audit row either, for others read those. */
const keepCheck = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  { checklist, wear, place, exceptions }: Received<Endpoints['PUT /api/self-checks/:id']>['body'],
): Promise<{ id: string }> =>
  inTransaction(db, async (trx) => {
    await requirePairs(trx, caller, checklist, { wear, door: place === 'door', names: exceptions })
    const written = await trx
      .insertInto('self_check')
      .values({
        branch_id: caller.branchId,
        id,
        staff_id: caller.staffId,
        checklist,
        wear,
        place,
        exceptions: [...new Set(exceptions)],
        done_at: at,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (written) return { id }
    const known = await trx
      .selectFrom('self_check')
      .select('staff_id')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    return known?.staff_id === caller.staffId ? { id } : fail('record.exists')
  })

/** Whom somebody may observe: the colleagues of their units who keep customers. */
const observedBy = (db: Db, caller: Caller) =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('branch_id', '=', caller.branchId)
    .where('active', '=', true)
    .where('id', '<>', caller.staffId)
    .where('unit_id', 'in', caller.unitIds.length > 0 ? [...caller.unitIds] : [caller.staffId])
    .orderBy('name_sort')

const sheets = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/bearing-sheets']>> => {
  const of = (column: 'observed_id' | 'observer_id') =>
    db
      .selectFrom('bearing_sheet')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where(column, '=', caller.staffId)
      .orderBy('given_at', 'desc')
      .limit(SHOWN)
      .execute()
  const leads = reachOf(caller.roles, 'team.read') !== null
  const [mine, given, observes] = await Promise.all([
    of('observed_id'),
    of('observer_id'),
    leads ? observedBy(db, caller).execute() : [],
  ])
  const people = [...mine.map((one) => one.observer_id), ...given.map((one) => one.observed_id)]
  const names = await namesOf(db, caller.branchId, people)
  return {
    mine: mine.map((one) => ({
      id: one.id,
      by: names.get(one.observer_id) ?? '',
      seenOn: one.seen_on,
      checklist: one.checklist,
      wear: one.wear,
      seen: one.seen as Record<string, 'do' | 'dont'>,
      note: one.note,
      readAt: one.read_at?.toISOString() ?? null,
    })),
    given: given.map((one) => ({
      id: one.id,
      to: names.get(one.observed_id) ?? '',
      seenOn: one.seen_on,
      readAt: one.read_at?.toISOString() ?? null,
    })),
    observes,
  }
}

const giveSheet = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  body: Received<Endpoints['PUT /api/bearing-sheets/:id']>['body'],
): Promise<{ id: string }> =>
  inTransaction(db, async (trx) => {
    const observed = await observedBy(trx, caller).where('id', '=', body.observedId).executeTakeFirst()
    if (!observed) return fail('record.not_found')
    await requirePairs(trx, caller, body.checklist, { wear: body.wear, door: false, names: Object.keys(body.seen) })
    const known = await trx
      .selectFrom('bearing_sheet')
      .select(['observer_id', 'observed_id'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (known)
      return known.observer_id === caller.staffId && known.observed_id === observed.id ? { id } : fail('record.exists')
    await trx
      .insertInto('bearing_sheet')
      .values({
        branch_id: caller.branchId,
        id,
        observer_id: caller.staffId,
        observed_id: observed.id,
        checklist: body.checklist,
        wear: body.wear,
        seen_on: body.seenOn,
        seen: JSON.stringify(body.seen),
        note: body.note,
        given_at: at,
      })
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'bearing.given',
      entity: 'bearing_sheet',
      entityId: id,
      params: { to: observed.id },
    })
    return { id }
  })

const markRead = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> => {
  const sheet = await db
    .selectFrom('bearing_sheet')
    .select('read_at')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .where('observed_id', '=', caller.staffId)
    .executeTakeFirst()
  if (!sheet) return fail('record.not_found')
  await db
    .updateTable('bearing_sheet')
    .set({ read_at: at })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute()
}

export const bearingHandlers: Handlers<Endpoints> = {
  'GET /api/checklists': async ({ db, caller }) => ({ checklists: await checklistsFor(db, caller) }),
  'GET /api/self-checks': async ({ db, caller }) => ownChecks(db, caller),
  'PUT /api/self-checks/:id': async ({ db, caller, clock, params, body }) =>
    keepCheck(db, caller, clock.now(), params.id, body),
  'GET /api/bearing-sheets': async ({ db, caller }) => sheets(db, caller),
  'PUT /api/bearing-sheets/:id': async ({ db, caller, clock, params, body }) =>
    giveSheet(db, caller, clock.now(), params.id, body),
  'POST /api/bearing-sheets/:id/readings': async ({ db, caller, clock, params }) =>
    markRead(db, caller, clock.now(), params.id),
}
