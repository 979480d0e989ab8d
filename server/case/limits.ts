import type { caseEndpoints } from '#api/case.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { type CheckedLimit, type Limit, limitsOn, limitsWith } from '#domain/case/limits.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Shown = Reply<(typeof caseEndpoints)['GET /api/complaint-limits']>
type Check = Received<(typeof caseEndpoints)['PUT /api/complaint-limits/:id']>['body']

/** The limits of a branch: what is published, with what somebody compared with its source in its place [S-49][S-50]. */
export const limitsOf = async (db: Db, branchId: number, timeZone: string): Promise<Limit[]> => {
  const rows = await db
    .selectFrom('complaint_limit')
    .innerJoin('staff', (on) =>
      on
        .onRef('staff.branch_id', '=', 'complaint_limit.branch_id')
        .onRef('staff.id', '=', 'complaint_limit.checked_by'),
    )
    .selectAll('complaint_limit')
    .select('staff.name')
    .where('complaint_limit.branch_id', '=', branchId)
    .orderBy('checked_at')
    .orderBy('complaint_limit.id')
    .execute()
  return limitsWith(
    rows.map(({ code, kind, amount, unit, since, source, name, checked_at }) => ({
      code: code as CheckedLimit['code'],
      kind,
      amount,
      unit,
      since,
      source,
      checked: { by: name, on: dayIn(checked_at, timeZone) },
    })),
  )
}

/** The limits in force today, law first, each with its source and who compared it. */
export const showLimits = async (db: Db, caller: Caller, now: Date): Promise<Shown> => {
  const inForce = limitsOn(dayIn(now, caller.timeZone), await limitsOf(db, caller.branchId, caller.timeZone))
  const order = ['law', 'standard', 'office']
  return {
    limits: inForce
      .map(({ code, kind, amount, unit, since, source, note, checked }) => ({
        code,
        kind,
        amount,
        unit,
        since,
        source,
        note,
        checked,
      }))
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
  }
}

/** Keeps a limit as it was found in its source. What was kept before stays; the newest holds. */
export const checkLimit = async (db: Db, caller: Caller, now: Date, id: string, found: Check): Promise<void> =>
  inTransaction(db, async (trx) => {
    const written = await trx
      .insertInto('complaint_limit')
      .values({ branch_id: caller.branchId, id, ...found, checked_by: caller.staffId, checked_at: now })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!written) return
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'limit.checked',
      entity: 'complaint_limit',
      entityId: id,
      params: { code: found.code, kind: found.kind, amount: found.amount, unit: found.unit, since: found.since },
    })
  })
