import type { Received, Reply } from '#api/endpoint.ts'
import { type offerEndpoints, RulesShape } from '#api/offer.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { type RetentionRules, usualRetentionRules } from '#domain/retention/rules.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Endpoints = typeof offerEndpoints

const newest = (db: Db, branchId: number) =>
  db
    .selectFrom('retention_rule')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'retention_rule.branch_id').onRef('staff.id', '=', 'retention_rule.set_by'),
    )
    .select(['retention_rule.version', 'retention_rule.value', 'retention_rule.set_at', 'staff.name'])
    .where('retention_rule.branch_id', '=', branchId)
    .orderBy('retention_rule.version', 'desc')
    .limit(1)
    .executeTakeFirst()

const readRules = (value: unknown): RetentionRules => {
  const own = RulesShape.safeParse(value)
  return own.success ? own.data : usualRetentionRules
}

/** What a branch has set for its retention cases; the usual until it sets its own. */
export const rulesOf = async (db: Db, branchId: number): Promise<RetentionRules> =>
  readRules((await newest(db, branchId))?.value)

export const showRules = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/retention-rules']>> => {
  const row = await newest(db, caller.branchId)
  return {
    ...asShown(readRules(row?.value)),
    version: row?.version ?? null,
    changedBy: row?.name ?? null,
    changedOn: row ? dayIn(row.set_at, caller.timeZone) : null,
    may: {
      rule: reachOf(caller.roles, 'retention.rule') !== null,
      teach: reachOf(caller.roles, 'retention.teach') !== null,
    },
  }
}

/** Sets one part; the others stay as they are. Every setting is kept, and the newest holds. */
export const setRules = async (
  db: Db,
  caller: Caller,
  now: Date,
  { baseVersion, part }: Received<Endpoints['PUT /api/retention-rules']>['body'],
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const needs = 'attitude' in part ? 'retention.teach' : 'retention.rule'
    if (reachOf(caller.roles, needs) === null) return fail('access.denied')
    const row = await newest(trx, caller.branchId)
    if ((row?.version ?? null) !== baseVersion) return fail('record.conflict')
    const version = (row?.version ?? 0) + 1
    const written = await trx
      .insertInto('retention_rule')
      .values({
        branch_id: caller.branchId,
        version,
        value: JSON.stringify({ ...readRules(row?.value), ...part }),
        set_by: caller.staffId,
        set_at: now,
      })
      .onConflict((on) => on.columns(['branch_id', 'version']).doNothing())
      .returning('version')
      .executeTakeFirst()
    if (!written) return fail('record.conflict')
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'retention.ruled',
      entity: 'retention_rule',
      version,
      params: { part: Object.keys(part)[0] ?? '', value: JSON.stringify(part) },
    })
    return { version }
  })

const asShown = ({ authority, ways, attitude }: RetentionRules) => ({
  authority,
  ways: { price: [...ways.price], service: [...ways.service], safety: [...ways.safety], brand: [...ways.brand] },
  attitude,
})
