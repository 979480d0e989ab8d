import type { Received } from '#api/endpoint.ts'
import type { formEndpoints } from '#api/form.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { refuseForm } from './write.ts'

type Body = Received<(typeof formEndpoints)['PUT /api/gifts/:id']>['body']

/** What can be given, and how many are left. */
export const giftsInStore = async (db: Db, caller: Caller) => {
  const rows = await db
    .selectFrom('gift')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .orderBy('name')
    .limit(300)
    .execute()
  return {
    gifts: rows.map(({ id, name, in_store, note, version }) => ({ id, name, inStore: in_store, note, version })),
    may: reachOf(caller.roles, 'form.approve') !== null,
  }
}

/** Enters a gift or counts it anew; the count before stands in the audit. */
export const putGift = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { name, inStore, note, baseVersion }: Body,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const rows = await trx
      .selectFrom('gift')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where((eb) => eb.or([eb('id', '=', id), eb('name', '=', name)]))
      .forUpdate()
      .execute()
    if (rows.some((row) => row.id !== id && row.name === name))
      return refuseForm({ code: 'gift.same', params: { gift: name } })
    const there = rows.find((row) => row.id === id)
    const same = there?.name === name && there.in_store === inStore && there.note === note
    if (there && same) return { version: there.version }
    if (there && there.version !== baseVersion)
      return fail('record.conflict', {
        conflicts: [
          { field: 'inStore', theirs: there.in_store, yours: inStore, by: '', at: there.changed_at.toISOString() },
        ],
      })
    if (!there && baseVersion !== null) return fail('record.not_found')
    const version = (there?.version ?? 0) + 1
    const row = { name, in_store: inStore, note, changed_at: now, changed_by: caller.staffId, version }
    await trx
      .insertInto('gift')
      .values({ branch_id: caller.branchId, id, ...row })
      .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(row))
      .execute()
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'gift.counted',
      entity: 'gift',
      entityId: id,
      version,
      changes: [{ field: 'inStore', before: there?.in_store ?? null, after: inStore }],
      params: { gift: name },
    })
    return { version }
  })
