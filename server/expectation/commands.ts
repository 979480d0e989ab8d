import { type Can, type ExpectationMove, moveExpectation, type Nature } from '#domain/expectation/board.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { mayPromise } from '#domain/touch/promise-ledger.ts'
import { judgingWord } from '#domain/expectation/judging.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { requirePerson } from '#server/customer/require-person.ts'
import { requireRecord } from '#server/customer/require-record.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { makePromise } from '#server/touch/make-promise.ts'
import { expectationEntryOf, storedExpectationStep, storedExpectationSteps } from './expectation-row.ts'
import { noteExpectation, orderExpectations } from './note.ts'

type Wanted = { customerId: string; saidById?: string | null | undefined; what: string; nature: Nature }

/** Notes an expectation outside a contact. Sent twice under one id it is one. */
export const addExpectation = async (db: Db, caller: Caller, at: Date, today: string, id: string, wanted: Wanted) =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, wanted.customerId, 'contact.run')
    const { customerId, saidById = null, what, nature } = wanted
    if (saidById) await requirePerson(trx, caller, customerId, saidById)
    const fresh = { id, customerId, saidById, touchId: null, runId: null, what, nature, saidOn: today, at }
    if (await noteExpectation(trx, caller, at, fresh)) return { id, version: 1 }
    const known = await trx
      .selectFrom('expectation')
      .select(['customer_id', 'version'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return known.customer_id === customerId ? { id, version: known.version } : fail('record.exists')
  })

/** The expectation, locked, of a customer the caller may talk to. */
const requireExpectation = (trx: Db, caller: Caller, id: string) =>
  requireRecord(
    trx,
    caller,
    trx
      .selectFrom('expectation')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )

type Wish = {
  moveId: string
  move: ExpectationMove
  wording: string
  reply: string
  can?: Can | undefined
  openly?: boolean | undefined
  promise?: { id: string; dueDay: string } | undefined
}

/** One move on the board. An agreement may become a promise in the same transaction; a move known by its id is not made again. */
export const makeExpectationMove = async (db: Db, caller: Caller, at: Date, id: string, wish: Wish) =>
  inTransaction(db, async (trx) => {
    const row = await requireExpectation(trx, caller, id)
    const steps = storedExpectationSteps(row.history)
    if (steps.some((step) => step.id === wish.moveId)) return { version: row.version }
    const moved = moveExpectation(
      expectationEntryOf(row),
      {
        move: wish.move,
        wording: wish.wording,
        reply: wish.reply,
        ...(wish.can ? { can: wish.can } : {}),
        openly: wish.openly ?? false,
      },
      { at, actorId: caller.staffId },
    )
    if (!moved.ok) return fail('rule.refused', { reasons: [moved.error] })
    const { value } = moved
    const last = value.history.at(-1)
    const version = row.version + 1
    await trx
      .updateTable('expectation')
      .set({
        can: value.can,
        offer: value.offer,
        state: value.state,
        agreed_wording: value.agreedWording,
        history: JSON.stringify(last ? [...steps, storedExpectationStep(last, wish.moveId)] : steps),
        updated_at: at,
        version,
      })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: `expectation.${wish.move}`,
      entity: 'expectation',
      entityId: id,
      customerId: row.customer_id,
      version,
      params: { wording: wish.wording },
    })
    if (wish.move === 'agreed' && wish.promise) await promised(trx, caller, at, row, wish.wording, wish.promise)
    return { version }
  })

const promised = async (
  trx: Db,
  caller: Caller,
  at: Date,
  row: { customer_id: string; said_by: string | null },
  what: string,
  { id, dueDay }: { id: string; dueDay: string },
): Promise<void> => {
  const { customer_id: customerId, said_by: toPersonId } = row
  const allowed = mayPromise(dueDay, dayIn(at, caller.timeZone))
  if (!allowed.ok) return fail('rule.refused', { reasons: [allowed.error] })
  await makePromise(trx, caller, at, {
    id,
    customerId,
    toPersonId,
    touchId: null,
    runId: null,
    what,
    dueDay,
    dueTime: null,
    madeAt: at,
  })
}

type Details = {
  nature?: Nature | undefined
  origin?: string | null | undefined
  feeling?: string | null | undefined
  uncertain?: string | null | undefined
}

/** What the board asks beside the wish itself. Our remarks may not judge it; the customer's feeling stays as spoken. */
export const describeExpectation = async (db: Db, caller: Caller, at: Date, id: string, details: Details) =>
  inTransaction(db, async (trx) => {
    const row = await requireExpectation(trx, caller, id)
    const word = judgingWord(`${details.origin ?? ''} ${details.uncertain ?? ''}`)
    if (word) return fail('rule.refused', { reasons: [{ code: 'expectation.judges', params: { word } }] })
    const wanted = {
      nature: details.nature ?? row.nature,
      origin: details.origin === undefined ? row.origin : details.origin || null,
      feeling: details.feeling === undefined ? row.feeling : details.feeling || null,
      uncertain: details.uncertain === undefined ? row.uncertain : details.uncertain || null,
    }
    const changes = (['nature', 'origin', 'feeling', 'uncertain'] as const)
      .filter((field) => wanted[field] !== row[field])
      .map((field) => ({ field, before: row[field], after: wanted[field] }))
    if (changes.length === 0) return { version: row.version }
    const version = row.version + 1
    await trx
      .updateTable('expectation')
      .set({ ...wanted, updated_at: at, version })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'expectation.described',
      entity: 'expectation',
      entityId: id,
      customerId: row.customer_id,
      version,
      changes,
    })
    return { version }
  })

export const rankExpectations = async (
  db: Db,
  caller: Caller,
  at: Date,
  customerId: string,
  order: readonly string[],
) =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'contact.run')
    if (!(await orderExpectations(trx, caller, customerId, order))) return
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'expectation.ranked',
      entity: 'customer',
      entityId: customerId,
      customerId,
    })
  })
