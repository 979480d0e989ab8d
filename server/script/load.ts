import { sql } from 'kysely'
import { basename } from 'node:path'
import type { Problem } from '#domain/playbook/problem.ts'
import type { ScriptFile, TextFile } from '#domain/script/definition.ts'
import type { Db } from '#server/db/pool.ts'
import { branchFiles, overlaid } from '#server/playbook/branch-files.ts'
import { packFolders } from '#server/playbook/pack.ts'
import { addProblems } from '#server/playbook/problems.ts'
import { type FileKind, fileKinds, type ReadFile, readScriptFiles } from './read.ts'

/**
 * Loads the call words and messages of every pack under a folder, after the packs themselves. What is wrong in a file is kept beside its pack, and its last
 * sound version goes on being used.
 */
export const loadScripts = async (db: Db, content: string, at: Date): Promise<Problem[]> => {
  const problems: Problem[] = []
  for (const folder of await packFolders(content)) problems.push(...(await loadScriptsOf(db, folder, at)))
  return problems
}

/** Loads those of one pack alone. */
export const loadScriptsOf = async (db: Db, folder: string, at: Date): Promise<Problem[]> => {
  const pack = basename(folder)
  const { files, problems } = await readScriptFiles(folder)
  if (files.length > 0) await store(db, pack, files, at)
  await addProblems(db, pack, problems)
  return problems
}

const store = async (db: Db, pack: string, files: readonly ReadFile[], at: Date): Promise<void> => {
  await db
    .insertInto('script_file')
    .values(
      files.map(({ kind, file, hash }) => ({
        pack,
        kind,
        family: file.id,
        hash,
        definition: JSON.stringify(file),
        loaded_at: at,
      })),
    )
    .onConflict((on) => on.columns(['pack', 'kind', 'family', 'hash']).doUpdateSet({ loaded_at: at }))
    .execute()
}

/** A file in use; `ownHash` is that of the pack's own, null where the branch alone has it. */
export type StoredFile = { pack: string; ownHash: string | null } & (
  | { kind: 'scripts'; file: ScriptFile }
  | { kind: 'texts'; file: TextFile }
)

/** The files a branch works with: those that came to it as a file, else of each family of the packs' the one loaded last. */
export const currentFiles = async (db: Db, branchId: number): Promise<StoredFile[]> => {
  const own = await packsOwn(db)
  const hashes = new Map(own.map((one) => [placeOf(one), one.ownHash]))
  const branch: StoredFile[] = []
  for (const kind of fileKinds)
    for (const { pack, name, definition } of await branchFiles(db, branchId, kind))
      branch.push({
        pack,
        kind,
        file: definition,
        ownHash: hashes.get(`${pack}/${kind}/${name}`) ?? null,
      } as StoredFile)
  return overlaid(own, branch, placeOf)
}

const placeOf = ({ pack, kind, file }: StoredFile): string => `${pack}/${kind}/${file.id}`

const packsOwn = async (db: Db): Promise<StoredFile[]> => {
  const { rows } = await sql<{ pack: string; kind: FileKind; hash: string }>`
    select distinct on (pack, kind, family) pack, kind, hash from script_file
    order by pack, kind, family, loaded_at desc`.execute(db)
  await readInto(
    db,
    rows.map(({ hash }) => hash).filter((hash) => !read.has(hash)),
  )
  return rows.flatMap(({ pack, kind, hash }) => {
    const file = read.get(hash)
    return file ? [{ pack, kind, file, ownHash: hash } as StoredFile] : []
  })
}

const readInto = async (db: Db, hashes: readonly string[]): Promise<void> => {
  if (hashes.length === 0) return
  const rows = await db.selectFrom('script_file').select(['hash', 'definition']).where('hash', 'in', hashes).execute()
  for (const { hash, definition } of rows) read.set(hash, definition as unknown as ScriptFile | TextFile)
}

/** A file by its hash never changes, so it is kept once read. */
const read = new Map<string, ScriptFile | TextFile>()
