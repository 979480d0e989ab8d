import type { Reply } from '#api/endpoint.ts'
import type { scriptEndpoints } from '#api/script.ts'
import type { Wording } from '#domain/script/definition.ts'
import { packWording, wordingOfText } from '#domain/script/wording.ts'
import { reachOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { currentPacks } from '#server/playbook/load.ts'
import { packsLeftOut } from '#server/playbook/fitting.ts'
import { currentFiles, type StoredFile } from './load.ts'
import { pitchesFor } from './pitches.ts'

type Endpoints = typeof scriptEndpoints
type Library = Reply<Endpoints['GET /api/scripts']>
type InUse = Library['families'][number]['scripts'][number]['wordings'][number]

/** Everything that can be said and sent here, of the packs the reader's unit works with, every wording with whether it is in use. */
export const scriptLibrary = async (db: Db, caller: Caller): Promise<Library> => {
  const [files, packs, own, live, leftOut, pitches] = await Promise.all([
    currentFiles(db, caller.branchId),
    currentPacks(db, caller.branchId),
    ownWordings(db, caller.branchId),
    liveWordings(db, caller.branchId),
    leftOutFor(db, caller),
    pitchesFor(db, caller),
  ])
  const aboutOf = new Map(packs.map(({ id, about }) => [id, about]))
  const used = files.filter(({ pack }) => !leftOut.has(pack))
  const headOf = ({ pack, file }: StoredFile) => ({
    id: file.id,
    pack,
    packTitle: aboutOf.get(pack)?.title ?? { zh: pack, en: pack },
    customerKinds: aboutOf.get(pack)?.customerKinds ?? null,
    title: file.title,
    sources: file.sources,
    version: file.version,
    reviewer: file.reviewer,
    reviewed: file.reviewed,
  })
  return {
    families: used.flatMap((stored) => {
      if (stored.kind !== 'scripts') return []
      const { pack, file } = stored
      return {
        ...headOf(stored),
        scripts: file.scripts.map(({ id, title, use, roles, playbooks, ...words }) => {
          const key = `${pack}/${id}`
          const wordings = [packsOwn(file.version, words), ...(own.get(key) ?? [])]
          return { key, title, use, roles, playbooks: playbooks ?? null, wordings: withLive(wordings, live.get(key)) }
        }),
      }
    }),
    texts: used.flatMap((stored) => {
      if (stored.kind !== 'texts') return []
      const { pack, file } = stored
      return {
        ...headOf(stored),
        texts: file.texts.map((text) => ({
          key: `${pack}/${text.id}`,
          title: text.title,
          use: text.use,
          moment: text.moment,
          wording: packWording(file.version),
          words: wordingOfText(text),
        })),
      }
    }),
    pitches,
    mayRevise: reachOf(caller.roles, 'script.revise') !== null,
  }
}

/** The pack's own words as one wording among those in use. */
const packsOwn = (version: number, words: Wording): InUse => ({
  key: packWording(version),
  words,
  version,
  own: false,
  madeAt: null,
  why: null,
  live: false,
})

/** Without a choice, or with one that is gone by now, the pack's own words are said. */
const withLive = (wordings: readonly InUse[], chosen: readonly string[] | undefined): InUse[] => {
  const [pack] = wordings
  const known = (chosen ?? []).flatMap((key) =>
    // a newer version of the pack takes the place of the one that was chosen
    wordings.some((one) => one.key === key) ? [key] : key.startsWith('pack-') && pack ? [pack.key] : [],
  )
  const live = known.length > 0 ? known : pack ? [pack.key] : []
  return wordings.map((one) => ({ ...one, live: live.includes(one.key) }))
}

/** The branch's own wordings of each script, in the order they were made. */
export const ownWordings = async (db: Db, branchId: number): Promise<Map<string, InUse[]>> => {
  const rows = await db
    .selectFrom('script_revision')
    .select(['id', 'script', 'version', 'words', 'why', 'made_at'])
    .where('branch_id', '=', branchId)
    .orderBy('version')
    .execute()
  const own = new Map<string, InUse[]>()
  for (const { id, script, version, words, why, made_at } of rows) {
    const wording = { key: id, words: words as unknown as Wording, version, own: true, why, live: false }
    own.set(script, [...(own.get(script) ?? []), { ...wording, madeAt: made_at.toISOString() }])
  }
  return own
}

/** Which wordings of a script were chosen to be said, by `pack/script`. */
export const liveWordings = async (db: Db, branchId: number): Promise<Map<string, string[]>> => {
  const rows = await db
    .selectFrom('script_live')
    .select(['script', 'wordings'])
    .where('branch_id', '=', branchId)
    .execute()
  return new Map(rows.map(({ script, wordings }) => [script, wordings as string[]]))
}

const leftOutFor = async (db: Db, caller: Caller): Promise<Set<string>> => {
  const row = await db
    .selectFrom('staff')
    .select('unit_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .executeTakeFirst()
  return packsLeftOut(db, caller.branchId, row?.unit_id ?? null)
}

/** One script with every wording of it; null for one that is not there. */
export const scriptIn = async (db: Db, caller: Caller, key: string) =>
  (await scriptLibrary(db, caller)).families
    .flatMap(({ scripts, sources }) => scripts.map((script) => ({ ...script, sources })))
    .find((script) => script.key === key) ?? null
