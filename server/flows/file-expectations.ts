import { rankedAmong } from '#domain/expectation/board.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { RunSummary } from '#domain/playbook/summary.ts'
import type { Db } from '#server/db/pool.ts'
import { joinExpectation } from '#server/expectation/join.ts'
import { noteExpectation } from '#server/expectation/note.ts'
import type { Caller } from '#server/http/handler.ts'
import { expectationStart } from './filed.ts'

type Run = { id: string; customer_id: string; contact_person_id: string | null }

/**
 * Writes what the customer wished for in a contact behind what they wished for before: only the customer says that something new
 * comes first, in their own ledger. Among themselves the new ones stand as they were ordered while talking.
 */
export const fileExpectations = async (
  trx: Db,
  caller: Caller,
  now: Date,
  run: Run,
  touchId: string | null,
  { expectations }: Pick<RunSummary, 'expectations'>,
): Promise<void> => {
  for (const capture of expectations) {
    const wanted = {
      id: capture.id,
      customerId: run.customer_id,
      saidById: run.contact_person_id,
      touchId,
      runId: run.id,
      what: capture.text,
      nature: capture.sort,
      saidOn: dayIn(capture.at, caller.timeZone),
      at: capture.at,
      start: expectationStart(capture, caller.staffId),
    }
    const { joins } = capture
    if (joins === undefined || !(await joinExpectation(trx, caller, now, { ...wanted, joins })))
      await noteExpectation(trx, caller, now, wanted)
  }
  if (expectations.length < 2) return
  const present = await trx
    .selectFrom('expectation')
    .select(['id', 'rank'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', run.customer_id)
    .orderBy('rank')
    .forUpdate()
    .execute()
  const order = expectations.map(({ id, joins }) => joins ?? id)
  for (const [id, rank] of rankedAmong(present, order))
    await trx
      .updateTable('expectation')
      .set({ rank })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
}
