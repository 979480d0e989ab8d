import { sql } from 'kysely'
import { basename, join } from 'node:path'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { PackFile } from '#domain/playbook/pack-file.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import type { Db } from '#server/db/pool.ts'
import { type Definition, type Pack, packFolders, readPack } from './pack.ts'

/**
 * Loads every pack under a folder. A pack that is unsound, or lacks one it needs, is left out and says why; the others, and what was
 * loaded of it before, go on working. Answers every problem, for whoever starts the server to read.
 */
export const loadPacks = async (db: Db, content: string, at: Date): Promise<Problem[]> => {
  const folders = await packFolders(content)
  const read: { folder: string; pack: Pack }[] = []
  for (const folder of folders) read.push({ folder, pack: await readPack(folder) })
  const known = new Set(read.flatMap(({ pack }) => (pack.about ? [pack.about.id] : [])))
  const owners = new Map<string, string>()
  const checked = read.map(({ folder, pack }) => ({
    folder,
    pack: withNeeds(folder, withOwnIds(folder, pack, owners), known),
  }))
  for (const { folder, pack } of checked) await storePack(db, basename(folder), pack, at)
  return checked.flatMap(({ pack }) => pack.problems)
}

/** Loads one pack alone: what a test, or an office with a single pack, needs. */
export const loadPack = async (db: Db, folder: string, at: Date): Promise<Problem[]> => {
  const pack = await readPack(folder)
  await storePack(db, basename(folder), pack, at)
  return pack.problems
}

const problemIn = (file: string, field: string, said: Problem['said']): Problem => ({
  file,
  line: 1,
  column: 1,
  field,
  said,
})

/** A playbook's id is its name everywhere: the pack read first keeps it. */
const withOwnIds = (folder: string, pack: Pack, owners: Map<string, string>): Pack => {
  const name = basename(folder)
  const taken = pack.definitions.filter(({ playbook }) => owners.has(playbook.id))
  for (const { playbook } of pack.definitions) if (!owners.has(playbook.id)) owners.set(playbook.id, name)
  return {
    ...pack,
    definitions: pack.definitions.filter((one) => !taken.includes(one)),
    problems: [
      ...pack.problems,
      ...taken.map(({ playbook: { id } }) =>
        problemIn(join(folder, 'playbooks', `${id}.yaml`), 'id', {
          code: 'id.otherPack',
          params: { id, pack: owners.get(id) ?? '' },
        }),
      ),
    ],
  }
}

const withNeeds = (folder: string, pack: Pack, known: ReadonlySet<string>): Pack => {
  const missing = (pack.about?.needs ?? []).filter((need) => !known.has(need))
  if (missing.length === 0) return pack
  const problems = missing.map((need) =>
    problemIn(join(folder, 'pack.yaml'), 'needs', { code: 'pack.needs', params: { pack: need } }),
  )
  return { about: null, definitions: [], problems: [...pack.problems, ...problems] }
}

/**
 * Stores the playbooks of a pack under their hashes; what is stored already stays as it is. A file with a problem is left
 * out, so its last sound version stays the one in use, and so does what the pack last said of itself.
 */
const storePack = async (db: Db, id: string, { about, definitions, problems }: Pack, at: Date): Promise<void> => {
  const now = { problems: JSON.stringify(problems), loaded_at: at, ...(about && { about: JSON.stringify(about) }) }
  await db
    .insertInto('pack')
    .values({ id, ...now })
    .onConflict((on) => on.column('id').doUpdateSet(now))
    .execute()
  if (definitions.length === 0) return
  await db
    .insertInto('playbook')
    .values(definitions.map((one) => rowOf(id, one, at)))
    .onConflict((on) => on.column('hash').doUpdateSet({ loaded_at: at, pack: id, from_file: true }))
    .execute()
}

const rowOf = (pack: string, { playbook, text, hash }: Definition, at: Date) => ({
  hash,
  key: playbook.id,
  version: playbook.version,
  definition: text,
  loaded_at: at,
  pack,
})

/** Whether a pack has been read before. */
export const anyPlaybook = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('playbook').select('hash').limit(1).executeTakeFirst()) !== undefined

export type Stored = { hash: string; pack: string; playbook: Playbook }

const fromFiles = sql`select distinct on (key) key, hash, pack from playbook where from_file
    order by key, loaded_at desc, version desc`

/** The playbooks as the packs' own files have them: of each the one loaded last. */
export const filePlaybooks = async (db: Db): Promise<Stored[]> => {
  const { rows } = await sql<Cited>`${fromFiles}`.execute(db)
  return readCited(db, rows)
}

/** The definition of each playbook a branch works with: what it published itself, else what the pack's file says. */
export const currentPlaybooks = async (db: Db, branchId: number): Promise<Stored[]> => {
  const { rows } = await sql<Cited>`
    select coalesce(own.hash, f.hash) as hash, coalesce(f.pack, own.pack) as pack
      from (${fromFiles}) f
      full join (select key, hash, pack from playbook_choice where branch_id = ${branchId}) own on own.key = f.key
     where own.key is null or own.hash is not null
     order by coalesce(f.key, own.key)`.execute(db)
  return readCited(db, rows)
}

type Cited = { hash: string; pack: string }

const readCited = async (db: Db, rows: readonly Cited[]): Promise<Stored[]> => {
  await readInto(
    db,
    rows.filter(({ hash }) => !definitions.has(hash)).map(({ hash }) => hash),
  )
  return rows.flatMap(({ hash, pack }) => {
    const playbook = definitions.get(hash)
    return playbook ? [{ hash, pack, playbook }] : []
  })
}

export type StoredPack = { id: string; about: PackFile | null; problems: Problem[]; loadedAt: Date }

/** The packs as they were read last, and those that came to this branch as a file; of no branch, the former alone. */
export const currentPacks = async (db: Db, branchId: number | null): Promise<StoredPack[]> => {
  const { rows } = await sql<{ id: string; about: PackFile | null; problems: Problem[]; loadedAt: Date }>`
    select id, about, problems, loaded_at as "loadedAt" from pack
    union all
    select id, about, '[]'::jsonb, imported_at from branch_pack own
     where branch_id = ${branchId} and not exists (select 1 from pack where pack.id = own.id)
    order by id`.execute(db)
  return rows
}

/** A definition by its hash: it never changes, so it is kept once read. */
export const playbookOf = async (db: Db, hash: string): Promise<Playbook> => {
  if (!definitions.has(hash)) await readInto(db, [hash])
  const playbook = definitions.get(hash)
  if (!playbook) throw new Error(`no playbook ${hash}`)
  return playbook
}

const readInto = async (db: Db, hashes: readonly string[]): Promise<void> => {
  if (hashes.length === 0) return
  const rows = await db.selectFrom('playbook').select(['hash', 'definition']).where('hash', 'in', hashes).execute()
  for (const { hash, definition } of rows) definitions.set(hash, definition as unknown as Playbook)
}

const definitions = new Map<string, Playbook>()
