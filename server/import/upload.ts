import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { fileOf, type ImportFolder, isThere, OtherContent, receive, removeFile, sha256Of, sweep } from './folder.ts'
import { requireOwnImport } from './find.ts'

type Part = { name: string; bytes: number; offset: number }

/** No export of a branch's customers comes near this. */
const MOST_BYTES = 2 * 1024 ** 3

/** Takes bytes of a file for an import that begins with them. Sent again, they are passed over; other bytes are refused. */
export const takeBytes = async (
  db: Db,
  folder: ImportFolder,
  caller: Caller,
  at: Date,
  id: string,
  part: Part,
  body: ReadableStream<Uint8Array> | null,
): Promise<{ received: number; whole: boolean }> => {
  if (part.bytes > MOST_BYTES) return fail('request.too_large', { params: { bytes: MOST_BYTES } })
  if (part.bytes === 0) return fail('rule.refused', { reasons: [{ code: 'sheet.empty', params: {} }] })
  await begin(db, folder, caller, at, id, part)
  const file = fileOf(folder, caller.branchId, id)
  const received = await receive(file, part.offset, part.bytes, body).catch((error: unknown) => {
    if (!(error instanceof OtherContent)) throw error
    return fail('rule.refused', { reasons: [{ code: 'import.other-content', params: {} }] })
  })
  const whole = received === part.bytes
  if (whole)
    await db
      .updateTable('import')
      .set({ state: 'ready', file_sha256: await sha256Of(file) })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .where('state', '=', 'uploading')
      .execute()
  return { received, whole }
}

const begin = async (db: Db, folder: ImportFolder, caller: Caller, at: Date, id: string, part: Part): Promise<void> => {
  const known = await db
    .selectFrom('import')
    .select(['actor_id', 'state', 'file_bytes', 'file_name'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) {
    const same = known.actor_id === caller.staffId && known.file_bytes === part.bytes && known.file_name === part.name
    if (!same) return fail('record.not_found')
    if (known.state === 'uploading' || (await isThere(fileOf(folder, caller.branchId, id)))) return
    return fail('rule.refused', { reasons: [{ code: 'import.file-gone', params: {} }] })
  }
  await sweep(folder, caller.branchId, at)
  const begun = await inTransaction(db, async (trx) => {
    const written = await trx
      .insertInto('import')
      .values({
        branch_id: caller.branchId,
        id,
        file_name: part.name,
        file_bytes: part.bytes,
        state: 'uploading',
        actor_id: caller.staffId,
        asked_at: at,
      })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!written) return false
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'import.uploaded',
      entity: 'import',
      entityId: id,
      params: { fileName: part.name },
    })
    return true
  })
  if (!begun) await begin(db, folder, caller, at, id, part)
}

/** Discards an upload nobody imported. */
export const discardImport = async (
  db: Db,
  folder: ImportFolder,
  caller: Caller,
  at: Date,
  id: string,
): Promise<void> => {
  const row = await requireOwnImport(db, caller, id)
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('import_reject').where('branch_id', '=', caller.branchId).where('import_id', '=', id).execute()
    const gone = await trx
      .deleteFrom('import')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .where('state', 'in', ['uploading', 'ready'])
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n)
      return fail('rule.refused', { reasons: [{ code: 'import.not-now', params: { state: row.state } }] })
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'import.discarded',
      entity: 'import',
      entityId: id,
      params: { fileName: row.file_name },
    })
  })
  await removeFile(fileOf(folder, caller.branchId, id))
}
