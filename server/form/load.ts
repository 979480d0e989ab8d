import { basename, join } from 'node:path'
import { sql } from 'kysely'
import type { Layout } from '#domain/form/layout.ts'
import { parseLayout } from '#domain/form/parse.ts'
import { canonical } from '#domain/playbook/canonical.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { yamlFiles } from '#server/adapters/yaml-files.ts'
import type { Db } from '#server/db/pool.ts'
import { branchFiles, hashOf, overlaid } from '#server/playbook/branch-files.ts'
import { currentPacks } from '#server/playbook/load.ts'
import { packFolders } from '#server/playbook/pack.ts'
import { addProblems } from '#server/playbook/problems.ts'

/**
 * Loads `<pack>/forms/*.yaml` of every pack that is sound itself; call it once the packs are. A file with a problem is left out, so
 * the last sound version of that form stays in use; its problems stand with the pack's own, for whoever writes it.
 */
export const loadLayouts = async (db: Db, content: string, at: Date): Promise<Problem[]> => {
  const packs = await currentPacks(db, null)
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  for (const folder of await packFolders(content)) {
    const pack = packs.find(({ id }) => id === basename(folder))
    if (!pack?.about || pack.problems.some(({ file }) => file.endsWith('pack.yaml'))) continue
    problems.push(...(await loadFolder(db, folder, owners, at)))
  }
  return problems
}

const loadFolder = async (db: Db, folder: string, owners: Map<string, string>, at: Date): Promise<Problem[]> => {
  const id = basename(folder)
  const problems: Problem[] = []
  for (const { file, text } of await yamlFiles(join(folder, 'forms'))) {
    const read = parseLayout(file, text)
    if (!read.ok) problems.push(...read.error)
    else if (owners.has(read.value.id)) problems.push(taken(file, read.value.id, owners.get(read.value.id) ?? ''))
    else {
      owners.set(read.value.id, id)
      await storeLayout(db, id, read.value, at)
    }
  }
  await addProblems(db, id, problems)
  return problems
}

const taken = (file: string, id: string, pack: string): Problem => ({
  file,
  line: 1,
  column: 1,
  field: 'id',
  said: { code: 'id.otherPack', params: { id, pack } },
})

/** The name under which a layout is kept for good: the SHA-256 of its one text, in hex. */
export const layoutHash = hashOf

export const storeLayout = async (db: Db, pack: string, layout: Layout, at: Date): Promise<void> => {
  await db
    .insertInto('form_layout')
    .values(rowOf(pack, layout, at))
    .onConflict((on) => on.column('hash').doUpdateSet({ loaded_at: at, pack, from_file: true }))
    .execute()
}

/** Keeps a layout that one branch alone uses. */
export const storeBranchLayout = async (trx: Db, pack: string, layout: Layout, at: Date): Promise<void> => {
  await trx
    .insertInto('form_layout')
    .values({ ...rowOf(pack, layout, at), from_file: false })
    .onConflict((on) => on.column('hash').doNothing())
    .execute()
}

const rowOf = (pack: string, layout: Layout, at: Date) => ({
  hash: layoutHash(layout),
  key: layout.id,
  version: layout.version,
  definition: canonical(layout),
  pack,
  loaded_at: at,
})

/** Whether forms have been read before. */
export const anyLayout = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('form_layout').select('hash').limit(1).executeTakeFirst()) !== undefined

/** A layout in use; `ownHash` is that of the pack's own, null where the branch alone has the form. */
export type StoredLayout = { hash: string; pack: string; layout: Layout; ownHash: string | null }

/** The layout of each form a branch works with: what came to it as a file, else the pack's that was loaded last. */
export const currentLayouts = async (db: Db, branchId: number): Promise<StoredLayout[]> => {
  const own = await packsOwn(db)
  const hashes = new Map(own.map(({ layout, hash }) => [layout.id, hash]))
  const branch = (await branchFiles(db, branchId, 'forms')).map(({ pack, name, hash, definition }) => ({
    pack,
    hash,
    layout: definition as Layout,
    ownHash: hashes.get(name) ?? null,
  }))
  return overlaid(own, branch, ({ layout }) => layout.id)
}

const packsOwn = async (db: Db): Promise<StoredLayout[]> => {
  const { rows } = await sql<{ hash: string; pack: string }>`
    select distinct on (key) hash, pack from form_layout where from_file
    order by key, loaded_at desc, version desc`.execute(db)
  await readInto(
    db,
    rows.map(({ hash }) => hash).filter((hash) => !layouts.has(hash)),
  )
  return rows.flatMap(({ hash, pack }) => {
    const layout = layouts.get(hash)
    return layout ? [{ hash, pack, layout, ownHash: hash }] : []
  })
}

/** A layout by its hash, in use or not; null where there is none. It never changes, so it is kept once read. */
export const layoutOf = async (db: Db, hash: string): Promise<Layout | null> => {
  if (!layouts.has(hash)) await readInto(db, [hash])
  return layouts.get(hash) ?? null
}

const readInto = async (db: Db, hashes: readonly string[]): Promise<void> => {
  if (hashes.length === 0) return
  const rows = await db.selectFrom('form_layout').select(['hash', 'definition']).where('hash', 'in', hashes).execute()
  for (const { hash, definition } of rows) layouts.set(hash, definition as unknown as Layout)
}

const layouts = new Map<string, Layout>()
