import { createHash } from 'node:crypto'
import { canonical } from '#domain/playbook/canonical.ts'
import type { PartKind } from '#domain/playbook/editing/pack-part.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** A file of a pack as a branch took it. */
export type BranchFile = { pack: string; name: string; hash: string; definition: unknown }

export const hashOf = (definition: object): string => createHash('sha256').update(canonical(definition)).digest('hex')

/** What a branch uses in the place of the packs' own files of one kind. */
export const branchFiles = async (db: Db, branchId: number, kind: PartKind): Promise<BranchFile[]> => {
  const rows = await db
    .selectFrom('branch_pack_file')
    .select(['pack', 'name', 'hash'])
    .where('branch_id', '=', branchId)
    .where('kind', '=', kind)
    .orderBy('pack')
    .orderBy('name')
    .execute()
  const unread = rows.filter(({ hash }) => !read.has(hash)).map(({ hash }) => hash)
  if (unread.length > 0) await readInto(db, branchId, unread)
  return rows.map((row) => ({ ...row, definition: read.get(row.hash) }))
}

const readInto = async (db: Db, branchId: number, hashes: readonly string[]): Promise<void> => {
  const rows = await db
    .selectFrom('branch_pack_file')
    .select(['hash', 'definition'])
    .where('branch_id', '=', branchId)
    .where('hash', 'in', hashes)
    .execute()
  for (const { hash, definition } of rows) read.set(hash, definition)
}

/** A file by its hash never changes, so it is kept once read. */
const read = new Map<string, unknown>()

/** Puts a branch's files in the place of the packs' own, and beside them those no pack has. */
export const overlaid = <T>(own: readonly T[], branch: readonly T[], keyOf: (one: T) => string): T[] => {
  const taken = new Map(branch.map((one) => [keyOf(one), one]))
  const known = new Set(own.map(keyOf))
  return [...own.map((one) => taken.get(keyOf(one)) ?? one), ...branch.filter((one) => !known.has(keyOf(one)))]
}

/** Takes a file into use; `fileHash` is the pack's own at this time, null where the pack has none. */
export const putBranchFile = async (
  trx: Db,
  caller: Caller,
  at: Date,
  {
    kind,
    pack,
    name,
    file,
    fileHash,
  }: { kind: PartKind; pack: string; name: string; file: object; fileHash: string | null },
): Promise<void> => {
  const taken = {
    hash: hashOf(file),
    definition: JSON.stringify(file),
    file_hash: fileHash,
    imported_by: caller.staffId,
    imported_at: at,
  }
  await trx
    .insertInto('branch_pack_file')
    .values({ branch_id: caller.branchId, kind, pack, name, ...taken })
    .onConflict((on) => on.columns(['branch_id', 'kind', 'pack', 'name']).doUpdateSet(taken))
    .execute()
}
