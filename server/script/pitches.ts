import type { Received, Reply } from '#api/endpoint.ts'
import type { scriptEndpoints } from '#api/script.ts'
import { canBeSaid, overLong, pitchLines } from '#domain/script/pitch.ts'
import { reachOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Endpoints = typeof scriptEndpoints
type Body = Received<Endpoints['PUT /api/pitches/:id']>['body']

const mayForAll = (caller: Caller): boolean => reachOf(caller.roles, 'script.revise') !== null

/** Everybody's pitches and one's own, by product [G-13]. */
export const pitchesFor = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/scripts']>['pitches']> => {
  const rows = await db
    .selectFrom('pitch')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', caller.staffId)]))
    .orderBy('product')
    .orderBy('persona')
    .orderBy('id')
    .limit(400)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    product: row.product,
    persona: row.persona,
    itIs: row.it_is,
    suits: row.suits,
    afterUse: row.after_use,
    example: row.example,
    mine: row.owner_id === caller.staffId,
    everybodys: row.owner_id === null,
    mayChange: row.owner_id === caller.staffId || mayForAll(caller),
  }))
}

/** Keeps a pitch that can be said: four lines, none too long. Everybody's is for a lead to write. */
export const keepPitch = async (db: Db, caller: Caller, now: Date, id: string, body: Body): Promise<void> => {
  const long = pitchLines.find((line) => overLong(line, body[line]) > 0)
  if (long)
    return fail('rule.refused', {
      reasons: [{ code: 'pitch.long', params: { line: long, by: overLong(long, body[long]) } }],
    })
  if (!canBeSaid(body)) return fail('rule.refused', { reasons: [{ code: 'pitch.empty', params: {} }] })
  if (body.everybodys && !mayForAll(caller)) return fail('access.denied', { params: { action: 'script.revise' } })
  const lines = {
    owner_id: body.everybodys ? null : caller.staffId,
    product: body.product,
    persona: body.persona,
    it_is: body.itIs,
    suits: body.suits,
    after_use: body.afterUse,
    example: body.example,
    changed_by: caller.staffId,
    changed_at: now,
    removed_at: null,
  }
  await requireOwn(db, caller, id)
  await db
    .insertInto('pitch')
    .values({ branch_id: caller.branchId, id, ...lines })
    .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(lines))
    .execute()
}

/** Puts a pitch away; what was said of it stays counted. */
export const removePitch = async (db: Db, caller: Caller, now: Date, id: string): Promise<void> => {
  await requireOwn(db, caller, id)
  await db
    .updateTable('pitch')
    .set({ removed_at: now, changed_by: caller.staffId, changed_at: now })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .execute()
}

/** Everybody's is for a lead to change, one's own for oneself alone; somebody else's looks as if it were not there, to a lead as well. */
const requireOwn = async (db: Db, caller: Caller, id: string): Promise<void> => {
  const known = await db
    .selectFrom('pitch')
    .select('owner_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!known || known.owner_id === caller.staffId) return
  if (known.owner_id !== null || !mayForAll(caller)) fail('record.not_found')
}
