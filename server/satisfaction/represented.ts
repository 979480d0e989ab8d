import type { Received } from '#api/endpoint.ts'
import type { surveyEndpoints } from '#api/survey.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { RepresentedResult } from '#domain/satisfaction/telling.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'

type Put = Received<(typeof surveyEndpoints)['PUT /api/customers/:id/represented/:representedId']>
type Shown = {
  id: Id
  version: number
  on: Day
  what: string
  askedOf: string
  result: RepresentedResult
  by: string
  inContact: boolean
  own: boolean
}

const MOST = 50

/** How often we stood up for a customer within our own house, newest first. */
export const representedFor = async (db: Db, caller: Caller, customerId: string): Promise<Shown[]> => {
  const rows = await db
    .selectFrom('represented')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  const names = await namesOf(
    db,
    caller.branchId,
    rows.map(({ noted_by }) => noted_by),
  )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    on: row.on_day,
    what: row.what,
    askedOf: row.asked_of,
    result: row.result,
    by: names.get(row.noted_by) ?? '',
    inContact: row.touch_id !== null,
    own: row.noted_by === caller.staffId,
  }))
}

/** Records what was asked of whom for a customer, and later what came of it; by whoever asked, or a lead. */
export const putRepresented = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id: customerId, representedId }: Put['params'],
  { what, askedOf, on, result, touchId, baseVersion }: Put['body'],
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'contact.run')
    if (on > dayIn(now, caller.timeZone))
      return fail('request.invalid', { problems: [{ path: 'on', message: 'not after today' }] })
    const fields = { what, asked_of: askedOf, on_day: on, result }
    const known = await trx
      .selectFrom('represented')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', representedId)
      .forUpdate()
      .executeTakeFirst()
    if (known && known.customer_id !== customerId) return fail('record.not_found')
    if (known && known.noted_by !== caller.staffId && !reachOf(caller.roles, 'team.read'))
      return fail('access.denied', { params: { action: 'team.read' } })
    const alike = known && Object.entries(fields).every(([key, value]) => known[key as keyof typeof known] === value)
    if (known && alike) return { version: known.version }
    if (known && known.version !== baseVersion) return fail('record.conflict')
    const version = (known?.version ?? 0) + 1
    if (known)
      await trx
        .updateTable('represented')
        .set({ ...fields, version })
        .where('branch_id', '=', caller.branchId)
        .where('id', '=', representedId)
        .execute()
    else
      await trx
        .insertInto('represented')
        .values({
          branch_id: caller.branchId,
          id: representedId,
          customer_id: customerId,
          ...fields,
          touch_id: touchId,
          noted_by: caller.staffId,
          noted_at: now,
        })
        .execute()
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'represented.noted',
      entity: 'represented',
      entityId: representedId,
      customerId,
      version,
      params: { what, askedOf, result },
    })
    return { version }
  })

/** Takes a record of one's own back. */
export const dropRepresented = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id: customerId, representedId }: Put['params'],
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'contact.run')
    const { numDeletedRows } = await trx
      .deleteFrom('represented')
      .where('branch_id', '=', caller.branchId)
      .where('customer_id', '=', customerId)
      .where('id', '=', representedId)
      .where('noted_by', '=', caller.staffId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return fail('record.not_found')
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'represented.taken_back',
      entity: 'represented',
      entityId: representedId,
      customerId,
    })
  })
