import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { writePlaybook } from '#domain/playbook/editing/draft.ts'
import { writeZip } from '#server/adapters/archive/zip.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { currentPacks, currentPlaybooks, filePlaybooks } from '#server/playbook/load.ts'
import { packParts } from './pack-parts.ts'

/**
 * A pack as the branch works with it, as one file: the folder as it lies on the server, with the branch's own playbooks, words, forms,
 * lists and offers in place of the pack's, and without the playbooks it has put away. What comes in again is all that goes out: the
 * coach's rules are published with what they were measured to be worth, and stay with the program.
 */
export const packFile = async (db: Db, content: string, caller: Caller, at: Date, id: string): Promise<FileReply> => {
  const pack = (await currentPacks(db, caller.branchId)).find((one) => one.id === id)
  if (!pack) return fail('record.not_found')
  const lying = await folderOf(join(content, id))
  const folder = new Map([...lying].filter(([path]) => path === 'pack.yaml' || path.startsWith('playbooks/')))
  if (pack.about && !folder.has('pack.yaml')) folder.set('pack.yaml', stringify(pack.about, { lineWidth: 0 }))
  const [inUse, files] = await Promise.all([currentPlaybooks(db, caller.branchId), filePlaybooks(db)])
  for (const { playbook } of files.filter((one) => one.pack === id))
    if (!inUse.some((one) => one.playbook.id === playbook.id)) folder.delete(placeOf(playbook.id))
  for (const { hash, playbook } of inUse.filter((one) => one.pack === id)) {
    const own = files.find((one) => one.hash === hash)
    if (!own || !folder.has(placeOf(playbook.id))) folder.set(placeOf(playbook.id), writePlaybook(playbook))
  }
  for (const part of packParts)
    for (const { path, text } of await part.texts(db, caller.branchId, id, (place) => lying.get(place)))
      folder.set(path, text)
  await audit(db, caller.branchId, caller.staffId, at, {
    action: 'pack.exported',
    entity: 'pack',
    params: { pack: id, version: pack.about?.version ?? null },
  })
  const named = new Map([...folder].map(([path, text]) => [`${id}/${path}`, text]))
  return {
    bytes: writeZip(named),
    contentType: 'application/zip',
    fileName: `${id}-${pack.about?.version ?? 0}.zip`,
  }
}

const placeOf = (key: string): string => `playbooks/${key}.yaml`

/** The texts of a folder by their path in it; none where the pack came to the branch as a file itself. */
const folderOf = async (folder: string): Promise<Map<string, string>> => {
  if (!existsSync(folder)) return new Map()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const texts = new Map<string, string>()
  for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith('.yaml'))) {
    const file = join(entry.parentPath, entry.name)
    texts.set(file.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(file, 'utf8'))
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
