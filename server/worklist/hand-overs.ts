import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reply } from '#api/endpoint.ts'
import type { handOverEndpoints } from '#api/hand-over.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Handing } from '#domain/case/complaint.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { type HandOverMove, moveHandOver } from '#domain/worklist/hand-over.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Shown = Reply<(typeof handOverEndpoints)['GET /api/handovers']>
type Ask = z.output<(typeof handOverEndpoints)['PUT /api/handovers/:id']['body']>

/** Settled ones are shown for this long, days. */
const SHOWN_FOR = 30

/** What was asked of the reader and what the reader asked, open ones first. Only the asker's side carries the customer. */
export const showHandOvers = async (db: Db, caller: Caller, at: Date): Promise<Shown> => {
  const { branchId, staffId } = caller
  const rows = await db
    .selectFrom('hand_over as h')
    .innerJoin('staff as f', (on) => on.onRef('f.branch_id', '=', 'h.branch_id').onRef('f.id', '=', 'h.from_id'))
    .innerJoin('staff as t', (on) => on.onRef('t.branch_id', '=', 'h.branch_id').onRef('t.id', '=', 'h.to_id'))
    .leftJoin('customer as c', (on) => on.onRef('c.branch_id', '=', 'h.branch_id').onRef('c.id', '=', 'h.customer_id'))
    .leftJoin('service_case as s', (on) => on.onRef('s.branch_id', '=', 'h.branch_id').onRef('s.id', '=', 'h.case_id'))
    .selectAll('h')
    .select(['f.name as from_name', 't.name as to_name', 'c.name as customer_name', 's.handings'])
    .where('h.branch_id', '=', branchId)
    .where((eb) => eb.or([eb('h.to_id', '=', staffId), eb('h.from_id', '=', staffId)]))
    .where((eb) =>
      eb.or([
        eb('h.state', 'in', ['asked', 'accepted']),
        eb('h.asked_at', '>', new Date(at.getTime() - SHOWN_FOR * 86_400_000)),
      ]),
    )
    .orderBy(sql`h.state not in ('asked', 'accepted')`)
    .orderBy('h.due_at')
    .orderBy('h.id')
    .execute()
  const shown = rows.map((row) => ({
    id: row.id,
    what: row.what,
    note: noteOf(row),
    from: { id: row.from_id, name: row.from_name },
    to: { id: row.to_id, name: row.to_name },
    dueAt: row.due_at.toISOString(),
    late: (row.state === 'asked' || row.state === 'accepted') && row.due_at < at,
    state: row.state,
    answer: row.answer,
    askedAt: row.asked_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    customer:
      row.from_id === staffId && row.customer_id && row.customer_name
        ? { id: row.customer_id, name: row.customer_name }
        : null,
  }))
  return {
    toMe: shown.filter(({ to }) => to.id === staffId),
    fromMe: shown.filter(({ from }) => from.id === staffId),
  }
}

/** The four parts of a complaint's transfer, each by its name [S-49]; null for what was asked in one sentence. */
const noteOf = ({ id, handings }: { id: Id; handings: unknown }): Shown['toMe'][number]['note'] => {
  const handing = ((handings ?? []) as readonly Handing[]).find((each) => each.id === id)
  if (!handing) return null
  const { event, demand, problem, measure } = handing
  return { event, demand, problem, measure }
}

/** Asks somebody for something. The customer must be the asker's to see; who is asked never learns who it is but from the words. */
export const askForHelp = async (db: Db, caller: Caller, at: Date, id: Id, ask: Ask): Promise<void> =>
  inTransaction(db, async (trx) => void (await writeHandOver(trx, caller, at, id, { ...ask, caseId: null })))

/** The same within a transaction of the caller's, about a case or none. False when it stood there already. */
export const writeHandOver = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: Id,
  ask: Ask & { caseId: Id | null },
): Promise<boolean> => {
  const { branchId, staffId } = caller
  if (ask.customerId) await requireCustomer(db, caller, ask.customerId, 'handover.ask')
  if (ask.promiseId) await requirePromise(db, branchId, ask.promiseId, ask.customerId)
  await requireHelper(db, branchId, ask.toId)
  if (ask.toId === staffId) return fail('rule.refused', { reasons: [{ code: 'handOver.toSelf', params: {} }] })
  const written = await db
    .insertInto('hand_over')
    .values({
      branch_id: branchId,
      id,
      from_id: staffId,
      to_id: ask.toId,
      customer_id: ask.customerId,
      promise_id: ask.promiseId,
      case_id: ask.caseId,
      what: ask.what,
      due_at: new Date(ask.dueAt),
      asked_at: at,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) {
    const known = await handOverOf(db, branchId, id)
    return known?.from_id === staffId && asksTheSame(known, ask) ? false : fail('record.exists')
  }
  await audit(db, branchId, staffId, at, {
    action: 'handover.asked',
    entity: 'hand_over',
    entityId: id,
    ...(ask.customerId ? { customerId: ask.customerId } : {}),
    params: { toId: ask.toId, what: ask.what },
  })
  return true
}

type Asked = { to_id: Id; what: string; due_at: Date; customer_id: Id | null; promise_id: Id | null }

const asksTheSame = (known: Asked, { toId, what, dueAt, customerId, promiseId }: Ask): boolean =>
  known.to_id === toId &&
  known.what === what &&
  known.due_at.getTime() === Date.parse(dueAt) &&
  known.customer_id === customerId &&
  known.promise_id === promiseId

const requireHelper = async (db: Db, branchId: number, staffId: Id): Promise<void> => {
  const person = await db
    .selectFrom('staff')
    .select('roles')
    .where('branch_id', '=', branchId)
    .where('id', '=', staffId)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!person || !reachOf(person.roles, 'handover.answer')) fail('record.not_found')
}

const requirePromise = async (db: Db, branchId: number, id: Id, customerId: Id | null): Promise<void> => {
  const promise = await db
    .selectFrom('promise')
    .select('customer_id')
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!promise || promise.customer_id !== customerId) fail('record.not_found')
}

const handOverOf = (db: Db, branchId: number, id: Id) =>
  db.selectFrom('hand_over').selectAll().where('branch_id', '=', branchId).where('id', '=', id).executeTakeFirst()

/** Accepts, answers, declines or withdraws. To anybody but the two it concerns it is not there. */
export const moveAsked = async (db: Db, caller: Caller, at: Date, id: Id, move: HandOverMove, text: string) => {
  const { branchId, staffId } = caller
  return inTransaction(db, async (trx) => {
    const row = await trx
      .selectFrom('hand_over')
      .selectAll()
      .where('branch_id', '=', branchId)
      .where('id', '=', id)
      .where((eb) => eb.or([eb('from_id', '=', staffId), eb('to_id', '=', staffId)]))
      .forUpdate()
      .executeTakeFirst()
    if (!row) return fail('record.not_found')
    const moved = moveHandOver({ fromId: row.from_id, toId: row.to_id, state: row.state }, move, text, staffId)
    if (!moved.ok) return fail('rule.refused', { reasons: [moved.error] })
    const state = moved.value
    if (state === row.state) return { state }
    await trx
      .updateTable('hand_over')
      .set((eb) => ({
        state,
        version: eb('version', '+', 1),
        ...(state === 'accepted' ? { accepted_at: at } : {}),
        ...(state === 'answered' || state === 'declined' ? { answer: text.trim(), answered_at: at } : {}),
      }))
      .where('branch_id', '=', branchId)
      .where('id', '=', id)
      .execute()
    await audit(trx, branchId, staffId, at, {
      action: `handover.${state}`,
      entity: 'hand_over',
      entityId: id,
      ...(row.customer_id ? { customerId: row.customer_id } : {}),
    })
    return { state }
  })
}
