import type { Reply } from '#api/endpoint.ts'
import type { packFileEndpoints } from '#api/pack-file.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { type ArchiveFacts, packRoot } from '#domain/playbook/editing/archive.ts'
import { differences } from '#domain/playbook/editing/difference.ts'
import { plannedNowhere } from '#domain/playbook/editing/publish.ts'
import { type PackFile, parsePackFile } from '#domain/playbook/pack-file.ts'
import { parsePlaybook } from '#domain/playbook/parse.ts'
import type { Problem, ProblemFacts } from '#domain/playbook/problem.ts'
import { type Folder, MOST_PACKED, readUpload, readZip } from '#server/adapters/archive/zip.ts'
import { isAboutLeaving } from '#domain/retention/retention-text.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { refuseUnlawful } from '#server/guard/check.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { currentPacks, currentPlaybooks } from '#server/playbook/load.ts'
import { lastVersion, putEdition, textsIn } from '#server/playbook/publish.ts'
import { isPartFile, packParts, planParts } from './pack-parts.ts'

type Taken = Reply<(typeof packFileEndpoints)['POST /api/pack-checks']>
type Sound = { file: string; playbook: Playbook }
type Parts = Awaited<ReturnType<typeof planParts>>['plans']
type Plan = Taken & { about: PackFile | null; put: Playbook[]; parts: Parts }

const nothing = {
  pack: null,
  playbooks: [],
  files: [],
  problems: [],
  refused: [],
  passedOver: [],
  about: null,
  put: [],
  parts: [],
}

/** Says what a pack that comes as a file would change; nothing is written. */
export const checkPack = async (
  db: Db,
  caller: Caller,
  at: Date,
  body: ReadableStream<Uint8Array> | null,
): Promise<Taken> => {
  const plan = await planOf(db, caller, await opened(body))
  await refuseUnlawfulPlan(db, caller, at, plan)
  return answer(plan)
}

/** Takes a pack whole, or, with a mistake in it, not at all: what is in use then stays in use. */
export const importPack = async (
  db: Db,
  caller: Caller,
  at: Date,
  body: ReadableStream<Uint8Array> | null,
): Promise<Taken> => {
  const folder = await opened(body)
  await refuseUnlawfulPlan(db, caller, at, await planOf(db, caller, folder))
  return inTransaction(db, async (trx) => {
    const plan = await planOf(trx, caller, folder)
    const { about, put, parts } = plan
    if (!about || plan.problems.length > 0 || plan.refused.length > 0) return answer(plan)
    const here = { branch_id: caller.branchId, id: about.id }
    const said = { about: JSON.stringify(about), imported_by: caller.staffId, imported_at: at }
    await trx
      .insertInto('branch_pack')
      .values({ ...here, ...said })
      .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(said))
      .execute()
    for (const playbook of put) await putEdition(trx, caller, at, about.id, playbook)
    for (const { put: take } of parts) await take?.(trx, at)
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'pack.imported',
      entity: 'pack',
      params: {
        pack: about.id,
        version: about.version,
        playbooks: put.length,
        files: parts.filter((one) => one.put).length,
      },
    })
    return answer(plan)
  })
}

const answer = ({ about: _about, put: _put, parts: _parts, ...taken }: Plan): Taken => taken

/** What is said about staying or leaving in it is looked at as if it were published here. */
const refuseUnlawfulPlan = async (db: Db, caller: Caller, at: Date, { put, parts }: Plan): Promise<void> => {
  const told = [
    ...put
      .filter(({ sources, contactPurpose }) => isAboutLeaving(sources, contactPurpose))
      .map((playbook) => ({ what: playbook.id, texts: textsIn(playbook) })),
    ...parts.map(({ path, leaving }) => ({ what: path, texts: leaving.flatMap(({ zh, en }) => [zh, en]) })),
  ]
  for (const words of told.filter(({ texts }) => texts.length > 0)) await refuseUnlawful(db, caller, at, words)
}

const opened = async (body: ReadableStream<Uint8Array> | null) => {
  const bytes = await readUpload(body, MOST_PACKED)
  return bytes ? readZip(bytes) : fail('request.too_large', { params: { bytes: MOST_PACKED } })
}

const refusedAs = (said: Said<ArchiveFacts>): Plan => ({ ...nothing, refused: [said] })

const planOf = async (db: Db, caller: Caller, read: ReturnType<typeof readZip>): Promise<Plan> => {
  if (!read.ok) return refusedAs(read.error)
  const folder = read.value
  const root = packRoot([...folder.keys()])
  if (root === null) return refusedAs({ code: 'archive.no-pack', params: {} })
  const about = aboutIn(folder, root)
  if (!about.ok) return { ...nothing, problems: about.error }
  const isPlaybook = (path: string): boolean => path.startsWith(`${root}playbooks/`) && path.endsWith('.yaml')
  const isPart = (path: string): boolean => packParts.some(({ kind }) => isPartFile(root, path, kind))
  const paths = [...folder.keys()].filter(isPlaybook).sort()
  if (![...folder.keys()].some((path) => isPlaybook(path) || isPart(path)))
    return refusedAs({ code: 'archive.empty', params: {} })
  const files = paths.map((path) => ({ path, read: parsePlaybook(path, folder.get(path) ?? '') }))
  const sound = files.flatMap(({ path, read }): Sound[] => (read.ok ? [{ file: path, playbook: read.value }] : []))
  const passedOver = [...folder.keys()].filter(
    (path) => !isPlaybook(path) && !isPart(path) && path !== `${root}pack.yaml`,
  )
  const parts = await planParts(db, caller, { pack: about.value.id, root, folder })
  return {
    ...(await comparedHere(db, caller, { about: about.value, root, sound })),
    files: parts.plans.map(({ row }) => row),
    parts: parts.plans,
    problems: [
      ...(await needsHere(db, caller, about.value, root)),
      ...files.flatMap(({ read }) => (read.ok ? [] : read.error)),
      ...(await looseEnds(db, caller, about.value, sound)),
      ...parts.problems,
    ],
    refused: [],
    passedOver,
  }
}

/** A pack zipped without its folder is taken for what it calls itself. */
const aboutIn = (folder: Folder, root: string) => {
  const text = folder.get(`${root}pack.yaml`) ?? ''
  const name = root === '' ? (/^id:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? 'pack') : root.slice(0, -1)
  return parsePackFile(`${name}/pack.yaml`, text)
}

const comparedHere = async (
  db: Db,
  caller: Caller,
  { about, sound }: { about: PackFile; root: string; sound: readonly Sound[] },
): Promise<Pick<Plan, 'about' | 'pack' | 'playbooks' | 'put'>> => {
  const inUse = await currentPlaybooks(db, caller.branchId)
  const playbooks: Plan['playbooks'] = []
  const put: Playbook[] = []
  for (const { playbook } of sound) {
    const before = inUse.find((one) => one.playbook.id === playbook.id)?.playbook
    const changes = before ? differences(before, playbook) : []
    const same = before !== undefined && changes.length === 0
    const to = same ? before.version : Math.max((await lastVersion(db, caller, playbook.id)) + 1, playbook.version)
    if (!same) put.push({ ...playbook, version: to })
    playbooks.push({
      key: playbook.id,
      title: playbook.title,
      change: same ? 'same' : before ? 'changed' : 'new',
      from: before?.version ?? 0,
      to,
      differences: changes,
    })
  }
  return { about, pack: { id: about.id, title: about.title, version: about.version }, playbooks, put }
}

const problemAt = (file: string, field: string, said: Said<ProblemFacts>): Problem => ({
  file,
  line: 1,
  column: 1,
  field,
  said,
})

const needsHere = async (db: Db, caller: Caller, about: PackFile, root: string): Promise<Problem[]> => {
  const known = (await currentPacks(db, caller.branchId)).map(({ id }) => id)
  return about.needs
    .filter((need) => !known.includes(need))
    .map((pack) => problemAt(`${root}pack.yaml`, 'needs', { code: 'pack.needs', params: { pack } }))
}

/** Ids that another pack has, and plans that nobody here could carry out. */
const looseEnds = async (db: Db, caller: Caller, about: PackFile, sound: readonly Sound[]): Promise<Problem[]> => {
  const inUse = await currentPlaybooks(db, caller.branchId)
  const keys = [...inUse, ...sound].map(({ playbook }) => playbook.id)
  return sound.flatMap(({ file, playbook }) => {
    const owner = inUse.find((one) => one.playbook.id === playbook.id)?.pack
    const taken =
      owner === undefined || owner === about.id
        ? []
        : [problemAt(file, 'id', { code: 'id.otherPack', params: { id: playbook.id, pack: owner } })]
    const nowhere = plannedNowhere(playbook, keys).map(({ params }) =>
      problemAt(file, 'tasks', {
        code: 'task.nowhere',
        params: { ...params, playbooks: keys.join(', ') },
      }),
    )
    return [...taken, ...nowhere]
  })
}
