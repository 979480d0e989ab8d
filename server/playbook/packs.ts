import type { Reply } from '#api/endpoint.ts'
import type { packEndpoints } from '#api/pack.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { currentPacks, currentPlaybooks, type StoredPack } from './load.ts'

type Endpoints = typeof packEndpoints

const allPacks = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/packs']>> => {
  const [packs, playbooks, units, leftOut] = await Promise.all([
    currentPacks(db, caller.branchId),
    currentPlaybooks(db, caller.branchId),
    db
      .selectFrom('unit')
      .select(['id', 'name', 'parent_id', 'code'])
      .where('branch_id', '=', caller.branchId)
      .orderBy('code')
      .execute(),
    db.selectFrom('pack_left_out').select(['unit_id', 'pack']).where('branch_id', '=', caller.branchId).execute(),
  ])
  return {
    packs: packs.map((pack) => ({
      ...saidOf(pack),
      id: pack.id,
      always: isNeeded(pack.id, packs),
      playbooks: playbooks
        .filter((one) => one.pack === pack.id)
        .map(({ playbook }) => ({ key: playbook.id, version: playbook.version, title: playbook.title })),
      problems: pack.problems,
      loadedAt: pack.loadedAt.toISOString(),
      leftOutBy: leftOut.filter((one) => one.pack === pack.id).map(({ unit_id }) => unit_id),
    })),
    units: units.map(({ id, name, parent_id }) => ({ id, name, parentId: parent_id })),
  }
}

/** What a pack says of itself; one that has never been sound is known by its folder alone. */
const saidOf = ({ id, about }: StoredPack) => {
  const unnamed = { zh: id, en: id }
  return {
    title: about?.title ?? unnamed,
    aim: about?.aim ?? { zh: '', en: '' },
    version: about?.version ?? 0,
    reviewer: about?.reviewer ?? { zh: '', en: '' },
    reviewed: about?.reviewed ?? '',
    customerKinds: about?.customerKinds ?? null,
  }
}

const isNeeded = (id: string, packs: readonly StoredPack[]): boolean =>
  packs.some(({ about }) => about?.needs.includes(id) ?? false)

/** A unit does without a pack, or works with it again; one that others build on is not for leaving out. */
const choosePack = async (
  db: Db,
  caller: Caller,
  at: Date,
  { id: unitId, pack }: { id: string; pack: string },
  used: boolean,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    const unit = await trx
      .selectFrom('unit')
      .select('id')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', unitId)
      .executeTakeFirst()
    const packs = await currentPacks(trx, caller.branchId)
    if (!unit || !packs.some(({ id }) => id === pack)) return fail('record.not_found')
    if (!used && isNeeded(pack, packs)) return fail('rule.refused', { reasons: [{ code: 'pack.needed', params: {} }] })
    if (used)
      await trx
        .deleteFrom('pack_left_out')
        .where('branch_id', '=', caller.branchId)
        .where('unit_id', '=', unitId)
        .where('pack', '=', pack)
        .execute()
    else
      await trx
        .insertInto('pack_left_out')
        .values({ branch_id: caller.branchId, unit_id: unitId, pack, left_by: caller.staffId, left_at: at })
        .onConflict((on) => on.columns(['branch_id', 'unit_id', 'pack']).doNothing())
        .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: used ? 'pack.used' : 'pack.left_out',
      entity: 'unit',
      entityId: unitId,
      params: { pack },
    })
  })

export const packHandlers: Handlers<Endpoints> = {
  'GET /api/packs': async ({ db, caller }) => allPacks(db, caller),
  'PUT /api/units/:id/packs/:pack': async ({ db, caller, clock, params, body }) =>
    choosePack(db, caller, clock.now(), params, body.used),
}
