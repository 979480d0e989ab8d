import { basename } from 'node:path'
import { stringify } from 'yaml'
import type { Reply } from '#api/endpoint.ts'
import type { packFileEndpoints } from '#api/pack-file.ts'
import { partChange, type PartKind } from '#domain/playbook/editing/pack-part.ts'
import type { Text } from '#domain/playbook/field.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import type { Db } from '#server/db/pool.ts'
import { formsPart } from '#server/form/pack-part.ts'
import type { Caller } from '#server/http/handler.ts'
import { putBranchFile } from '#server/playbook/branch-files.ts'
import { checklistsPart } from '#server/playbook/checklists.ts'
import type { PackPart } from '#server/playbook/pack-part.ts'
import { offersPart } from '#server/retention/pack-part.ts'
import { scriptsPart, textsPart } from '#server/script/pack-part.ts'

type Row = Reply<(typeof packFileEndpoints)['POST /api/pack-checks']>['files'][number]
type Packed = { path: string; text: string }

/** What taking one file would do; `put` is nothing for one that says the same. */
type FilePlan = {
  row: Row
  path: string
  leaving: Text[]
  put: ((trx: Db, at: Date) => Promise<void>) | null
}

/** An id and how far it is one thing; `path` is where a packed file has it. */
type Claim = { key: string; id: string; pack: string; path: string | null }

type PartPlan = { plans: FilePlan[]; claims: Claim[]; problems: Problem[] }

/** A part of a pack with its kind of file out of sight. */
type Part = {
  kind: PartKind
  plan: (db: Db, caller: Caller, pack: string, files: readonly Packed[]) => Promise<PartPlan>
  /** The files of a pack as the branch uses them; one that says what `lies` says goes out as it lies there. */
  texts: (db: Db, branchId: number, pack: string, lies: (path: string) => string | undefined) => Promise<Packed[]>
  /** What a branch uses, by `pack/name`: its title, and the hash of the pack's own file. */
  known: (db: Db, branchId: number) => Promise<Map<string, { title: Text; ownHash: string | null }>>
}

const part = <F extends object>(of: PackPart<F>): Part => {
  const sides = (file: F) => ({ head: of.headOf(file), entries: of.entriesOf(file) })
  const claimsOf = (pack: string, file: F, path: string | null): Claim[] =>
    of.names
      .of(file)
      .map((id) => ({ key: of.names.within === 'pack' ? `${pack}/${id}` : `${of.kind}:${id}`, id, pack, path }))
  return {
    kind: of.kind,
    plan: async (db, caller, pack, files) => {
      const inUse = await of.inUse(db, caller.branchId)
      const replaced = new Set(files.map(({ path }) => nameOf(path)))
      const kept = inUse.filter((one) => one.pack !== pack || !replaced.has(one.name))
      const read = files.map(({ path, text }) => ({ path, read: of.parse(path, text) }))
      const sound = read.flatMap(({ path, read }) => (read.ok ? [{ path, file: read.value }] : []))
      return {
        problems: read.flatMap(({ read }) => (read.ok ? [] : read.error)),
        claims: [
          ...kept.flatMap((one) => claimsOf(one.pack, one.file, null)),
          ...sound.flatMap(({ path, file }) => claimsOf(pack, file, path)),
        ],
        plans: sound.map(({ path, file }) => {
          const name = nameOf(path)
          const before = inUse.find((one) => one.pack === pack && one.name === name)
          const from = before ? of.versionOf(before.file) : 0
          const change = partChange(before ? sides(before.file) : { head: {}, entries: [] }, sides(file))
          const raised = change ? of.withVersion(file, Math.max(from + 1, of.versionOf(file))) : file
          return {
            path,
            row: {
              kind: of.kind,
              name,
              title: of.titleOf(file),
              change: change === null ? 'same' : before ? 'changed' : 'new',
              from,
              to: change ? of.versionOf(raised) : from,
              ...(change ?? { added: [], changed: [], removed: [], head: false }),
            },
            leaving: change ? of.leavingWords(file) : [],
            put: change
              ? async (trx, at) => {
                  const fileHash = before?.ownHash ?? null
                  await putBranchFile(trx, caller, at, { kind: of.kind, pack, name, file: raised, fileHash })
                  await of.taken(trx, caller, at, pack, raised, before?.file ?? null)
                }
              : null,
          }
        }),
      }
    },
    texts: async (db, branchId, pack, lies) =>
      (await of.inUse(db, branchId))
        .filter((one) => one.pack === pack)
        .map(({ name, file }) => {
          const path = `${of.kind}/${name}.yaml`
          const text = lies(path)
          const read = text === undefined ? null : of.parse(`${pack}/${path}`, text)
          const same = read?.ok === true && partChange(sides(read.value), sides(file)) === null
          return { path, text: same && text !== undefined ? text : stringify(of.bodyOf(file), { lineWidth: 0 }) }
        }),
    known: async (db, branchId) =>
      new Map(
        (await of.inUse(db, branchId)).map(({ pack, name, file, ownHash }) => [
          `${pack}/${name}`,
          { title: of.titleOf(file), ownHash },
        ]),
      ),
  }
}

const nameOf = (path: string): string => basename(path, '.yaml')

/** Everything a pack holds besides its playbooks. */
export const packParts: readonly Part[] = [
  part(scriptsPart),
  part(textsPart),
  part(formsPart),
  part(checklistsPart),
  part(offersPart),
]

/** What of a pack's other files would change; an id that is another thing already is a mistake. */
export const planParts = async (
  db: Db,
  caller: Caller,
  { pack, root, folder }: { pack: string; root: string; folder: ReadonlyMap<string, string> },
): Promise<{ plans: FilePlan[]; problems: Problem[] }> => {
  const planned: PartPlan[] = []
  for (const { kind, plan } of packParts) {
    const files = [...folder].filter(([path]) => isPartFile(root, path, kind)).map(([path, text]) => ({ path, text }))
    planned.push(await plan(db, caller, pack, files))
  }
  const owners = new Map<string, Claim>()
  const claims = planned.flatMap((one) => one.claims)
  const twice: Problem[] = []
  for (const claim of [...claims.filter(({ path }) => path === null), ...claims.filter(({ path }) => path !== null)]) {
    const owner = owners.get(claim.key)
    if (owner && claim.path !== null) twice.push(takenBefore(claim.path, claim.id, owner.pack))
    else owners.set(claim.key, claim)
  }
  return {
    plans: planned.flatMap(({ plans }) => plans),
    problems: [...planned.flatMap((one) => one.problems), ...twice],
  }
}

export const isPartFile = (root: string, path: string, kind: PartKind): boolean =>
  path.startsWith(`${root}${kind}/`) && path.endsWith('.yaml') && !path.slice(`${root}${kind}/`.length).includes('/')

const takenBefore = (file: string, id: string, pack: string): Problem => ({
  file,
  line: 1,
  column: 1,
  field: 'id',
  said: { code: 'id.otherPack', params: { id, pack } },
})
