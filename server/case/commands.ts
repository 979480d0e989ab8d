import { type CaseEntry, type CaseKind, type CaseMove, moveCase } from '#domain/case/service-case.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { requireRecord } from '#server/customer/require-record.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { CaseRow } from './complaint-row.ts'
import { openCase } from './open-case.ts'

/** Opens a case outside a contact. Sent twice under one id it is one. */
export const addCase = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  wanted: { customerId: string; kind: CaseKind; what: string; said: string },
) =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, wanted.customerId, 'contact.run')
    const code = await openCase(trx, caller, at, { id, touchId: null, at, ...wanted })
    if (code !== null) return { id, code, version: 1 }
    const known = await trx
      .selectFrom('service_case')
      .select(['customer_id', 'code', 'version'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return known.customer_id === wanted.customerId
      ? { id, code: known.code, version: known.version }
      : fail('record.exists')
  })

type Row = {
  kind: CaseKind
  owner_id: string
  opened_at: Date
  due_at: Date
  answered_at: Date | null
  answer: string | null
  closed_at: Date | null
  felt: string | null
  asked_at: Date | null
}

export const caseEntryOf = (row: Row): CaseEntry => ({
  kind: row.kind,
  ownerId: row.owner_id,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  answeredAt: row.answered_at,
  answer: row.answer,
  closedAt: row.closed_at,
  felt: row.felt,
  askedAt: row.asked_at,
})

/** A case of the caller's, or of a customer of theirs, locked until the change is written. */
export const requireCase = (trx: Db, caller: Caller, id: string): Promise<CaseRow> =>
  requireRecord(
    trx,
    caller,
    trx
      .selectFrom('service_case')
      .selectAll()
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
    ({ owner_id }) => owner_id === caller.staffId,
  )

/** One move on a case that is the caller's, or of a customer of theirs. */
export const makeCaseMove = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  wish: { move: CaseMove; text: string },
) =>
  inTransaction(db, async (trx) => {
    const row = await requireCase(trx, caller, id)
    if (row.kind === 'complaint' && wish.move !== 'felt')
      return fail('rule.refused', { reasons: [{ code: 'case.asComplaint', params: {} }] })
    const moved = moveCase(caseEntryOf(row), wish, at)
    if (!moved.ok) return fail('rule.refused', { reasons: [moved.error] })
    const { answer, answeredAt, closedAt, felt, askedAt } = moved.value
    const version = row.version + 1
    await trx
      .updateTable('service_case')
      .set({ answer, answered_at: answeredAt, closed_at: closedAt, felt, asked_at: askedAt, version })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: `case.${wish.move}`,
      entity: 'service_case',
      entityId: id,
      ...(row.customer_id ? { customerId: row.customer_id } : {}),
      version,
      params: { text: wish.text },
    })
    return { version }
  })
