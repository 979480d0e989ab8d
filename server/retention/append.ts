import type { Received } from '#api/endpoint.ts'
import type { retentionEndpoints } from '#api/retention.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Id } from '#domain/kernel/id.ts'
import { reduceCase } from '#domain/retention/case.ts'
import { type CaseContext, mayAppend } from '#domain/retention/case-append.ts'
import type { CaseEvent, CaseHappening } from '#domain/retention/case-event.ts'
import type { CaseRefusal } from '#domain/retention/case-refusal.ts'
import { type CaseState, isClosed, offeringOf } from '#domain/retention/case-state.ts'
import { authorityOf } from '#domain/retention/rules.ts'
import { covers, scopeOf } from '#domain/staff/scope.ts'
import { lockCustomer } from '#server/customer/lock.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { refuseUnlawful } from '#server/guard/check.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { maySee } from '#server/worklist/helpers.ts'
import { lockSpending, spentElsewhere } from './authority.ts'
import { eventsOf, statesOfCustomer } from './events.ts'
import { triedWith } from './from-contact.ts'
import { guardOn } from './guard.ts'
import { givenOffer } from './given-offer.ts'
import { dispatching, eventBy, keepEvents } from './open.ts'
import { caseTime, projectCase } from './project.ts'
import { rulesOf } from './rules.ts'
import { requireCase, requireSubject, type Subject } from './subject.ts'

type Wanted = Received<(typeof retentionEndpoints)['POST /api/retention/:id/events']>['body']
type Wish = Wanted['wish']

/** What else follows from an event, in the same transaction. `before`: the case as it stood. */
export type Following = (
  trx: Db,
  happened: { customerId: Id; kind: CustomerKind; before: CaseState; event: CaseEvent },
) => Promise<void>

/** What only a lead does: say yes or no to an offer, and name who takes a case nobody has. */
const forLeads: readonly Wish['type'][] = ['approvalGiven', 'approvalRefused', 'dispatched']

/**
 * Adds what happened to a case. Guard, law and limits are asked under lock; a refused try changes nothing and stands in the
 * audit. An event known by its id is not added again.
 */
export const appendToCase = async (
  db: Db,
  caller: Caller,
  now: Date,
  caseId: Id,
  wanted: Wanted,
  also: Following,
): Promise<{ version: number }> => {
  const done = await inTransaction(db, async (trx) => {
    const { customer_id } = await requireCase(trx, caller, caseId)
    const subject = await requireSubject(trx, caller, customer_id, 'contact.run')
    await lockCustomer(trx, caller.branchId, customer_id)
    const events = await eventsOf(trx, caller.branchId, [caseId])
    if (events.some(({ id }) => id === wanted.id)) return { version: events.length, refused: null }
    if (forLeads.includes(wanted.wish.type) && !covers(scopeOf(caller, 'retention.approve'), subject.owned))
      return fail('access.denied')
    return add(trx, caller, now, { caseId, wanted, subject, events, also })
  })
  return done.refused ? fail('rule.refused', { reasons: [...done.refused] }) : { version: done.version }
}

/** Asked before the rest of the wording (see `heedingWords`). What we say to the customer in so many words is asked like any other text: a parting or an agreement may no more break the law than a script. */
export const refuseWords = async (db: Db, caller: Caller, now: Date, caseId: Id, wish: Wish): Promise<void> => {
  const said = wish.type === 'letGo' ? wish.words : wish.type === 'agreed' || wish.type === 'reset' ? wish.wording : ''
  if (said === '') return
  const { customer_id } = await requireCase(db, caller, caseId)
  const { kind } = await requireSubject(db, caller, customer_id, 'contact.run')
  await refuseUnlawful(db, caller, now, {
    what: `retention/${wish.type}`,
    texts: [said],
    kind,
    customerId: customer_id,
  })
}

type Adding = { caseId: Id; wanted: Wanted; subject: Subject; events: readonly CaseEvent[]; also: Following }
type Added = { version: number; refused: readonly CaseRefusal[] | null }

const add = async (trx: Db, caller: Caller, now: Date, adding: Adding): Promise<Added> => {
  const { caseId, wanted, subject, events, also } = adding
  const state = reduceCase(events)
  const happening = await happeningOf(trx, caller, now, adding, state)
  const event = eventBy(caller, now, caseId, events.length + 1, happening, wanted.id)
  const may = mayAppend(state, event, await contextOf(trx, caller, now, adding, state))
  const told = { entity: 'retention_case', entityId: caseId, customerId: subject.id }
  if (!may.ok) {
    await audit(trx, caller.branchId, caller.staffId, now, {
      ...told,
      action: 'retention.refused',
      params: { tried: event.type, because: may.error.map(({ code }) => code).join(' ') },
    })
    return { version: events.length, refused: may.error }
  }
  const fresh = [event, ...following(caller, now, event, state, subject, events.length + 2)]
  const after = reduceCase([...events, ...fresh])
  const version = events.length + fresh.length
  await keepEvents(trx, caller, subject.id, fresh)
  await projectCase(trx, caller.branchId, now, {
    id: caseId,
    state: after,
    time: caseTime(caller),
    like: { kind: subject.kind, tier: subject.tier, sensitivity: subject.sensitivity },
    version,
  })
  await audit(trx, caller.branchId, caller.staffId, now, { ...told, action: `retention.${event.type}`, version })
  await also(trx, { customerId: subject.id, kind: subject.kind, before: state, event })
  return { version, refused: null }
}

/** A case taken up again has a new time by which the customer must be reached. */
const following = (
  caller: Caller,
  now: Date,
  event: CaseEvent,
  { ownerId, signal }: CaseState,
  subject: Subject,
  sequence: number,
): CaseEvent[] =>
  event.type === 'reopened' && ownerId !== null
    ? [
        eventBy(
          caller,
          now,
          event.caseId,
          sequence,
          dispatching(
            caller,
            now,
            ownerId,
            event.by === 'customer' ? { from: 'customer', said: [], words: '' } : signal,
            subject,
          ),
        ),
      ]
    : []

const contextOf = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { caseId, wanted, subject }: Adding,
  state: CaseState,
): Promise<CaseContext> => {
  if (wanted.wish.type === 'offered' || wanted.wish.type === 'approvalGiven') await lockSpending(trx, caller)
  const today = dayIn(now, caller.timeZone)
  const others = (await statesOfCustomer(trx, caller.branchId, subject.id)).filter((each) => each.caseId !== caseId)
  if (wanted.wish.type === 'reopened' && others.some((each) => !isClosed(each)))
    return fail('rule.refused', { reasons: [{ code: 'dispatch.open', params: {} }] })
  return {
    today,
    authority: authorityOf(caller.roles, await rulesOf(trx, caller.branchId)),
    spentThisMonth: await spentElsewhere(trx, caller, today, caseId),
    board: await boardOf(trx, caller.branchId, subject.id, state),
    earlier: await triedWith(trx, caller, subject.id, others),
    ...(await guardOn(trx, caller.branchId, { kind: subject.kind, today })),
  }
}

const boardOf = async (trx: Db, branchId: number, customerId: Id, { expectations }: CaseState) => {
  if (expectations.length === 0) return []
  const rows = await trx
    .selectFrom('expectation')
    .select(['id', 'state'])
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('id', 'in', [...expectations])
    .execute()
  return rows.map(({ id, state }) => ({ id, settled: state !== 'open' && state !== 'resetting' }))
}

/** A wish as an event says it: deadlines, offers and promises are filled in here, for a screen cannot be believed about them. */
const happeningOf = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { wanted: { wish }, subject, caseId }: Adding,
  state: CaseState,
): Promise<CaseHappening> => {
  switch (wish.type) {
    case 'dispatched':
    case 'handedOver':
      if (!(await maySee(trx, caller.branchId, wish.to, subject.id))) return fail('record.not_found')
      return wish.type === 'handedOver' ? wish : dispatching(caller, now, wish.to, state.signal, subject)
    case 'talked':
      return { ...wish, touch: null }
    case 'expectationTaken':
      await requireExpectation(trx, caller.branchId, subject.id, wish.expectation)
      return wish
    case 'offered': {
      const { offering, offer, termAgreed } = wish
      const known = offeringOf(state, offering)?.offer
      return {
        type: 'offered',
        offering,
        offer: known ?? (await givenOffer(trx, caller, now, subject, offer, termAgreed)),
      }
    }
    case 'approvalAsked': {
      const { offering, offer, termAgreed, why } = wish
      return {
        type: 'approvalAsked',
        offering,
        offer: await givenOffer(trx, caller, now, subject, offer, termAgreed),
        why,
      }
    }
    case 'agreed':
      return { ...wish, promises: await promisesSince(trx, caller.branchId, subject.id, caseId) }
    default:
      return wish
  }
}

const requireExpectation = async (trx: Db, branchId: number, customerId: Id, id: Id): Promise<void> => {
  const found = await trx
    .selectFrom('expectation')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) fail('record.not_found')
}

/** What was promised to the customer since the case was opened and is still to be kept. */
const promisesSince = async (trx: Db, branchId: number, customerId: Id, caseId: Id): Promise<Id[]> => {
  const rows = await trx
    .selectFrom('promise')
    .innerJoin('retention_case', (on) =>
      on.onRef('retention_case.branch_id', '=', 'promise.branch_id').on('retention_case.id', '=', caseId),
    )
    .select('promise.id')
    .where('promise.branch_id', '=', branchId)
    .where('promise.customer_id', '=', customerId)
    .where('promise.state', '=', 'open')
    .whereRef('promise.made_at', '>=', 'retention_case.opened_at')
    .execute()
  return rows.map(({ id }) => id)
}
