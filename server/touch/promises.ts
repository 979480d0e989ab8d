import { movePromise, type PromiseMove } from '#domain/touch/promise-ledger.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { requirePerson } from '#server/customer/require-person.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
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
    const fresh = { id, customerId, toPersonId, touchId: null, runId: null, what, dueDay, dueTime, madeAt: at }
    if (await makePromise(trx, caller, at, fresh)) return { id, version: 1 }
    const known = await trx
      .selectFrom('promise')
      .select(['customer_id', 'version'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return known.customer_id === customerId ? { id, version: known.version } : fail('record.exists')
  })

type Wish = { moveId: string; move: PromiseMove; note: string; dueAt?: string | undefined; toId?: string | undefined }

/** One move on a promise that is the caller's to keep, or of a customer of theirs. A move known by its id is not made again. */
export const makePromiseMove = async (db: Db, caller: Caller, at: Date, id: string, wish: Wish) =>
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
    if (wish.toId) await requireColleague(trx, caller, wish.toId)
    const moved = movePromise(
      promiseEntryOf(row),
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

const requireColleague = async (trx: Db, caller: Caller, staffId: string): Promise<void> => {
  const colleague = await trx
    .selectFrom('staff')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', staffId)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!colleague) fail('record.not_found')
}
