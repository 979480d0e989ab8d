import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ok, type Result } from '#domain/kernel/result.ts'
import { canonical } from '#domain/playbook/canonical.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { type PackFile, parsePackFile } from '#domain/playbook/pack-file.ts'
import { parsePlaybook } from '#domain/playbook/parse.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { yamlFiles } from '#server/adapters/yaml-files.ts'

/** A definition as it is stored for good: `hash` is the SHA-256 of `text`, in hex. */
export type Definition = { playbook: Playbook; text: string; hash: string }

/** What a folder of playbooks holds: what the pack says of itself, the playbooks that are sound, and every problem of the others. */
export type Pack = { about: PackFile | null; definitions: Definition[]; problems: Problem[] }

/**
 * Reads `<folder>/playbooks/*.yaml` at start. All files are read before answering, so that one start shows every
 * problem. A pack whose own `pack.yaml` is unsound is not loaded at all; without one it is a pack as before. Else only the file with a problem is left out: whoever loads the pack keeps its last sound version in use.
 */
export const readPack = async (folder: string): Promise<Pack> => {
  const about = await readAbout(folder)
  if (!about.ok) return { about: null, definitions: [], problems: about.error }
  // A pack of check lists alone has no such folder.
  if (!existsSync(join(folder, 'playbooks'))) return { about: about.value, definitions: [], problems: [] }
  const read: Result<Playbook, Problem[]>[] = []
  for (const { file, text } of await yamlFiles(join(folder, 'playbooks'))) {
    read.push(parsePlaybook(file, text))
    // one file takes tens of milliseconds: whoever waits for an answer is served in between
    await setImmediate()
  }
  return {
    about: about.value,
    definitions: read.flatMap((result) => (result.ok ? [definitionOf(result.value)] : [])),
    problems: [
      ...(read.length === 0 ? [emptyPack(folder)] : []),
      ...read.flatMap((result) => (result.ok ? [] : result.error)),
    ],
  }
}

const readAbout = async (folder: string): Promise<Result<PackFile | null, Problem[]>> => {
  const file = join(folder, 'pack.yaml')
  return existsSync(file) ? parsePackFile(file, await readFile(file, 'utf8')) : ok(null)
}

/** Every pack under a folder, in the order of their names; what is no folder is passed over. */
export const packFolders = async (content: string): Promise<string[]> =>
  (await readdir(content, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(content, name))
    .sort()

const emptyPack = (folder: string): Problem => ({
  file: join(folder, 'playbooks'),
  line: 1,
  column: 1,
  field: '',
  said: { code: 'pack.empty', params: {} },
})

export const definitionOf = (playbook: Playbook): Definition => {
  const text = canonical(playbook)
  return { playbook, text, hash: createHash('sha256').update(text).digest('hex') }
}
