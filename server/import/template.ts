import type { Reply } from '#api/endpoint.ts'
import type { importEndpoints } from '#api/import.ts'
import type { TargetKind } from '#domain/import/field.ts'
import { type Mapping, type MappingTemplate, templateOf } from '#domain/import/mapping.ts'
import type { Role } from '#domain/staff/role.ts'
import { reachOf, scopeOf } from '#domain/staff/scope.ts'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Owner = { ownerId: string; ownerUnit: string; ownerRoles: readonly Role[] }
type Kept = { id: string; template: MappingTemplate }

/** The mapping kept for files with these columns: one's own, else the newest one may use; null when there is none yet. */
export const templateFor = async (
  db: Db,
  caller: Caller,
  target: TargetKind,
  columns: string,
): Promise<Kept | null> => {
  const rows = await templatesOf(db, caller.branchId)
    .select(['import_template.id', 'import_template.name', 'mapping'])
    .where('target', '=', target)
    .where('fingerprint', '=', columns)
    .orderBy('updated_at', 'desc')
    .execute()
  const row = rows.find(({ ownerId }) => ownerId === caller.staffId) ?? rows.find((each) => mayUse(caller, each))
  if (!row) return null
  const mapping = row.mapping as unknown as MappingTemplate['mapping']
  return { id: row.id, template: { name: row.name, fingerprint: columns, mapping } }
}

/** Keeps its owner's mapping for the next file with the same columns, under the name of the file it was made for. */
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
      on
        .columns(['branch_id', 'target', 'fingerprint', 'owner_id'])
        .doUpdateSet({ mapping: JSON.stringify(kept), updated_at: at }),
    )
    .execute()
}

/** Who may forget a kept mapping: whoever kept it, and those who may import for that person's unit. */
const mayForget = (caller: Caller, { ownerId, ownerUnit }: Owner): boolean => {
  const scope = scopeOf(caller, 'import.run')
  if (scope.kind === 'all' || ownerId === caller.staffId) return true
  return scope.kind === 'units' && scope.unitIds.includes(ownerUnit)
}

/** Whose mappings one may use: those one may forget, and what somebody who imports for the whole branch prepared for all. */
const mayUse = (caller: Caller, owner: Owner): boolean =>
  mayForget(caller, owner) || reachOf(owner.ownerRoles, 'import.run') === 'all'

const templatesOf = (db: Db, branchId: number) =>
  db
    .selectFrom('import_template')
    .innerJoin('staff as owner', (on) =>
      on.onRef('owner.branch_id', '=', 'import_template.branch_id').onRef('owner.id', '=', 'import_template.owner_id'),
    )
    .where('import_template.branch_id', '=', branchId)
    .select(['owner.id as ownerId', 'owner.unit_id as ownerUnit', 'owner.roles as ownerRoles'])

export const listTemplates = async (
  db: Db,
  caller: Caller,
): Promise<Reply<(typeof importEndpoints)['GET /api/import-templates']>> => {
  const rows = await templatesOf(db, caller.branchId)
    .select(['import_template.id', 'import_template.name', 'target', 'mapping', 'updated_at'])
    .orderBy('updated_at', 'desc')
    .execute()
  return {
    rows: rows
      .filter((row) => mayUse(caller, row))
      .map((row) => ({
        id: row.id,
        name: row.name,
        target: row.target as TargetKind,
        headers: (row.mapping as unknown as MappingTemplate['mapping']).columns.map(({ header }) => header),
        updatedAt: row.updated_at.toISOString(),
        mayForget: mayForget(caller, row),
      })),
  }
}

export const forgetTemplate = async (db: Db, caller: Caller, id: string): Promise<void> => {
  const kept = await templatesOf(db, caller.branchId).where('import_template.id', '=', id).executeTakeFirst()
  if (!kept) return fail('record.not_found')
  if (!mayForget(caller, kept)) return fail('access.denied')
  await db.deleteFrom('import_template').where('branch_id', '=', caller.branchId).where('id', '=', id).execute()
}
