import type { Received } from '#api/endpoint.ts'
import type { playbookEditEndpoints } from '#api/playbook-edit.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { differences } from '#domain/playbook/editing/difference.ts'
import { type Draft, draftProblems } from '#domain/playbook/editing/draft.ts'
import { nextEdition, plannedNowhere, whyNotStop } from '#domain/playbook/editing/publish.ts'
import { isAboutLeaving } from '#domain/retention/retention-text.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import { refuseUnlawful } from '#server/guard/check.ts'
import type { Caller } from '#server/http/handler.ts'
import { failWithTheirs, lockedDraft } from './drafts.ts'
import { currentPlaybooks, filePlaybooks, type Stored } from './load.ts'
import { definitionOf } from './pack.ts'

type Choice = Received<(typeof playbookEditEndpoints)['PUT /api/playbook-editions/:key/choice']>['body']

const named = (list: readonly Stored[], key: string): Stored | undefined =>
  list.find(({ playbook }) => playbook.id === key)

/** Publishes the draft that was looked at as the next version. Runs cite what they began with, so those under way finish on it. */
export const publishDraft = async (
  db: Db,
  caller: Caller,
  at: Date,
  key: string,
  draftVersion: number,
): Promise<{ version: number }> => {
  await refuseUnlawfulDraft(db, caller, at, key)
  return inTransaction(db, async (trx) => {
    const row = await lockedDraft(trx, caller, key)
    if (!row) return fail('record.not_found')
    if (row.version !== draftVersion) return failWithTheirs(trx, caller, row)
    const clashes = (row.clashes as unknown[]).length
    if (clashes > 0) return fail('rule.refused', { reasons: [{ code: 'draft.clashes', params: { clashes } }] })
    const draft = row.body as unknown as Draft
    const problems = draftProblems(draft)
    if (problems.length > 0)
      return fail('rule.refused', { reasons: [{ code: 'draft.unsound', params: { problems: problems.length } }] })
    const inUse = await currentPlaybooks(trx, caller.branchId)
    const before = named(inUse, key)
    if (before && differences(before.playbook, draft).length === 0)
      return fail('rule.refused', { reasons: [{ code: 'draft.same', params: {} }] })
    const nowhere = plannedNowhere(
      draft,
      inUse.map(({ playbook }) => playbook.id),
    )
    if (nowhere.length > 0) return fail('rule.refused', { reasons: nowhere })
    const last = await lastVersion(trx, caller, key)
    const edition = nextEdition(draft, last, caller.name, dayIn(at, caller.timeZone))
    await putEdition(trx, caller, at, row.pack, edition)
    await trx.deleteFrom('playbook_draft').where('branch_id', '=', caller.branchId).where('key', '=', key).execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'playbook.published',
      entity: 'playbook',
      version: edition.version,
      params: { playbook: key, version: edition.version, before: before?.playbook.version ?? null },
    })
    return { version: edition.version }
  })
}

/** A procedure about staying or leaving is looked at line by line as the law and our own guard ask. */
const refuseUnlawfulDraft = async (db: Db, caller: Caller, at: Date, key: string): Promise<void> => {
  const row = await db
    .selectFrom('playbook_draft')
    .select('body')
    .where('branch_id', '=', caller.branchId)
    .where('key', '=', key)
    .executeTakeFirst()
  const draft = row?.body as unknown as Draft | undefined
  if (!draft || !isAboutLeaving(draft.sources, draft.contactPurpose)) return
  await refuseUnlawful(db, caller, at, { what: key, texts: textsIn(draft) })
}

/** Every line somebody would read or say. */
export const textsIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return []
  if ('zh' in part && 'en' in part && typeof part.zh === 'string' && typeof part.en === 'string')
    return [part.zh, part.en]
  return Object.values(part).flatMap(textsIn)
}

/** The highest number a playbook has ever had here, in a file or published. */
export const lastVersion = async (trx: Db, caller: Caller, key: string): Promise<number> => {
  const [files, { published }] = await Promise.all([
    filePlaybooks(trx),
    trx
      .selectFrom('playbook_edition')
      .select((eb) => eb.fn.max('version').as('published'))
      .where('branch_id', '=', caller.branchId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow(),
  ])
  return Math.max(named(files, key)?.playbook.version ?? 0, published ?? 0)
}

/** Stores an edition under its hash and puts it into use. */
export const putEdition = async (
  trx: Db,
  caller: Caller,
  at: Date,
  pack: string,
  playbook: Playbook,
): Promise<void> => {
  const { hash, text } = definitionOf(playbook)
  const { id: key, version } = playbook
  await trx
    .insertInto('playbook')
    .values({ hash, key, version, definition: text, loaded_at: at, pack, from_file: false })
    .onConflict((on) => on.column('hash').doNothing())
    .execute()
  await trx
    .insertInto('playbook_edition')
    .values({
      branch_id: caller.branchId,
      key,
      version,
      hash,
      pack,
      published_by: caller.staffId,
      published_at: at,
    })
    .execute()
  await putChoice(trx, caller, at, { key, hash, pack })
}

const putChoice = async (
  trx: Db,
  caller: Caller,
  at: Date,
  { key, hash, pack }: { key: string; hash: string | null; pack: string },
): Promise<void> => {
  const file = named(await filePlaybooks(trx), key)
  const chosen = { hash, pack, file_hash: file?.hash ?? null, chosen_by: caller.staffId, chosen_at: at }
  await trx
    .insertInto('playbook_choice')
    .values({ branch_id: caller.branchId, key, ...chosen })
    .onConflict((on) => on.columns(['branch_id', 'key']).doUpdateSet(chosen))
    .execute()
}

/** Goes back to an earlier version, takes the pack's file, keeps ours, or stops using the playbook. */
export const choose = async (db: Db, caller: Caller, at: Date, key: string, choice: Choice): Promise<void> =>
  inTransaction(db, async (trx) => {
    await carryOut(trx, caller, at, key, choice)
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: `playbook.${actionOf[choice.use]}`,
      entity: 'playbook',
      params: { playbook: key, version: choice.use === 'edition' ? choice.version : null },
    })
  })

const actionOf = { edition: 'went_back', pack: 'took_pack', ours: 'kept_ours', none: 'stopped' } as const

const carryOut = async (trx: Db, caller: Caller, at: Date, key: string, choice: Choice): Promise<void> => {
  const inUse = await currentPlaybooks(trx, caller.branchId)
  const file = named(await filePlaybooks(trx), key)
  const current = named(inUse, key)
  switch (choice.use) {
    case 'pack': {
      if (!file) return fail('record.not_found')
      await trx.deleteFrom('playbook_choice').where('branch_id', '=', caller.branchId).where('key', '=', key).execute()
      return
    }
    case 'none': {
      if (!current) return fail('record.not_found')
      const reasons = whyNotStop(
        key,
        inUse.map(({ playbook }) => playbook),
      )
      if (reasons.length > 0) return fail('rule.refused', { reasons })
      return putChoice(trx, caller, at, { key, hash: null, pack: current.pack })
    }
    case 'ours': {
      if (!current) return fail('record.not_found')
      return putChoice(trx, caller, at, { key, hash: current.hash, pack: current.pack })
    }
    case 'edition': {
      const edition = await trx
        .selectFrom('playbook_edition')
        .select(['hash', 'pack'])
        .where('branch_id', '=', caller.branchId)
        .where('key', '=', key)
        .where('version', '=', choice.version)
        .executeTakeFirst()
      if (!edition) return fail('record.not_found')
      return putChoice(trx, caller, at, { key, ...edition })
    }
  }
}
