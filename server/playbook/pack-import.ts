import type { Reply } from '#api/endpoint.ts'
import type { playbookEditEndpoints } from '#api/playbook-edit.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { type ArchiveFacts, packRoot } from '#domain/playbook/editing/archive.ts'
import { differences } from '#domain/playbook/editing/difference.ts'
import { plannedNowhere } from '#domain/playbook/editing/publish.ts'
import { type PackFile, parsePackFile } from '#domain/playbook/pack-file.ts'
import { parsePlaybook } from '#domain/playbook/parse.ts'
import type { Problem, ProblemFacts } from '#domain/playbook/problem.ts'
import { type Folder, MOST_PACKED, readUpload, readZip } from '#server/adapters/archive/zip.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { currentPacks, currentPlaybooks } from './load.ts'
import { lastVersion, putEdition } from './publish.ts'

type Taken = Reply<(typeof playbookEditEndpoints)['POST /api/pack-checks']>
type Sound = { file: string; playbook: Playbook }
type Plan = Taken & { about: PackFile | null; put: Playbook[] }

const nothing = { pack: null, playbooks: [], problems: [], refused: [], passedOver: [], about: null, put: [] }

/** Says what a pack that comes as a file would change; nothing is written. */
export const checkPack = async (db: Db, caller: Caller, body: ReadableStream<Uint8Array> | null): Promise<Taken> =>
  answer(await planOf(db, caller, await opened(body)))

/** Takes a pack whole, or, with a mistake in it, not at all: what is in use then stays in use. */
export const importPack = async (
  db: Db,
  caller: Caller,
  at: Date,
  body: ReadableStream<Uint8Array> | null,
): Promise<Taken> => {
  const folder = await opened(body)
  return inTransaction(db, async (trx) => {
    const plan = await planOf(trx, caller, folder)
    const { about, put } = plan
    if (!about || plan.problems.length > 0 || plan.refused.length > 0) return answer(plan)
    const here = { branch_id: caller.branchId, id: about.id }
    const said = { about: JSON.stringify(about), imported_by: caller.staffId, imported_at: at }
    await trx
      .insertInto('branch_pack')
      .values({ ...here, ...said })
      .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(said))
      .execute()
    for (const playbook of put) await putEdition(trx, caller, at, about.id, playbook)
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'pack.imported',
      entity: 'pack',
      params: { pack: about.id, version: about.version, playbooks: put.length },
    })
    return answer(plan)
  })
}

const answer = ({ about: _about, put: _put, ...taken }: Plan): Taken => taken

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
  const paths = [...folder.keys()].filter(isPlaybook).sort()
  if (paths.length === 0) return refusedAs({ code: 'archive.no-playbooks', params: {} })
  const files = paths.map((path) => ({ path, read: parsePlaybook(path, folder.get(path) ?? '') }))
  const sound = files.flatMap(({ path, read }): Sound[] => (read.ok ? [{ file: path, playbook: read.value }] : []))
  const passedOver = [...folder.keys()].filter((path) => !isPlaybook(path) && path !== `${root}pack.yaml`)
  return {
    ...(await comparedHere(db, caller, { about: about.value, root, sound })),
    problems: [
      ...(await needsHere(db, caller, about.value, root)),
      ...files.flatMap(({ read }) => (read.ok ? [] : read.error)),
      ...(await looseEnds(db, caller, about.value, sound)),
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
