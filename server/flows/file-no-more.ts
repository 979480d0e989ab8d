import { sql, type SqlBool } from 'kysely'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { RunSummary } from '#domain/playbook/summary.ts'
import { consentPurposeOf, type TouchPurpose } from '#domain/touch/touch.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Run = { id: string; customer_id: string; purpose: TouchPurpose }
type Before = { state: 'given' | 'refused'; since: Day; until: Day | null; source: string }

/**
 * The customer wants no more such calls: consent for this purpose is refused, and the gate holds them from now on. Filed again without
 * the wish, what stood before stands again, unless somebody has said something else meanwhile.
 */
export const fileNoMore = async (
  trx: Db,
  caller: Caller,
  now: Date,
  run: Run,
  { noMore }: Pick<RunSummary, 'noMore'>,
): Promise<void> => {
  const purpose = consentPurposeOf(run.purpose)
  if (purpose === null) return
  const known = await trx
    .selectFrom('consent')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', run.customer_id)
    .where('purpose', '=', purpose)
    .forUpdate()
    .executeTakeFirst()
  const own = known?.run_id === run.id
  if (!own && (!noMore || (await saidSince(trx, caller, run, purpose, noMore.at)))) return
  const before = (own ? known.before : known && beforeOf(known)) as Before | null | undefined
  const key = { branch_id: caller.branchId, customer_id: run.customer_id, purpose }
  if (!noMore && !before) {
    await trx
      .deleteFrom('consent')
      .where('branch_id', '=', key.branch_id)
      .where('customer_id', '=', key.customer_id)
      .where('purpose', '=', purpose)
      .execute()
  } else {
    const said = noMore
      ? {
          state: 'refused' as const,
          since: dayIn(now, caller.timeZone),
          until: noMore.until,
          source: noMore.source,
          run_id: run.id,
          before: before ? JSON.stringify(before) : null,
        }
      : { ...(before as Before), run_id: null, before: null }
    await trx
      .insertInto('consent')
      .values({ ...key, ...said })
      .onConflict((on) => on.columns(['branch_id', 'customer_id', 'purpose']).doUpdateSet(said))
      .execute()
  }
  const after = noMore ? 'refused' : (before?.state ?? null)
  if ((known?.state ?? null) === after && (known?.until ?? null) === (noMore?.until ?? null)) return
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'consent.changed',
    entity: 'consent',
    entityId: run.customer_id,
    customerId: run.customer_id,
    changes: [{ field: purpose, before: known?.state ?? null, after }],
    params: { run: run.id, until: noMore?.until ?? null },
  })
}

/** Whether something else was said about it after the wish: what was said last holds, however late a run is filed again. */
const saidSince = async (trx: Db, caller: Caller, run: Run, purpose: string, at: Date): Promise<boolean> => {
  const later = await trx
    .selectFrom('audit_event')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', run.customer_id)
    .where('action', '=', 'consent.changed')
    .where('at', '>=', at)
    .where(sql<SqlBool>`changes -> 0 ->> 'field' = ${purpose}`)
    .where(sql<SqlBool>`params ->> 'run' is distinct from ${run.id}`)
    .executeTakeFirst()
  return later !== undefined
}

const beforeOf = ({ state, since, until, source }: Before): Before => ({ state, since, until, source })
