import { basename, join } from 'node:path'
import { type Checklist, groupsFor, parseChecklist, type Wear } from '#domain/playbook/checklist.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { yamlFiles } from '#server/adapters/yaml-files.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { branchFiles, hashOf, overlaid } from './branch-files.ts'
import { packsLeftOut } from './fitting.ts'
import { nothingMore, type PackPart, type PartInUse } from './pack-part.ts'
import { packFolders } from './pack.ts'

/** Loads `checklists/*.yaml` of every pack; one with a mistake is left out, so its last sound version stays in use. */
export const loadChecklists = async (db: Db, content: string, at: Date): Promise<Problem[]> => {
  const problems: Problem[] = []
  for (const folder of await packFolders(content)) {
    for (const { file, text } of await yamlFiles(join(folder, 'checklists'))) {
      const read = parseChecklist(file, text)
      if (read.ok) await storeChecklist(db, basename(folder), read.value, at)
      else problems.push(...read.error)
    }
  }
  return problems
}

const storeChecklist = async (db: Db, pack: string, checklist: Checklist, at: Date): Promise<void> => {
  const row = { pack, definition: JSON.stringify(checklist), loaded_at: at }
  await db
    .insertInto('checklist')
    .values({ id: checklist.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()
}

/** The check lists somebody may use: of the packs their unit does not do without. */
export const checklistsFor = async (db: Db, caller: Caller): Promise<Checklist[]> => {
  const own = await db
    .selectFrom('staff')
    .select('unit_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .executeTakeFirst()
  const leftOut = await packsLeftOut(db, caller.branchId, own?.unit_id ?? null)
  const lists = await currentChecklists(db, caller.branchId)
  return lists.filter(({ pack }) => !leftOut.has(pack)).map(({ file }) => file)
}

/** The check lists a branch works with: those that came to it as a file over the packs' own. */
export const currentChecklists = async (db: Db, branchId: number): Promise<PartInUse<Checklist>[]> => {
  const rows = await db.selectFrom('checklist').select(['id', 'pack', 'definition']).orderBy('id').execute()
  const own = rows.map(({ id, pack, definition }) => {
    const file = definition as unknown as Checklist
    return { pack, name: id, file, ownHash: hashOf(file) }
  })
  const hashes = new Map(own.map(({ name, ownHash }) => [name, ownHash]))
  const branch = (await branchFiles(db, branchId, 'checklists')).map(({ pack, name, definition }) => ({
    pack,
    name,
    file: definition as Checklist,
    ownHash: hashes.get(name) ?? null,
  }))
  return overlaid<PartInUse<Checklist>>(own, branch, ({ name }) => name)
}

export const checklistsPart: PackPart<Checklist> = {
  kind: 'checklists',
  parse: parseChecklist,
  inUse: currentChecklists,
  titleOf: ({ title }) => title,
  versionOf: ({ version }) => version,
  withVersion: (file, version) => ({ ...file, version }),
  bodyOf: (file) => file,
  headOf: ({ groups: _groups, ...head }) => head,
  entriesOf: ({ groups }) => groups.map((group) => ({ id: group.id, title: group.title, content: group })),
  names: { within: 'branch', of: ({ id }) => [id] },
  leavingWords: () => [],
  taken: nothingMore,
}

/** A list by its id, and that every name is a pair of it in the list chosen. */
export const requirePairs = async (
  db: Db,
  caller: Caller,
  id: string,
  { wear, door, names }: { wear: Wear; door: boolean; names: readonly string[] },
): Promise<void> => {
  const checklist = (await checklistsFor(db, caller)).find((one) => one.id === id)
  if (!checklist) return fail('record.not_found')
  const known = groupsFor(checklist, wear, door).flatMap((group) => group.pairs.map((pair) => `${group.id}.${pair.id}`))
  const lost = names.find((name) => !known.includes(name))
  if (lost !== undefined) return fail('rule.refused', { reasons: [{ code: 'pair.unknown', params: { pair: lost } }] })
}
