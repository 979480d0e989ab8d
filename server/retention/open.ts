import type { Received, Reply } from '#api/endpoint.ts'
import type { retentionEndpoints } from '#api/retention.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { reduceCase } from '#domain/retention/case.ts'
import { reachDue } from '#domain/retention/case-clock.ts'
import type { CaseEvent, CaseHappening, CaseSignal } from '#domain/retention/case-event.ts'
import { isClosed } from '#domain/retention/case-state.ts'
import { dispatchTo, mayOpen, urgencyOf } from '#domain/retention/dispatch.ts'
import { lockCustomer } from '#server/customer/lock.ts'
import { audit } from '#server/db/audit.ts'
import { freshId } from '#server/db/id.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { armUnderWay } from '#server/touch/campaign-contact.ts'
import { statesOfCustomer, triedIn } from './events.ts'
import { guardOn } from './guard.ts'
import { caseTime, columnsOf } from './project.ts'
import { requireSubject, type Subject } from './subject.ts'

type Endpoint = (typeof retentionEndpoints)['PUT /api/retention/:id']

/** Opens a case and gives it to whoever keeps the customer, with the time by which they must have been reached. Sent twice it is one. */
export const openRetention = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: Id,
  { customerId, from, words }: Received<Endpoint>['body'],
): Promise<Reply<Endpoint>> =>
  inTransaction(db, async (trx) => {
    const subject = await requireSubject(trx, caller, customerId, 'contact.run')
    await lockCustomer(trx, caller.branchId, customerId)
    const there = await trx
      .selectFrom('retention_case')
      .select(['customer_id', 'owner_id', 'next_due'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (there) return there.customer_id === customerId ? replyOf(trx, caller, id, there) : fail('record.exists')
    await mayBegin(trx, caller, now, subject, from)
    const signal: CaseSignal = { from, said: signsOf(subject), words }
    const events = await begin(trx, caller, now, id, subject, signal)
    const state = reduceCase(events)
    await trx
      .insertInto('retention_case')
      .values({
        branch_id: caller.branchId,
        id,
        customer_id: customerId,
        signal: from,
        at_risk_fen: subject.at_risk_fen,
        opened_at: now,
        changed_at: now,
        version: events.length,
        ...columnsOf(state, caseTime(caller)),
      })
      .execute()
    await keepEvents(trx, caller, customerId, events)
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'retention.opened',
      entity: 'retention_case',
      entityId: id,
      customerId,
      version: events.length,
      params: { from, to: state.ownerId },
    })
    return replyOf(trx, caller, id, { owner_id: state.ownerId, next_due: state.dueAt })
  })

const replyOf = async (
  db: Db,
  { branchId }: Caller,
  id: Id,
  { owner_id, next_due }: { owner_id: Id | null; next_due: Date | null },
): Promise<Reply<Endpoint>> => {
  const names = await namesOf(db, branchId, owner_id === null ? [] : [owner_id])
  return {
    id,
    owner: owner_id === null ? null : { id: owner_id, name: names.get(owner_id) ?? '' },
    due: next_due?.toISOString() ?? null,
  }
}

const mayBegin = async (trx: Db, caller: Caller, now: Date, subject: Subject, from: CaseSignal['from']) => {
  const states = await statesOfCustomer(trx, caller.branchId, subject.id)
  const today = dayIn(now, caller.timeZone)
  const arm = await armUnderWay(trx, caller, subject.id, 'retention-talk', today)
  const before = {
    openCase: states.some((state) => !isClosed(state)),
    letGoAt: triedIn(states).letGoAt,
    arm,
    leftOn: subject.left_on,
  }
  const { limits } = await guardOn(trx, caller.branchId, { kind: subject.kind, today })
  const may = mayOpen(from, before, limits, now)
  if (!may.ok) fail('rule.refused', { reasons: [may.error] })
}

/** What the newest month says of the risk, as it was said on the day the case was opened. */
const signsOf = ({ reasons }: Subject): CaseSignal['said'] =>
  Array.isArray(reasons) ? (reasons as CaseSignal['said']) : []

const begin = async (
  trx: Db,
  caller: Caller,
  now: Date,
  id: Id,
  subject: Subject,
  signal: CaseSignal,
): Promise<CaseEvent[]> => {
  const opened = eventBy(caller, now, id, 1, {
    type: 'opened',
    customerId: subject.id,
    signal,
    chance: subject.risk,
    atRisk: subject.at_risk_fen,
  })
  const { to } = dispatchTo(
    { managerId: subject.manager_id, backupId: subject.backup_id },
    await awayOn(trx, caller, now),
  )
  return to === null ? [opened] : [opened, eventBy(caller, now, id, 2, dispatching(caller, now, to, signal, subject))]
}

/** A case given to somebody, with the time by which the customer must have been reached. */
export const dispatching = (
  caller: Caller,
  now: Date,
  to: Id,
  signal: CaseSignal | null,
  { band }: Pick<Subject, 'band'>,
): CaseHappening => {
  const { at, provisional } = reachDue(urgencyOf(signal?.from ?? 'colleague', band ?? 'raised'), now, caseTime(caller))
  return { type: 'dispatched', to, dueAt: at, provisional }
}

export const eventBy = (
  caller: Caller,
  at: Date,
  caseId: Id,
  sequence: number,
  happening: CaseHappening,
  id: Id = freshId(at),
): CaseEvent => ({ id, caseId, actor: caller.staffId, at, sequence, ...happening })

export const keepEvents = async (trx: Db, caller: Caller, customerId: Id, events: readonly CaseEvent[]) => {
  await trx
    .insertInto('retention_event')
    .values(
      events.map(({ id, caseId, actor, at, sequence, ...happening }) => ({
        branch_id: caller.branchId,
        id,
        case_id: caseId,
        customer_id: customerId,
        sequence: sequence ?? 0,
        at,
        actor_id: actor,
        happening: JSON.stringify(happening),
      })),
    )
    .execute()
}

const awayOn = async (db: Db, { branchId, timeZone }: Caller, now: Date): Promise<Set<Id>> => {
  const today = dayIn(now, timeZone)
  const rows = await db
    .selectFrom('absence')
    .select('staff_id')
    .where('branch_id', '=', branchId)
    .where('from_day', '<=', today)
    .where('to_day', '>=', today)
    .execute()
  return new Set(rows.map(({ staff_id }) => staff_id))
}
