import type { Reply } from '#api/endpoint.ts'
import type { importEndpoints } from '#api/import.ts'
import type { TargetKind } from '#domain/import/field.ts'
import { type Mapping, type MappingTemplate, templateOf } from '#domain/import/mapping.ts'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Kept = { id: string; template: MappingTemplate }

/** The mapping kept for files with these columns; null when there was none yet. */
export const templateFor = async (
  db: Db,
  branchId: number,
  target: TargetKind,
  fingerprint: string,
): Promise<Kept | null> => {
  const row = await db
    .selectFrom('import_template')
    .select(['id', 'name', 'mapping'])
    .where('branch_id', '=', branchId)
    .where('target', '=', target)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (!row) return null
  const mapping = row.mapping as unknown as MappingTemplate['mapping']
  return { id: row.id, template: { name: row.name, fingerprint, mapping } }
}

/** Keeps a mapping for the next file with the same columns, under the name of the file it was made for. */
export const keepTemplate = async (
  trx: Db,
  branchId: number,
  ownerId: string,
  at: Date,
  fileName: string,
  mapping: Mapping,
): Promise<void> => {
  const { name, fingerprint, mapping: kept } = templateOf(fileName.replace(/\.[^.]*$/, ''), mapping)
  await trx
    .insertInto('import_template')
    .values({
      branch_id: branchId,
      id: freshId(at),
      name,
      target: mapping.target,
      fingerprint,
      mapping: JSON.stringify(kept),
      owner_id: ownerId,
      updated_at: at,
    })
    .onConflict((on) =>
      on.columns(['branch_id', 'target', 'fingerprint']).doUpdateSet({ mapping: JSON.stringify(kept), updated_at: at }),
    )
    .execute()
}

export const listTemplates = async (
  db: Db,
  caller: Caller,
): Promise<Reply<(typeof importEndpoints)['GET /api/import-templates']>> => {
  const rows = await db
    .selectFrom('import_template')
    .select(['id', 'name', 'target', 'mapping', 'updated_at'])
    .where('branch_id', '=', caller.branchId)
    .orderBy('updated_at', 'desc')
    .execute()
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      target: row.target as TargetKind,
      headers: (row.mapping as unknown as MappingTemplate['mapping']).columns.map(({ header }) => header),
      updatedAt: row.updated_at.toISOString(),
    })),
  }
}

export const forgetTemplate = async (db: Db, caller: Caller, id: string): Promise<void> => {
  const gone = await db
    .deleteFrom('import_template')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) fail('record.not_found')
}
