import type { Received } from '#api/endpoint.ts'
import type { playbookEditEndpoints } from '#api/playbook-edit.ts'
import { isDraft } from '#domain/playbook/editing/draft.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { currentPacks, currentPlaybooks, filePlaybooks } from './load.ts'

type Written = Received<(typeof playbookEditEndpoints)['PUT /api/playbook-drafts/:key']>['body']

/** The draft of a playbook, held until the transaction ends. */
export const lockedDraft = (trx: Db, caller: Caller, key: string) =>
  trx
    .selectFrom('playbook_draft')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()

type Row = NonNullable<Awaited<ReturnType<typeof lockedDraft>>>

/** Somebody wrote on it since: theirs goes back whole, so that the page can join the two. */
export const failWithTheirs = async (trx: Db, caller: Caller, row: Row): Promise<never> => {
  const names = await namesOf(trx, caller.branchId, [row.changed_by])
  const by = names.get(row.changed_by) ?? ''
  return fail('record.conflict', {
    params: { version: row.version },
    conflicts: [
      { field: 'draft', theirs: row.body, yours: null, by, at: row.changed_at.toISOString() },
      { field: 'clashes', theirs: row.clashes, yours: null, by, at: row.changed_at.toISOString() },
    ],
  })
}

/** Keeps a draft. Only its beginning goes into the audit trail: every stroke after it is part of one act of writing. */
export const keepDraft = async (
  db: Db,
  caller: Caller,
  at: Date,
  key: string,
  { base, draft, clashes, pack }: Written,
): Promise<{ version: number }> => {
  if (!isDraft(key, draft))
    return fail('request.invalid', { problems: [{ path: 'body.draft', message: 'no playbook' }] })
  return inTransaction(db, async (trx) => {
    const known = await lockedDraft(trx, caller, key)
    if (known && known.version !== base) return failWithTheirs(trx, caller, known)
    const written = {
      body: JSON.stringify(draft),
      clashes: JSON.stringify(clashes),
      changed_by: caller.staffId,
      changed_at: at,
    }
    if (known) {
      const version = known.version + 1
      await trx
        .updateTable('playbook_draft')
        .set({ ...written, version })
        .where('branch_id', '=', caller.branchId)
        .where('key', '=', key)
        .execute()
      return { version }
    }
    const home = await packFor(trx, caller.branchId, key, pack)
    await trx
      .insertInto('playbook_draft')
      .values({ branch_id: caller.branchId, key, pack: home, ...written })
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'playbook.drafted',
      entity: 'playbook',
      params: { playbook: key },
    })
    return { version: 1 }
  })
}

/** Where a playbook belongs: where it is already, or, being new, in the pack it was begun for. */
const packFor = async (trx: Db, branchId: number, key: string, wanted: string | undefined): Promise<string> => {
  const [current, files] = await Promise.all([currentPlaybooks(trx, branchId), filePlaybooks(trx)])
  const known = [...current, ...files].find(({ playbook }) => playbook.id === key)
  if (known) return known.pack
  const packs = await currentPacks(trx, branchId)
  return packs.find(({ id }) => id === wanted)?.id ?? fail('record.not_found')
}

/** Lets a draft go. */
export const dropDraft = async (db: Db, caller: Caller, at: Date, key: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('playbook_draft')
      .where('branch_id', '=', caller.branchId)
      .where('key', '=', key)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return fail('record.not_found')
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'playbook.draft_dropped',
      entity: 'playbook',
      params: { playbook: key },
    })
  })
