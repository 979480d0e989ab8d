import type { ScriptFile, TextFile, Wording } from '#domain/script/definition.ts'
import { parseScripts, parseTexts } from '#domain/script/parse.ts'
import { canonical } from '#domain/playbook/canonical.ts'
import { isAboutLeaving } from '#domain/retention/retention-text.ts'
import type { Db } from '#server/db/pool.ts'
import { nothingMore, type PackPart, type PartInUse } from '#server/playbook/pack-part.ts'
import { liveWordings, ownWordings } from './library.ts'
import { currentFiles } from './load.ts'

/** Call words of a pack as the branch says them: where a wording of its own is the only one said, it stands in the place of the pack's. */
const scriptsInUse = async (db: Db, branchId: number): Promise<PartInUse<ScriptFile>[]> => {
  const [files, own, live] = await Promise.all([
    currentFiles(db, branchId),
    ownWordings(db, branchId),
    liveWordings(db, branchId),
  ])
  const said = (key: string): Wording | undefined => {
    const [one, ...more] = live.get(key) ?? []
    return more.length > 0 ? undefined : own.get(key)?.find((wording) => wording.key === one)?.words
  }
  return files.flatMap(({ pack, ownHash, ...stored }) => {
    if (stored.kind !== 'scripts') return []
    const scripts = stored.file.scripts.map((script) => {
      const words = said(`${pack}/${script.id}`)
      return words ? { ...withoutWords(script), ...words } : script
    })
    return { pack, name: stored.file.id, file: { ...stored.file, scripts }, ownHash }
  })
}

type Script = ScriptFile['scripts'][number]

const withoutWords = ({ fallback: _fallback, ...script }: Script): Script => script

const wordsIn = (line: Wording) => [
  line.first,
  line.familiar,
  line.difficult,
  ...(line.fallback ? [line.fallback] : []),
]

export const scriptsPart: PackPart<ScriptFile> = {
  kind: 'scripts',
  parse: parseScripts,
  inUse: scriptsInUse,
  titleOf: ({ title }) => title,
  versionOf: ({ version }) => version,
  withVersion: (file, version) => ({ ...file, version }),
  bodyOf: (file) => file,
  headOf: ({ scripts: _scripts, ...head }) => head,
  entriesOf: ({ scripts }) => scripts.map((script) => ({ id: script.id, title: script.title, content: script })),
  names: { within: 'pack', of: ({ scripts }) => scripts.map(({ id }) => id) },
  leavingWords: ({ sources, scripts }) => (isAboutLeaving(sources) ? scripts.flatMap(wordsIn) : []),
  // what came is what is said: a wording of the branch's own waits among the others from now on
  taken: async (trx, caller, _at, pack, file, before) => {
    const was = new Map((before?.scripts ?? []).map((script) => [script.id, canonical(script)]))
    const changed = file.scripts.filter((script) => was.get(script.id) !== canonical(script))
    if (changed.length === 0) return
    await trx
      .deleteFrom('script_live')
      .where('branch_id', '=', caller.branchId)
      .where(
        'script',
        'in',
        changed.map(({ id }) => `${pack}/${id}`),
      )
      .execute()
  },
}

const textsInUse = async (db: Db, branchId: number): Promise<PartInUse<TextFile>[]> =>
  (await currentFiles(db, branchId)).flatMap(({ pack, ownHash, ...stored }) =>
    stored.kind === 'texts' ? [{ pack, name: stored.file.id, file: stored.file, ownHash }] : [],
  )

export const textsPart: PackPart<TextFile> = {
  kind: 'texts',
  parse: parseTexts,
  inUse: textsInUse,
  titleOf: ({ title }) => title,
  versionOf: ({ version }) => version,
  withVersion: (file, version) => ({ ...file, version }),
  bodyOf: (file) => file,
  headOf: ({ texts: _texts, ...head }) => head,
  entriesOf: ({ texts }) => texts.map((text) => ({ id: text.id, title: text.title, content: text })),
  names: { within: 'pack', of: ({ texts }) => texts.map(({ id }) => id) },
  leavingWords: ({ sources, texts }) =>
    isAboutLeaving(sources)
      ? texts.flatMap(({ text, familiar, fallback }) => [text, familiar, fallback]).filter((one) => one !== undefined)
      : [],
  taken: nothingMore,
}
