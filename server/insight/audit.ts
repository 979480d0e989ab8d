import type { Received, Reply } from '#api/endpoint.ts'
import type { standardEndpoints } from '#api/standard.ts'
import { type AuditEntry, auditProblems } from '#domain/insight/seven-standards.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Month } from '#domain/kernel/day.ts'
import { audit } from '#server/db/audit.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Shown = Reply<(typeof standardEndpoints)['GET /api/standards']>['audit']
type Wish = Received<(typeof standardEndpoints)['PUT /api/standards/:unit/:month']>['body']

/** What a team found of itself in a month: a score and what it rests on for each standard. */
export const auditOf = async (db: Db, caller: Caller, unitId: Id, month: Month): Promise<Shown> => {
  const row = await db
    .selectFrom('service_audit')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'service_audit.branch_id').onRef('staff.id', '=', 'service_audit.noted_by'),
    )
    .select(['entries', 'noted_at', 'staff.name'])
    .where('service_audit.branch_id', '=', caller.branchId)
    .where('service_audit.unit_id', '=', unitId)
    .where('month', '=', monthNumber(month))
    .executeTakeFirst()
  return row ? { entries: row.entries as AuditEntry[], by: row.name, at: row.noted_at.toISOString() } : null
}

/** Keeps a team's own audit, all seven with their evidence; written again it is replaced, and the log keeps both. */
export const keepAudit = async (
  db: Db,
  caller: Caller,
  now: Date,
  { unit, month }: { unit: Id; month: Month },
  { entries }: Wish,
): Promise<void> => {
  const problems = auditProblems(entries)
  if (problems.length > 0) fail('rule.refused', { reasons: problems })
  const kept = { entries: JSON.stringify(entries), noted_by: caller.staffId, noted_at: now }
  await inTransaction(db, async (trx) => {
    const { version } = await trx
      .insertInto('service_audit')
      .values({ branch_id: caller.branchId, unit_id: unit, month: monthNumber(month), ...kept })
      .onConflict((on) =>
        on
          .columns(['branch_id', 'unit_id', 'month'])
          .doUpdateSet((eb) => ({ ...kept, version: eb('service_audit.version', '+', 1) })),
      )
      .returning('version')
      .executeTakeFirstOrThrow()
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'service.audited',
      entity: 'service_audit',
      entityId: unit,
      version,
      params: { month, scores: entries.map(({ standard, score }) => `${standard} ${score}`).join(', ') },
    })
  })
}
