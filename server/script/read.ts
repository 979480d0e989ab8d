import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Result } from '#domain/kernel/result.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import type { ScriptFile, TextFile } from '#domain/script/definition.ts'
import { parseScripts, parseTexts } from '#domain/script/parse.ts'
import { yamlFiles } from '#server/adapters/yaml-files.ts'

export const fileKinds = ['scripts', 'texts'] as const
export type FileKind = (typeof fileKinds)[number]

/** A sound file as it is kept: `hash` is the SHA-256 of its content, in hex. */
export type ReadFile = { kind: FileKind; file: ScriptFile | TextFile; hash: string }

/** Reads `scripts/*.yaml` and `texts/*.yaml` of one pack; a file with a problem is left out, the rest works. */
export const readScriptFiles = async (folder: string): Promise<{ files: ReadFile[]; problems: Problem[] }> => {
  const files: ReadFile[] = []
  const problems: Problem[] = []
  const owners = new Map<string, string>()
  for (const kind of fileKinds) {
    for (const { name, file, text } of await yamlFiles(join(folder, kind))) {
      const read: Result<ScriptFile | TextFile, Problem[]> =
        kind === 'scripts' ? parseScripts(file, text) : parseTexts(file, text)
      // whoever waits for an answer is served in between
      await setImmediate()
      const again = read.ok ? idsOf(read.value).find((id) => owners.has(id)) : undefined
      if (!read.ok) problems.push(...read.error)
      else if (again !== undefined) problems.push(usedAgain(folder, kind, name, again))
      else {
        for (const id of idsOf(read.value)) owners.set(id, name)
        files.push({ kind, file: read.value, hash: hashOf(read.value) })
      }
    }
  }
  return { files, problems }
}

const idsOf = (file: ScriptFile | TextFile): string[] =>
  ('scripts' in file ? file.scripts : file.texts).map(({ id }) => id)

/** Uses are counted by a script's id, so it is one thing in a pack. */
const usedAgain = (folder: string, kind: FileKind, name: string, id: string): Problem => ({
  file: join(folder, kind, name),
  line: 1,
  column: 1,
  field: 'id',
  said: { code: 'id.otherPack', params: { id, pack: basename(folder) } },
})

const hashOf = (file: ScriptFile | TextFile): string => createHash('sha256').update(JSON.stringify(file)).digest('hex')
