import { sql } from 'kysely'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import type { Db } from '#server/db/pool.ts'
import { readPack } from './pack.ts'

/**
 * Stores the playbooks of a pack under their hashes; what is stored already stays as it is. A file with a problem is left
 * out, so its last sound version stays the one in use. Answers the problems, for whoever starts the server to read.
 */
export const loadPack = async (db: Db, folder: string, at: Date): Promise<Problem[]> => {
  const { definitions, problems } = await readPack(folder)
  for (const { playbook, text, hash } of definitions)
    await db
      .insertInto('playbook')
      .values({ hash, key: playbook.id, version: playbook.version, definition: text, loaded_at: at })
      .onConflict((on) => on.column('hash').doUpdateSet({ loaded_at: at }))
      .execute()
  return problems
}

/** Whether a pack has been read before. */
export const anyPlaybook = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('playbook').select('hash').limit(1).executeTakeFirst()) !== undefined

export type Stored = { hash: string; playbook: Playbook }

/** The definition of each playbook in use: the one loaded last. */
export const currentPlaybooks = async (db: Db): Promise<Stored[]> => {
  const { rows } = await sql<{ hash: string; definition: Playbook }>`
    select distinct on (key) hash, definition from playbook order by key, loaded_at desc, version desc`.execute(db)
  return rows.map(({ hash, definition }) => ({ hash, playbook: definition }))
}

/** A definition by its hash: it never changes, so it is kept once read. */
export const playbookOf = async (db: Db, hash: string): Promise<Playbook> => {
  const known = definitions.get(hash)
  if (known) return known
  const row = await db.selectFrom('playbook').select('definition').where('hash', '=', hash).executeTakeFirstOrThrow()
  const playbook = row.definition as unknown as Playbook
  definitions.set(hash, playbook)
  return playbook
}

const definitions = new Map<string, Playbook>()
