import { sql } from 'kysely'
import { answerDue, type CaseKind } from '#domain/case/service-case.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

export type NewCase = {
  id: string
  customerId: string
  touchId: string | null
  kind: CaseKind
  what: string
  /** The customer's own words, empty when nobody wrote them down. */
  said: string
  at: Date
}

/** Opens a case in the caller's transaction, its clock running; null when it stands there already. Codes count up by the day. */
export const openCase = async (trx: Db, caller: Caller, now: Date, wanted: NewCase): Promise<string | null> => {
  const due = answerDue(wanted.kind, wanted.at, { hours: usualHours, timeZone: caller.timeZone })
  // One at a time within the branch, so that two cases never take the same code.
  await sql`select pg_advisory_xact_lock(hashtext('case code'), ${caller.branchId})`.execute(trx)
  const day = wanted.at.toISOString().slice(2, 10).replaceAll('-', '')
  const prefix = `${wanted.kind === 'complaint' ? 'T' : 'Q'}${day}-`
  const { taken } = await trx
    .selectFrom('service_case')
    .select(sql<number>`count(*)::int`.as('taken'))
    .where('branch_id', '=', caller.branchId)
    .where('code', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow()
  const code = `${prefix}${String(taken + 1).padStart(3, '0')}`
  const made = await trx
    .insertInto('service_case')
    .values({
      branch_id: caller.branchId,
      id: wanted.id,
      code,
      customer_id: wanted.customerId,
      touch_id: wanted.touchId,
      kind: wanted.kind,
      what: wanted.what,
      said: wanted.said === '' ? null : wanted.said,
      owner_id: caller.staffId,
      opened_at: wanted.at,
      due_at: due.at,
      provisional: due.provisional,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return null
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'case.opened',
    entity: 'service_case',
    entityId: wanted.id,
    customerId: wanted.customerId,
    version: 1,
    params: { code, kind: wanted.kind, what: wanted.what },
  })
  return code
}
