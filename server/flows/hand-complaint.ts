import type { caseEndpoints } from '#api/case.ts'
import type { Received } from '#api/endpoint.ts'
import { moveComplaint } from '#domain/case/complaint.ts'
import { complaintOf } from '#server/case/complaint-row.ts'
import { requireComplaint, writeComplaint } from '#server/case/complaint.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { writeHandOver } from '#server/worklist/hand-overs.ts'

type Path = 'PUT /api/cases/:id/handings/:handing'
type Note = Received<(typeof caseEndpoints)[Path]>['body']

/**
 * Hands a complaint to another department: the rule asks for all four parts and a person, the person gets them as one question without
 * the customer's name, tied to the promise made in the same contact if there is one [S-48][S-49]. The same write twice is one.
 */
const handComplaint = async (db: Db, caller: Caller, at: Date, ids: { id: string; handing: string }, note: Note) =>
  inTransaction(db, async (trx) => {
    const row = await requireComplaint(trx, caller, ids.id)
    const { event, demand, problem, measure, toId, dueAt } = note
    const handing = { event, demand, problem, measure, to: toId, id: ids.handing }
    const moved = moveComplaint(complaintOf(row), { move: 'handed', handing }, at, caller.timeZone)
    if (!moved.ok) return fail('rule.refused', { reasons: [moved.error] })
    if (toId === null) return fail('record.not_found')
    const isNew = await writeHandOver(trx, caller, at, ids.handing, {
      toId,
      what: [event, demand, problem, measure].join('\n'),
      dueAt,
      customerId: row.customer_id,
      promiseId: await promiseOf(trx, caller, row),
      caseId: row.id,
    })
    if (!isNew) return { version: row.version }
    const version = await writeComplaint(trx, caller, row, moved.value, at, row.answer)
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'complaint.handed',
      entity: 'service_case',
      entityId: row.id,
      ...(row.customer_id ? { customerId: row.customer_id } : {}),
      version,
      params: { toId, event, demand, problem, measure },
    })
    return { version }
  })

/** The promise still open that was made in the contact this complaint came up in. */
const promiseOf = async (trx: Db, caller: Caller, row: { customer_id: string | null; touch_id: string | null }) => {
  if (!row.touch_id || !row.customer_id) return null
  const promise = await trx
    .selectFrom('promise')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', row.customer_id)
    .where('touch_id', '=', row.touch_id)
    .where('state', '=', 'open')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return promise?.id ?? null
}

export const complaintHandlers: Handlers<Pick<typeof caseEndpoints, Path>> = {
  'PUT /api/cases/:id/handings/:handing': async ({ db, caller, clock, params, body }) =>
    handComplaint(db, caller, clock.now(), params, body),
}
