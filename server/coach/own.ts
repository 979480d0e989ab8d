import type { coachEndpoints } from '#api/coach.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { faultsOf, type OwnRule } from '#domain/coach/own-rule.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'

type Endpoints = typeof coachEndpoints
type Put = Received<Endpoints['PUT /api/coach/rules/:id']>['body']

/** Keeps what a lead has written so far; nothing of it is in force yet. */
export const keepDraft = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { draft, baseVersion }: Put,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const known = await locked(trx, caller, id)
    const written = { draft: JSON.stringify(draft), changed_by: caller.staffId, changed_at: now }
    if (!known) {
      if (baseVersion !== null) return fail('record.not_found')
      await trx
        .insertInto('coach_rule')
        .values({ branch_id: caller.branchId, id, ...written })
        .execute()
      return { version: 1 }
    }
    if (sameText(known.draft, draft)) return { version: known.version }
    if (known.version !== baseVersion) return conflict(trx, caller, known, draft.title)
    const version = known.version + 1
    await change(trx, caller, id, { ...written, version })
    return { version }
  })

/** The next edition is what the draft says now, if it holds what it promises: every example tried, here as in the form. */
export const publishRule = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { baseVersion, coach }: { baseVersion: number; coach: Coach },
): Promise<Reply<Endpoints['POST /api/coach/rules/:id/publish']>> =>
  inTransaction(db, async (trx) => {
    const known = (await locked(trx, caller, id)) ?? fail('record.not_found')
    const draft = known.draft as OwnRule
    if (known.version !== baseVersion) return conflict(trx, caller, known, draft.title)
    const faults = faultsOf(draft, withoutItself(coach, id))
    if (faults.length > 0)
      return fail('rule.refused', {
        reasons: faults.map(({ field, said }) => ({ code: said.code, params: { ...said.params, field } })),
      })
    const { edition: last } = await trx
      .selectFrom('coach_rule_edition')
      .select((eb) => eb.fn.coalesce(eb.fn.max('edition'), eb.lit(0)).as('edition'))
      .where('branch_id', '=', caller.branchId)
      .where('rule_id', '=', id)
      .executeTakeFirstOrThrow()
    const edition = last + 1
    await trx
      .insertInto('coach_rule_edition')
      .values({
        branch_id: caller.branchId,
        rule_id: id,
        edition,
        definition: JSON.stringify(draft),
        published_by: caller.staffId,
        published_at: now,
      })
      .execute()
    const version = known.version + 1
    await change(trx, caller, id, { withdrawn_at: null, changed_by: caller.staffId, changed_at: now, version })
    await told(trx, caller, now, 'coach_rule.published', id, { title: draft.title, edition })
    return { version, edition }
  })

/** An edition of the rule itself marks nothing of its own draft. */
const withoutItself = (coach: Coach, id: string): Coach => ({
  ...coach,
  compiled: { ...coach.compiled, rules: coach.compiled.rules.filter(({ act }) => act !== `own.${id}`) },
})

export const withdrawRule = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  baseVersion: number,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const known = (await locked(trx, caller, id)) ?? fail('record.not_found')
    if (known.withdrawn_at !== null) return { version: known.version }
    const { title } = known.draft as OwnRule
    if (known.version !== baseVersion) return conflict(trx, caller, known, title)
    const version = known.version + 1
    await change(trx, caller, id, { withdrawn_at: now, changed_by: caller.staffId, changed_at: now, version })
    await told(trx, caller, now, 'coach_rule.withdrawn', id, { title })
    return { version }
  })

const locked = (trx: Db, caller: Caller, id: string) =>
  trx
    .selectFrom('coach_rule')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

type Row = NonNullable<Awaited<ReturnType<typeof locked>>>

const change = async (
  trx: Db,
  caller: Caller,
  id: string,
  set: { draft?: string; withdrawn_at?: Date | null; changed_by: string; changed_at: Date; version: number },
): Promise<void> => {
  await trx.updateTable('coach_rule').set(set).where('branch_id', '=', caller.branchId).where('id', '=', id).execute()
}

/** The store sorts the keys of what it keeps. */
const sameText = (stored: unknown, draft: OwnRule): boolean => {
  const known = stored as OwnRule
  return (Object.keys(draft) as (keyof OwnRule)[]).every(
    (field) => JSON.stringify(known[field]) === JSON.stringify(draft[field]),
  )
}

const conflict = async (trx: Db, caller: Caller, known: Row, yours: string): Promise<never> => {
  const names = await namesOf(trx, caller.branchId, [known.changed_by])
  const by = names.get(known.changed_by) ?? ''
  const theirs = (known.draft as OwnRule).title
  return fail('record.conflict', {
    conflicts: [{ field: 'draft', theirs, yours, by, at: known.changed_at.toISOString() }],
  })
}

const told = (
  trx: Db,
  caller: Caller,
  at: Date,
  action: string,
  id: string,
  params: Record<string, string | number>,
): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, { action, entity: 'coach_rule', entityId: id, params })
