import { sql } from 'kysely'
import { dayIn } from '#domain/kernel/day.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Id } from '#domain/kernel/id.ts'
import { reduceCase, takenBack } from '#domain/retention/case.ts'
import { type CaseState, isClosed } from '#domain/retention/case-state.ts'
import { type HeldContact, toldByContact, untoldByContact } from '#domain/retention/from-contact.ts'
import { type GuardRefusal, mayPersuade, type Persuaded } from '#domain/retention/guard.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { eventsOf, latest, statesOfCustomer, triedIn } from './events.ts'
import { guardOn } from './guard.ts'
import { eventBy, keepEvents } from './open.ts'
import { caseTime, projectCase } from './project.ts'
import { requireSubject } from './subject.ts'

export const openAmong = (states: readonly CaseState[]): CaseState | undefined =>
  states.find((state) => !isClosed(state))

/**
 * Writes a filed contact into the customer's open retention case. `idOf` makes an event's id from what it says, so that filing again
 * adds only what is new; what the contact no longer says is taken back.
 */
export const tellRetentionCase = async (
  trx: Db,
  caller: Caller,
  now: Date,
  contact: HeldContact & { customerId: Id },
  idOf: (part: string) => Id,
): Promise<void> => {
  const caseId = openAmong(await statesOfCustomer(trx, caller.branchId, contact.customerId))?.caseId
  if (!caseId) return
  const events = await eventsOf(trx, caller.branchId, [caseId])
  const known = new Set(events.map(({ id }) => id))
  const placed = (part: string): Id => idOf(`retention ${part}`)
  const isTold = (part: string): boolean => known.has(placed(part))
  const state = reduceCase(events)
  const told = toldByContact(state, contact, isTold)
  const before = takenBack(events)
  const gone = untoldByContact(state, contact, isTold)
    .map(placed)
    .filter((id) => !before.has(id))
  const fresh = [
    ...told.map(({ part, happening }) => ({ happening, id: placed(part) })),
    ...(gone.length > 0
      ? [{ happening: { type: 'toldTakenBack' as const, events: gone }, id: idOf(`retention back ${gone.join(' ')}`) }]
      : []),
  ].map(({ happening, id }, place) => eventBy(caller, now, caseId, events.length + 1 + place, happening, id))
  if (fresh.length === 0) return
  const subject = await requireSubject(trx, caller, contact.customerId, 'contact.run')
  const version = events.length + fresh.length
  await keepEvents(trx, caller, subject.id, fresh)
  await projectCase(trx, caller.branchId, now, {
    id: caseId,
    state: reduceCase([...events, ...fresh]),
    time: caseTime(caller),
    like: { kind: subject.kind, tier: subject.tier, sensitivity: subject.sensitivity },
    version,
  })
  for (const { type } of fresh)
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: `retention.${type}`,
      entity: 'retention_case',
      entityId: caseId,
      customerId: subject.id,
      version,
      params: { run: contact.touch },
    })
}

/** Why a talk about staying may not be begun with a customer now; empty when it may. Asked before anybody is rung. */
export const againstPersuading = async (
  db: Db,
  caller: Caller,
  now: Date,
  customer: { id: Id; kind: CustomerKind },
): Promise<GuardRefusal[]> => {
  const states = await statesOfCustomer(db, caller.branchId, customer.id)
  const leave = openAmong(states)?.leave ?? { askedAt: null, shownAt: null, requestedAt: null }
  const { limits } = await guardOn(db, caller.branchId, { kind: customer.kind, today: dayIn(now, caller.timeZone) })
  const may = mayPersuade({ ...(await triedWith(db, caller, customer.id, states)), leave }, 'us', limits, now)
  return may.allowed ? [] : may.reasons
}

/** What was tried with a customer, and the last no: as these cases tell it, and in talks about staying that no case has, for none was open. */
export const triedWith = async (
  db: Db,
  { branchId }: Pick<Caller, 'branchId'>,
  customerId: Id,
  states: readonly CaseState[],
): Promise<Pick<Persuaded, 'attempts' | 'declinedAt' | 'letGoAt'>> => {
  const tried = triedIn(states)
  const { rows } = await sql<{ at: Date; begun: boolean; declined: Date | null }>`
    select touch.at, touch.direction = 'active' as begun, (
      select max(made.at) from run_event made
      where made.branch_id = run.branch_id and made.run_id = run.id and made.kind = 'offerMade' and not made.late
        and made.payload -> 'offer' ->> 'answer' = 'declined'
        and not exists (
          select from run_event back
          where back.branch_id = made.branch_id and back.run_id = made.run_id and back.kind = 'offerTakenBack'
            and not back.late and back.payload ->> 'offer' = made.id::text
        )
      ) as declined
    from touch
    join run on run.branch_id = touch.branch_id and run.id = touch.run_id
    join playbook on playbook.hash = run.playbook_hash
    where touch.branch_id = ${branchId} and touch.customer_id = ${customerId}
      and touch.reached and playbook.definition -> 'offers' is not null
      and not exists (
        select from retention_event event
        where event.branch_id = touch.branch_id and event.customer_id = touch.customer_id
          and event.happening ->> 'touch' = touch.id::text
      )`.execute(db)
  return {
    ...tried,
    attempts: [...tried.attempts, ...rows.filter(({ begun }) => begun).map(({ at }) => at)],
    declinedAt: latest([tried.declinedAt, ...rows.map(({ declined }) => declined)]),
  }
}
