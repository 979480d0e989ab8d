import { sql } from 'kysely'
import type { customerActEndpoints } from '#api/customer-acts.ts'
import type { Reply } from '#api/endpoint.ts'
import { mayKeepViews, mostViews, type ViewScreen } from '#domain/customer/view.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Views = Reply<(typeof customerActEndpoints)['GET /api/views']>
type View = { screen: ViewScreen; name: string; shared: boolean; definition: Record<string, unknown> }

/** One's own views of a screen and those colleagues shared, one's own first. */
export const savedViews = async (db: Db, caller: Caller, screen: ViewScreen): Promise<Views> => {
  requireScreen(caller, screen)
  const rows = await db
    .selectFrom('saved_view')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'saved_view.branch_id').onRef('staff.id', '=', 'saved_view.owner_id'),
    )
    .select(['saved_view.id', 'saved_view.name', 'shared', 'owner_id', 'definition', 'staff.name as owner_name'])
    .where('saved_view.branch_id', '=', caller.branchId)
    .where('screen', '=', screen)
    .where((eb) => eb.or([eb('owner_id', '=', caller.staffId), eb('shared', '=', true)]))
    .orderBy('saved_view.id')
    .execute()
  const views = rows.map((row) => ({
    id: row.id,
    name: row.name,
    shared: row.shared,
    owner: row.owner_name,
    mine: row.owner_id === caller.staffId,
    definition: row.definition as Record<string, unknown>,
  }))
  return { views: [...views.filter(({ mine }) => mine), ...views.filter(({ mine }) => !mine)] }
}

export const saveView = async (db: Db, caller: Caller, at: Date, id: string, view: View): Promise<void> =>
  inTransaction(db, async (trx) => {
    requireScreen(caller, view.screen)
    await requireRoom(trx, caller, id)
    const values = {
      screen: view.screen,
      name: view.name,
      shared: view.shared,
      definition: JSON.stringify(view.definition),
    }
    const written = await trx
      .insertInto('saved_view')
      .values({ branch_id: caller.branchId, id, owner_id: caller.staffId, ...values })
      .onConflict((on) =>
        on.columns(['branch_id', 'id']).doUpdateSet(values).where('saved_view.owner_id', '=', caller.staffId),
      )
      .returning('id')
      .executeTakeFirst()
    if (!written) return fail('rule.refused', { reasons: [{ code: 'view.foreign', params: {} }] })
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'view.saved',
      entity: 'view',
      entityId: id,
      params: { name: view.name, shared: view.shared },
    })
  })

export const deleteView = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    if ((await ownerOf(trx, caller, id)) !== caller.staffId) return fail('record.not_found')
    await trx.deleteFrom('saved_view').where('branch_id', '=', caller.branchId).where('id', '=', id).execute()
    await audit(trx, caller.branchId, caller.staffId, at, { action: 'view.deleted', entity: 'view', entityId: id })
  })

const requireScreen = (caller: Caller, screen: ViewScreen): void => {
  if (!mayKeepViews(caller.roles, screen)) fail('access.denied')
}

/** One at a time for each owner, so that many at once do not each find the last free place. */
const requireRoom = async (trx: Db, caller: Caller, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`views of ${caller.staffId}`}), ${caller.branchId})`.execute(trx)
  const { others } = await trx
    .selectFrom('saved_view')
    .select(sql<number>`count(*)::int`.as('others'))
    .where('branch_id', '=', caller.branchId)
    .where('owner_id', '=', caller.staffId)
    .where('id', '<>', id)
    .executeTakeFirstOrThrow()
  if (others >= mostViews) fail('rule.refused', { reasons: [{ code: 'view.too_many', params: { most: mostViews } }] })
}

const ownerOf = async (trx: Db, caller: Caller, id: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('saved_view')
    .select('owner_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.owner_id ?? null
}
