import type { ExpectationStep } from '#domain/expectation/board.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { expectationEntryOf, storedExpectationStep, storedExpectationSteps } from './expectation-row.ts'
import type { NewExpectation } from './note.ts'

/**
 * Adds what was said again to the expectation that holds the matter, as a line of its story; what was answered this time counts. False when
 * the customer has no such expectation (any more). Joined twice under one id it is joined once.
 */
export const joinExpectation = async (
  trx: Db,
  caller: Caller,
  now: Date,
  wanted: NewExpectation & { joins: string },
): Promise<boolean> => {
  const row = await trx
    .selectFrom('expectation')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', wanted.joins)
    .where('customer_id', '=', wanted.customerId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return false
  const before = storedExpectationSteps(row.history)
  const again: ExpectationStep = {
    at: wanted.at,
    actorId: caller.staffId,
    move: 'noted',
    wording: wanted.what,
    reply: '',
  }
  const steps = [again, ...(wanted.start?.steps ?? [])]
    .map((step, place) => storedExpectationStep(step, `${wanted.id}/${place}`))
    .filter(({ id }) => !before.some((known) => known.id === id))
  if (steps.length === 0) return true
  const { can, offer, state } = wanted.start?.steps.length ? wanted.start : expectationEntryOf(row)
  const version = row.version + 1
  await trx
    .updateTable('expectation')
    .set({ can, offer, state, history: JSON.stringify([...before, ...steps]), updated_at: wanted.at, version })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', row.id)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'expectation.joined',
    entity: 'expectation',
    entityId: row.id,
    customerId: row.customer_id,
    version,
    params: { what: wanted.what },
  })
  return true
}

/** Takes back what a contact added, where nothing came after it. */
export const unjoinExpectation = async (
  trx: Db,
  caller: Caller,
  now: Date,
  id: string,
  capture: string,
): Promise<void> => {
  const row = await trx
    .selectFrom('expectation')
    .select(['customer_id', 'history', 'version'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const steps = storedExpectationSteps(row?.history)
  if (!row || steps.at(-1)?.id !== `${capture}/0`) return
  const version = row.version + 1
  await trx
    .updateTable('expectation')
    .set({ history: JSON.stringify(steps.slice(0, -1)), version })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'expectation.unjoined',
    entity: 'expectation',
    entityId: id,
    customerId: row.customer_id,
    version,
    params: { what: steps.at(-1)?.wording ?? '' },
  })
}
