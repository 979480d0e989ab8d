import { dayIn } from '#domain/kernel/day.ts'
import { mayPromise, movePromise, type PromiseMove } from '#domain/touch/promise-ledger.ts'
import { happenedAt } from '#domain/kernel/told-later.ts'
import { mayKeepPromise } from '#domain/staff/keeper.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { requirePerson } from '#server/customer/require-person.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { actorOf, everybody } from '#server/staff/everybody.ts'
import { makePromise } from './make-promise.ts'
import { promiseEntryOf, storedSteps } from './promise-row.ts'
import { recordStep } from './record-step.ts'

type Wanted = {
  customerId: string
  toPersonId?: string | null | undefined
  what: string
  dueDay: string
  dueTime: string | null
}

/** A promise made outside a contact. Sent twice under one id it is one promise; an id that is another one's is refused. */
export const addPromise = async (db: Db, caller: Caller, at: Date, id: string, wanted: Wanted) =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, wanted.customerId, 'contact.run')
    if (wanted.toPersonId) await requirePerson(trx, caller, wanted.customerId, wanted.toPersonId)
    const { dueDay, dueTime, what, customerId, toPersonId = null } = wanted
    const known = await promiseAt(trx, caller, id)
    if (!known) {
      const promised = mayPromise(dueDay, dayIn(at, caller.timeZone))
      if (!promised.ok) return fail('rule.refused', { reasons: [promised.error] })
      const fresh = { id, customerId, toPersonId, touchId: null, runId: null, what, dueDay, dueTime, madeAt: at }
      if (await makePromise(trx, caller, at, fresh)) return { id, version: 1 }
    }
    const there = known ?? (await promiseAt(trx, caller, id))
    return there?.customer_id === customerId ? { id, version: there.version } : fail('record.exists')
  })

const promiseAt = (trx: Db, caller: Caller, id: string) =>
  trx
    .selectFrom('promise')
    .select(['customer_id', 'version'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()

type Wish = {
  moveId: string
  move: PromiseMove
  note: string
  dueAt?: string | undefined
  toId?: string | undefined
  doneAt?: string | undefined
}

/** One move on a promise that is the caller's to keep, or of a customer of theirs. A move known by its id is not made again. */
export const makePromiseMove = async (db: Db, caller: Caller, now: Date, id: string, wish: Wish) =>
  inTransaction(db, async (trx) => {
    const row = await trx
      .selectFrom('promise')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row || !(await isTheirs(trx, caller, row))) return fail('record.not_found')
    const steps = storedSteps(row.history)
    if (steps.some((step) => step.id === wish.moveId)) return { version: row.version }
    if (wish.toId) await requireKeeper(trx, caller, row.customer_id, wish.toId)
    const entry = promiseEntryOf(row)
    const at = happenedAt(wish.doneAt, now, entry.history.at(-1)?.at)
    const moved = movePromise(
      entry,
      {
        move: wish.move,
        note: wish.note,
        ...(wish.dueAt ? { dueAt: new Date(wish.dueAt) } : {}),
        ...(wish.toId ? { toId: wish.toId } : {}),
      },
      { at, actorId: caller.staffId },
    )
    if (!moved.ok) return fail('rule.refused', { reasons: [moved.error] })
    return { version: await recordStep(trx, caller, at, row, moved.value, wish.moveId) }
  })

const isTheirs = async (trx: Db, caller: Caller, row: { owner_id: string; customer_id: string }): Promise<boolean> => {
  if (row.owner_id === caller.staffId) return true
  const customer = await customersWithin(trx, caller, 'contact.run')
    .where('customer.id', '=', row.customer_id)
    .select('customer.id')
    .executeTakeFirst()
  return customer !== undefined
}

/** Who is to keep it from now on: somebody who can. */
const requireKeeper = async (trx: Db, caller: Caller, customerId: string, staffId: string): Promise<void> => {
  const colleague = (await everybody(trx, caller.branchId)).find(({ id }) => id === staffId)
  if (!colleague) return fail('record.not_found')
  const customer = await trx
    .selectFrom('customer')
    .select(['manager_id as managerId', 'backup_id as backupId', 'unit_id as unitId'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  if (!mayKeepPromise(actorOf(caller.branchId, colleague), customer))
    fail('rule.refused', { reasons: [{ code: 'promise.noKeeper', params: { name: colleague.name } }] })
}
