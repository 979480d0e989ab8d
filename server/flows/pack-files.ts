import type { Reply, Received } from '#api/endpoint.ts'
import type { packFileEndpoints } from '#api/pack-file.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { currentPacks } from '#server/playbook/load.ts'
import { namesOf } from '#server/staff/names.ts'
import { packFile } from './pack-export.ts'
import { checkPack, importPack } from './pack-import.ts'
import { packParts } from './pack-parts.ts'

type Endpoints = typeof packFileEndpoints
type Place = Received<Endpoints['DELETE /api/pack-files/:pack/:kind/:name']>['params']

const listPackFiles = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/pack-files']>> => {
  const [packs, rows] = await Promise.all([
    currentPacks(db, caller.branchId),
    db
      .selectFrom('branch_pack_file')
      .select(['pack', 'kind', 'name', 'file_hash', 'imported_by', 'imported_at'])
      .where('branch_id', '=', caller.branchId)
      .orderBy('pack')
      .orderBy('kind')
      .orderBy('name')
      .execute(),
  ])
  const names = await namesOf(
    db,
    caller.branchId,
    rows.map(({ imported_by }) => imported_by),
  )
  const known = new Map(
    await Promise.all(packParts.map(async (part) => [part.kind, await part.known(db, caller.branchId)] as const)),
  )
  return {
    packs: packs.map(({ id, about }) => ({ id, title: about?.title ?? { zh: id, en: id } })),
    files: rows.map(({ pack, kind, name, file_hash, imported_by, imported_at }) => {
      const file = known.get(kind)?.get(`${pack}/${name}`)
      const ownHash = file?.ownHash ?? null
      return {
        pack,
        kind,
        name,
        title: file?.title ?? { zh: name, en: name },
        by: names.get(imported_by) ?? '',
        at: imported_at.toISOString(),
        own: ownHash !== null,
        newer: ownHash !== null && ownHash !== file_hash,
      }
    }),
    mayPublish: reachOf(caller.roles, 'playbook.publish') !== null,
  }
}

/** Uses the pack's own again; a form that was filled in keeps the layout it was filled in on. */
const dropPackFile = (db: Db, caller: Caller, at: Date, { pack, kind, name }: Place): Promise<void> =>
  inTransaction(db, async (trx) => {
    const dropped = await trx
      .deleteFrom('branch_pack_file')
      .where('branch_id', '=', caller.branchId)
      .where('kind', '=', kind)
      .where('pack', '=', pack)
      .where('name', '=', name)
      .returning('name')
      .executeTakeFirst()
    if (!dropped) return fail('record.not_found')
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'pack.file_dropped',
      entity: 'pack',
      params: { pack, kind, name },
    })
  })

/** Packs as files; `content` is the folder the packs lie in. */
export const packFileHandlers = (content: string): Handlers<Endpoints> => ({
  'GET /api/pack-files': async ({ db, caller }) => listPackFiles(db, caller),
  'DELETE /api/pack-files/:pack/:kind/:name': async ({ db, caller, clock, params }) =>
    dropPackFile(db, caller, clock.now(), params),
  'GET /api/packs/:pack/file': async ({ db, caller, clock, params }) =>
    packFile(db, content, caller, clock.now(), params.pack),
  'POST /api/pack-checks': async ({ db, caller, clock, request }) => checkPack(db, caller, clock.now(), request.body),
  'POST /api/pack-imports': async ({ db, caller, clock, request }) => importPack(db, caller, clock.now(), request.body),
})
