import type { Reply } from '#api/endpoint.ts'
import type { playbookEditEndpoints } from '#api/playbook-edit.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { currentPacks, currentPlaybooks, filePlaybooks, playbookOf, type Stored } from './load.ts'

type Endpoints = typeof playbookEditEndpoints
type Clash = NonNullable<Reply<Endpoints['GET /api/playbook-editions/:key']>['draft']>['clashes'][number]
type Origin = Reply<Endpoints['GET /api/playbook-editions/:key']>['origin']

const EDITIONS_SHOWN = 12

/** Whether somebody may publish, as their page is told. */
const mayPublish = ({ roles }: Caller): boolean => reachOf(roles, 'playbook.publish') !== null

/** Everything the branch has of its playbooks: what is in use, what the files say, what it chose, who is writing. */
const standing = async (db: Db, branchId: number) => {
  const own = { branchId }
  const [inUse, files, packs, choices, drafts] = await Promise.all([
    currentPlaybooks(db, branchId),
    filePlaybooks(db),
    currentPacks(db, branchId),
    db.selectFrom('playbook_choice').selectAll().where('branch_id', '=', own.branchId).execute(),
    db
      .selectFrom('playbook_draft')
      .select(['key', 'pack', 'changed_by', 'changed_at', sql<Playbook['title']>`body -> 'title'`.as('title')])
      .where('branch_id', '=', own.branchId)
      .execute(),
  ])
  return { inUse, files, packs, choices, drafts }
}

type Standing = Awaited<ReturnType<typeof standing>>

const named = (list: readonly Stored[], key: string): Stored | undefined =>
  list.find(({ playbook }) => playbook.id === key)

const originOf = ({ choices, files }: Standing, key: string): Origin => {
  const choice = choices.find((one) => one.key === key)
  if (choice) return choice.hash === null ? 'stopped' : 'branch'
  return named(files, key) ? 'pack' : 'unpublished'
}

/** Whether the pack's file says something else than when the branch chose its own. */
const hasNewer = ({ choices, files }: Standing, key: string): boolean => {
  const choice = choices.find((one) => one.key === key)
  const file = named(files, key)
  return choice !== undefined && file !== undefined && choice.hash !== file.hash && choice.file_hash !== file.hash
}

const packOf = ({ packs }: Standing, id: string) => ({
  id,
  title: packs.find((pack) => pack.id === id)?.about?.title ?? { zh: id, en: id },
})

/** Every playbook of the branch, those in use and those put away or only being written. */
export const editionList = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/playbook-editions']>> => {
  const [all, uses] = await Promise.all([standing(db, caller.branchId), usesOf(db, caller.branchId)])
  const names = await namesOf(
    db,
    caller.branchId,
    all.drafts.map(({ changed_by }) => changed_by),
  )
  const keys = [...all.inUse, ...all.files].map(({ playbook }) => playbook.id)
  const every = new Set([...keys, ...all.drafts.map(({ key }) => key), ...all.choices.map(({ key }) => key)])
  const rows = [...every].map((key) => {
    const known = named(all.inUse, key) ?? named(all.files, key)
    const draft = all.drafts.find((one) => one.key === key)
    const choice = all.choices.find((one) => one.key === key)
    const playbook = known?.playbook
    return {
      key,
      title: playbook?.title ?? draft?.title ?? { zh: key, en: key },
      pack: packOf(all, known?.pack ?? choice?.pack ?? draft?.pack ?? ''),
      version: named(all.inUse, key)?.playbook.version ?? 0,
      origin: originOf(all, key),
      reviewer: playbook?.reviewer ?? { zh: '', en: '' },
      reviewed: playbook?.reviewed ?? '',
      uses: uses.get(key) ?? 0,
      draft: draft ? { by: names.get(draft.changed_by) ?? '', at: draft.changed_at.toISOString() } : null,
      newer: hasNewer(all, key) ? (named(all.files, key)?.playbook.version ?? null) : null,
    }
  })
  const order = all.packs.map(({ id }) => id)
  return {
    playbooks: rows.sort((a, b) => order.indexOf(a.pack.id) - order.indexOf(b.pack.id) || (a.key < b.key ? -1 : 1)),
    mayPublish: mayPublish(caller),
  }
}

/** Contacts finished with each playbook, whatever its version. */
const usesOf = async (db: Db, branchId: number): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('playbook_skill')
    .select(['playbook_key', sql<number>`sum(uses)::int`.as('uses')])
    .where('branch_id', '=', branchId)
    .groupBy('playbook_key')
    .execute()
  return new Map(rows.map(({ playbook_key, uses }) => [playbook_key, uses]))
}

/** One playbook with all it takes to write on it. */
export const showEditions = async (
  db: Db,
  caller: Caller,
  key: string,
): Promise<Reply<Endpoints['GET /api/playbook-editions/:key']>> => {
  const [all, draft, published] = await Promise.all([
    standing(db, caller.branchId),
    db
      .selectFrom('playbook_draft')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('key', '=', key)
      .executeTakeFirst(),
    db
      .selectFrom('playbook_edition')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('key', '=', key)
      .orderBy('version', 'desc')
      .limit(EDITIONS_SHOWN)
      .execute(),
  ])
  const current = named(all.inUse, key)
  const file = named(all.files, key)
  const [latest] = published
  if (!current && !file && !draft && !latest) return fail('record.not_found')
  const writers = [...published.map(({ published_by }) => published_by), ...(draft ? [draft.changed_by] : [])]
  const names = await namesOf(db, caller.branchId, writers)
  const editions = await Promise.all(
    published.map(async (one) => ({
      version: one.version,
      by: names.get(one.published_by) ?? '',
      at: one.published_at.toISOString(),
      inUse: current?.hash === one.hash,
      playbook: await playbookOf(db, one.hash),
    })),
  )
  return {
    key,
    pack: packOf(all, current?.pack ?? file?.pack ?? draft?.pack ?? latest?.pack ?? ''),
    origin: originOf(all, key),
    current: current?.playbook ?? null,
    file: file?.playbook ?? null,
    newer: hasNewer(all, key),
    editions,
    draft: draft
      ? {
          body: draft.body as unknown as Playbook,
          clashes: draft.clashes as unknown as Clash[],
          version: draft.version,
          by: names.get(draft.changed_by) ?? '',
          at: draft.changed_at.toISOString(),
        }
      : null,
    others: all.inUse.map(({ playbook }) => ({ key: playbook.id, title: playbook.title })),
    mayPublish: mayPublish(caller),
  }
}
