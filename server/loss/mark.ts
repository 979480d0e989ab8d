import type { lossEndpoints } from '#api/loss.ts'
import type { Received } from '#api/endpoint.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { mayMarkLeft } from '#domain/retention/loss.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { lockCustomer } from '#server/customer/lock.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { keepWinBack } from './keep-task.ts'
import { writeLineIn } from './line.ts'
import { lockLoss, lossOf, setLeft, told } from './locked.ts'

type Mark = Received<(typeof lossEndpoints)['PUT /api/losses/:id']>['body']
type Planned = Promise<{ dueOn: Day | null }>

/** Marks a customer as left: Today asks nothing more of them but what is owed, and the visit that asks why is planned. */
export const markLeft = async (db: Db, caller: Caller, now: Date, id: string, mark: Mark): Planned =>
  inTransaction(db, (trx) => markLeftIn(trx, caller, now, id, mark))

/** The same within a change that is under way. */
export const markLeftIn = async (
  trx: Db,
  caller: Caller,
  now: Date,
  id: string,
  { customerId, way, leftOn, line }: Mark,
): Planned => {
  const customer = await requireCustomer(trx, caller, customerId, 'contact.run')
  await lockCustomer(trx, caller.branchId, customerId)
  const known = await lossOf(trx, caller.branchId, id)
  if (known)
    return known.customer_id === customerId && known.marked_by === caller.staffId
      ? { dueOn: await openTaskDay(trx, caller.branchId, id) }
      : fail('record.exists')
  const may = mayMarkLeft(
    leftOn,
    (await lossNow(trx, caller.branchId, customerId))?.left_on ?? null,
    dayIn(now, caller.timeZone),
  )
  if (!may.ok) return fail('rule.refused', { reasons: [may.error] })
  const standing = await customersWithin(trx, caller, 'contact.run')
    .where('customer.id', '=', customerId)
    .select(['standing.tier', 'standing.paid12_fen'])
    .executeTakeFirst()
  const loss = await trx
    .insertInto('customer_loss')
    .values({
      branch_id: caller.branchId,
      id,
      customer_id: customerId,
      way,
      left_on: leftOn,
      manager_id: customer.manager_id,
      tier: standing?.tier ?? null,
      paid12_fen: standing?.paid12_fen ?? 0,
      marked_by: caller.staffId,
      marked_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await setLeft(trx, caller.branchId, customerId, leftOn)
  if (line) await writeLineIn(trx, caller, now, { lossId: id, lineId: id, ...line })
  await told(trx, caller, now, 'customer.left', loss, { way, leftOn })
  return { dueOn: await keepWinBack(trx, caller, now, loss, customer.kind) }
}

/** Marked by mistake, and nobody has been visited for it: the customer never left. */
export const unmarkLeft = async (db: Db, caller: Caller, now: Date, id: string): Promise<void> =>
  inTransaction(db, (trx) => unmarkLeftIn(trx, caller, now, id))

/** The same within a change that is under way. */
export const unmarkLeftIn = async (trx: Db, caller: Caller, now: Date, id: string): Promise<void> => {
  const loss = await lockLoss(trx, caller, id)
  if (loss.undone_at !== null) return
  const talk = await trx
    .selectFrom('return_talk')
    .select('on_day')
    .where('branch_id', '=', caller.branchId)
    .where('loss_id', '=', id)
    .executeTakeFirst()
  if (talk) return fail('rule.refused', { reasons: [{ code: 'loss.talked', params: { on: talk.on_day } }] })
  const undone = await trx
    .updateTable('customer_loss')
    .set({ undone_at: now, version: loss.version + 1 })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await setLeft(trx, caller.branchId, loss.customer_id, null)
  await told(trx, caller, now, 'customer.leftUndone', loss, {})
  await keepWinBack(trx, caller, now, undone, loss.kind)
}

/** The loss of a customer who is gone now. */
export const lossNow = async (
  trx: Db,
  branchId: number,
  customerId: string,
): Promise<{ id: string; left_on: Day } | undefined> =>
  trx
    .selectFrom('customer_loss')
    .select(['id', 'left_on'])
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('undone_at', 'is', null)
    .where('back_on', 'is', null)
    .executeTakeFirst()

const openTaskDay = async (trx: Db, branchId: number, lossId: string): Promise<Day | null> => {
  const task = await trx
    .selectFrom('task')
    .select('due_on')
    .where('branch_id', '=', branchId)
    .where('loss_id', '=', lossId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return task?.due_on ?? null
}
