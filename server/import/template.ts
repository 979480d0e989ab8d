import type { Reply } from '#api/endpoint.ts'
import type { importEndpoints } from '#api/import.ts'
import type { TargetKind } from '#domain/import/field.ts'
import { type Mapping, type MappingTemplate, templateOf } from '#domain/import/mapping.ts'
import { scopeOf } from '#domain/staff/scope.ts'
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

/** Who may forget a kept mapping: whoever kept it, and those who may import for that person's unit. */
const mayForget = (caller: Caller, owner: { id: string; unitId: string }): boolean => {
  const scope = scopeOf(caller, 'import.run')
  if (scope.kind === 'all' || owner.id === caller.staffId) return true
  return scope.kind === 'units' && scope.unitIds.includes(owner.unitId)
}

const templatesOf = (db: Db, branchId: number) =>
  db
    .selectFrom('import_template')
    .innerJoin('staff as owner', (on) =>
      on.onRef('owner.branch_id', '=', 'import_template.branch_id').onRef('owner.id', '=', 'import_template.owner_id'),
    )
    .where('import_template.branch_id', '=', branchId)
    .select(['owner.id as ownerId', 'owner.unit_id as ownerUnit'])

export const listTemplates = async (
  db: Db,
  caller: Caller,
): Promise<Reply<(typeof importEndpoints)['GET /api/import-templates']>> => {
  const rows = await templatesOf(db, caller.branchId)
    .select(['import_template.id', 'import_template.name', 'target', 'mapping', 'updated_at'])
    .orderBy('updated_at', 'desc')
    .execute()
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      target: row.target as TargetKind,
      headers: (row.mapping as unknown as MappingTemplate['mapping']).columns.map(({ header }) => header),
      updatedAt: row.updated_at.toISOString(),
      mayForget: mayForget(caller, { id: row.ownerId, unitId: row.ownerUnit }),
    })),
  }
}

export const forgetTemplate = async (db: Db, caller: Caller, id: string): Promise<void> => {
  const kept = await templatesOf(db, caller.branchId).where('import_template.id', '=', id).executeTakeFirst()
  if (!kept) return fail('record.not_found')
  if (!mayForget(caller, { id: kept.ownerId, unitId: kept.ownerUnit })) return fail('access.denied')
  await db.deleteFrom('import_template').where('branch_id', '=', caller.branchId).where('id', '=', id).execute()
}
