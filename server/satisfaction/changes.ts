import type { Received, Reply } from '#api/endpoint.ts'
import type { satisfactionEndpoints } from '#api/satisfaction.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Change } from '#domain/satisfaction/telling.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { takeBackTouch } from '#server/customer/take-back.ts'
import { recordTouch } from '#server/customer/touches.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { askGate } from '#server/touch/gate.ts'

type Endpoints = typeof satisfactionEndpoints
type Shown = Reply<Endpoints['GET /api/satisfaction/changes']>
type Put = Received<Endpoints['PUT /api/satisfaction/changes/:id']>
type Tell = Received<Endpoints['PUT /api/satisfaction/changes/:id/told/:customerId']>

const MOST = 100

/** What was changed because customers said so, newest first, with those of one's own who asked for it. */
export const showChanges = async (db: Db, caller: Caller): Promise<Shown> => {
  const changes = await db
    .selectFrom('service_change')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .orderBy('set_at', 'desc')
    .limit(MOST)
    .execute()
  const ids = changes.map(({ id }) => id)
  if (ids.length === 0) return { rows: [] }
  const askers = await askersWithin(db, caller, ids)
  const all = await db
    .selectFrom('service_change_asker')
    .select(['change_id', (eb) => eb.fn.countAll<number>().as('customers')])
    .where('branch_id', '=', caller.branchId)
    .where('change_id', 'in', ids)
    .groupBy('change_id')
    .execute()
  const names = await namesOf(
    db,
    caller.branchId,
    changes.map(({ set_by }) => set_by),
  )
  return {
    rows: changes.map(({ id, version, what, done_on, set_by }) => {
      const own = askers.filter(({ change_id }) => change_id === id)
      return {
        id,
        version,
        what,
        doneOn: done_on,
        by: names.get(set_by) ?? '',
        askers: own.map((row) => ({
          customerId: row.customer_id,
          name: row.name,
          calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
          manager: row.manager_name,
          toldOn: row.told_at && dayIn(row.told_at, caller.timeZone),
        })),
        others: (all.find(({ change_id }) => change_id === id)?.customers ?? 0) - own.length,
      }
    }),
  }
}

const askersWithin = (db: Db, caller: Caller, changeIds: readonly Id[]) =>
  customersWithin(db, caller, 'contact.run')
    .innerJoin('service_change_asker as asker', (on) =>
      on.on('asker.branch_id', '=', caller.branchId).onRef('asker.customer_id', '=', 'customer.id'),
    )
    .leftJoin('staff as manager', (on) =>
      on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
    )
    .where('asker.change_id', 'in', changeIds)
    .select(['asker.change_id', 'asker.customer_id', 'asker.told_at'])
    .select(['customer.name', 'customer.address_form', 'manager.name as manager_name'])
    .orderBy('customer.name_sort')
    .execute()

/** The changes one customer asked for, as the rules see them. */
export const changesAskedBy = async (db: Db, caller: Caller, customerId: Id): Promise<Change[]> => {
  const rows = await db
    .selectFrom('service_change_asker as asker')
    .innerJoin('service_change as change', (on) =>
      on.onRef('change.branch_id', '=', 'asker.branch_id').onRef('change.id', '=', 'asker.change_id'),
    )
    .select(['change.id', 'change.what', 'change.done_on', 'asker.told_at'])
    .where('asker.branch_id', '=', caller.branchId)
    .where('asker.customer_id', '=', customerId)
    .execute()
  return rows.map(({ id, what, done_on, told_at }) => ({
    id,
    what,
    doneOn: done_on,
    askedBy: [customerId],
    toldTo: told_at === null ? [] : [customerId],
  }))
}

/** Sets a change or says that it is done; customers of one's own are added to those who asked for it. */
export const putChange = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: Id,
  { what, doneOn, askers, baseVersion }: Put['body'],
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    if (doneOn !== null && doneOn > dayIn(now, caller.timeZone))
      return fail('request.invalid', { problems: [{ path: 'doneOn', message: 'not after today' }] })
    for (const customerId of askers) await requireCustomer(trx, caller, customerId, 'contact.run')
    const known = await trx
      .selectFrom('service_change')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const alike = known && known.what === what && known.done_on === doneOn
    if (known && !alike && known.version !== baseVersion) return fail('record.conflict')
    const version = known ? known.version + (alike ? 0 : 1) : 1
    if (known && !alike)
      await trx
        .updateTable('service_change')
        .set({ what, done_on: doneOn, version })
        .where('branch_id', '=', caller.branchId)
        .where('id', '=', id)
        .execute()
    if (!known)
      await trx
        .insertInto('service_change')
        .values({ branch_id: caller.branchId, id, what, done_on: doneOn, set_by: caller.staffId, set_at: now })
        .execute()
    if (askers.length > 0)
      await trx
        .insertInto('service_change_asker')
        .values(
          [...new Set(askers)].map((customerId) => ({
            branch_id: caller.branchId,
            change_id: id,
            customer_id: customerId,
          })),
        )
        .onConflict((on) => on.columns(['branch_id', 'change_id', 'customer_id']).doNothing())
        .execute()
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'change.set',
      entity: 'service_change',
      entityId: id,
      version,
      params: { what, doneOn },
    })
    return { version }
  })

/** A customer is told what became of what they said: one contact with the words as they were sent. */
export const tellChange = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id, customerId }: Tell['params'],
  { touchId, text, agreedTime }: Tell['body'],
): Promise<{ on: Day }> => {
  const asker = await requireAsker(db, caller, id, customerId)
  if (asker.told_at) return { on: dayIn(asker.told_at, caller.timeZone) }
  const gate = await askGate(db, caller, { customerId, purpose: 'service', channel: 'message', agreedTime, now })
  if (!gate.allowed)
    return fail('rule.refused', { params: { nextAt: gate.nextAt?.toISOString() ?? null }, reasons: gate.reasons })
  await recordTouch(db, caller, now, customerId, touchId, {
    channel: 'message',
    direction: 'active',
    purpose: 'service',
    outcome: null,
    minutes: null,
    said: null,
    note: text,
    personId: null,
  })
  await markTold(db, caller, { id, customerId }, { told_at: now, told_by: caller.staffId, touch_id: touchId })
  return { on: dayIn(now, caller.timeZone) }
}

export const untellChange = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id, customerId }: Tell['params'],
): Promise<void> =>
  inTransaction(db, async (trx) => {
    const asker = await requireAsker(trx, caller, id, customerId)
    if (asker.touch_id === null) return fail('record.not_found')
    if (!(await takeBackTouch(trx, caller, now, customerId, asker.touch_id))) return fail('record.not_found')
    await markTold(trx, caller, { id, customerId }, { told_at: null, told_by: null, touch_id: null })
  })

type Told = { told_at: Date | null; told_by: Id | null; touch_id: Id | null }

const markTold = async (db: Db, caller: Caller, { id, customerId }: Tell['params'], told: Told): Promise<void> => {
  await db
    .updateTable('service_change_asker')
    .set(told)
    .where('branch_id', '=', caller.branchId)
    .where('change_id', '=', id)
    .where('customer_id', '=', customerId)
    .execute()
}

const requireAsker = async (db: Db, caller: Caller, id: Id, customerId: Id) => {
  await requireCustomer(db, caller, customerId, 'contact.run')
  const row = await db
    .selectFrom('service_change_asker')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('change_id', '=', id)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row ?? fail('record.not_found')
}
