import type { eventEndpoints } from '#api/event.ts'
import type { Reply } from '#api/endpoint.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import {
  type Guest,
  type GuestFacts,
  type GuestMove,
  mayList,
  mayStrike,
  moveGuest,
  stateOf,
} from '#domain/event/guest.ts'
import { lockCustomer } from '#server/customer/lock.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { gateFor } from './candidates.ts'
import { keepTask } from './guest-tasks.ts'
import { eventOf, type EventRow, type GuestRow, guestsOf, lockEvent, seatsHeld, standingOf } from './rows.ts'

type Endpoints = typeof eventEndpoints
type Place = { id: string; guestId: string }

export const refuseGuest = (reason: Said<GuestFacts>): never => fail('rule.refused', { reasons: [reason] })

/** Puts a customer on the list: one the caller may talk to, a seat left, nothing said by the gate against the invitation. */
export const listGuest = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id, guestId }: Place,
  customerId: string,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const customer = await requireCustomer(trx, caller, customerId, 'contact.run')
    await lockCustomer(trx, caller.branchId, customer.id)
    const event = await lockEvent(trx, caller, id)
    const guests = await guestsOf(trx, caller, id)
    const known = guests.find((guest) => guest.id === guestId)
    if (known) return known.customer_id === customer.id ? { version: known.version } : fail('record.exists')
    if (guests.some((guest) => guest.customer_id === customer.id)) refuseGuest({ code: 'guest.listed', params: {} })
    const may = mayList(eventOf(event), seatsHeld(guests), dayIn(now, caller.timeZone))
    if (!may.ok) return refuseGuest(may.error)
    const gate = await gateFor(trx, caller, now, event, customer.id)
    if (!gate.allowed)
      return fail('rule.refused', { params: { nextAt: gate.nextAt?.toISOString() ?? null }, reasons: gate.reasons })
    const guest = await trx
      .insertInto('event_guest')
      .values({
        branch_id: caller.branchId,
        event_id: id,
        id: guestId,
        customer_id: customer.id,
        added_by: caller.staffId,
        added_at: now,
        moved_by: caller.staffId,
        moved_at: now,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!guest) return fail('record.exists')
    await keepTask(trx, caller, now, event, guest)
    await told(trx, caller, now, 'guest.listed', event, guest)
    return { version: guest.version }
  })

/** Takes somebody off the list; taking off twice is once. */
export const strikeGuest = async (db: Db, caller: Caller, now: Date, place: Place): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (!(await findGuest(trx, caller, place))) return
    const { event, guest } = await lockGuest(trx, caller, place)
    const may = guest.again
      ? ({ ok: false, error: { code: 'guest.told', params: {} } } as const)
      : mayStrike(standingOf(guest))
    if (!may.ok) return refuseGuest(may.error)
    await trx
      .updateTable('task')
      .set((eb) => ({ state: 'dropped' as const, settled_at: now, guest_id: null, version: eb('version', '+', 1) }))
      .where('branch_id', '=', caller.branchId)
      .where('guest_id', '=', guest.id)
      .where('state', '=', 'open')
      .execute()
    await trx.deleteFrom('event_guest').where('branch_id', '=', caller.branchId).where('id', '=', guest.id).execute()
    await told(trx, caller, now, 'guest.struck', event, guest)
  })

/** One move of a guest by hand. Where somebody else has moved the guest meanwhile, the same move is one, another a conflict. */
export const moveGuestByHand = async (
  db: Db,
  caller: Caller,
  now: Date,
  place: Place,
  { move, baseVersion }: { move: GuestMove; baseVersion: number },
): Promise<Reply<Endpoints['POST /api/events/:id/guests/:guestId/moves']>> =>
  inTransaction(db, async (trx) => {
    const { event, guest } = await lockGuest(trx, caller, place)
    const held = seatsHeld(await guestsOf(trx, caller, place.id))
    const today = dayIn(now, caller.timeZone)
    const moved = moveGuest(eventOf(event), standingOf(guest), move, { today, held })
    if (!moved.ok) return refuseGuest(moved.error)
    const state = stateOf(moved.value)
    if (isSame(guest, moved.value)) return { version: guest.version, state }
    if (guest.version !== baseVersion) return conflictWith(trx, caller, guest, state)
    const written = await writeMove(trx, caller, now, event, guest, { ...moved.value, runId: null })
    await told(trx, caller, now, `guest.${move}`, event, guest)
    return { version: written.version, state }
  })

const isSame = (guest: GuestRow, { answer, came }: Guest): boolean => guest.answer === answer && guest.came === came

const conflictWith = async (trx: Db, caller: Caller, guest: GuestRow, yours: string): Promise<never> => {
  const names = await namesOf(trx, caller.branchId, [guest.moved_by])
  const by = names.get(guest.moved_by) ?? ''
  const theirs = stateOf(standingOf(guest))
  return fail('record.conflict', {
    conflicts: [{ field: 'state', theirs, yours, by, at: guest.moved_at.toISOString() }],
  })
}

/** Writes where a guest stands now, and brings their task there; `runId` names the contact that showed it. */
export const writeMove = async (
  trx: Db,
  caller: Caller,
  now: Date,
  event: EventRow,
  guest: GuestRow,
  to: Guest & { runId: string | null; askedRunId?: string | null },
): Promise<GuestRow> => {
  const { answer, came, runId, askedRunId } = to
  const written = await trx
    .updateTable('event_guest')
    .set({
      answer,
      came,
      again: guest.again && answer === 'listed',
      run_id: runId,
      ...(askedRunId === undefined ? {} : { asked_run_id: askedRunId }),
      moved_by: caller.staffId,
      moved_at: now,
      version: guest.version + 1,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', guest.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await keepTask(trx, caller, now, event, written)
  return written
}

/** The customer before the event, as filing a contact does, so that nobody waits for each other. */
const lockGuest = async (trx: Db, caller: Caller, place: Place): Promise<{ event: EventRow; guest: GuestRow }> => {
  const found = (await findGuest(trx, caller, place)) ?? fail('record.not_found')
  await requireCustomer(trx, caller, found.customer_id, 'contact.run')
  await lockCustomer(trx, caller.branchId, found.customer_id)
  const event = await lockEvent(trx, caller, place.id)
  return { event, guest: (await findGuest(trx, caller, place)) ?? fail('record.not_found') }
}

const findGuest = (trx: Db, caller: Caller, { id, guestId }: Place): Promise<GuestRow | undefined> =>
  trx
    .selectFrom('event_guest')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('event_id', '=', id)
    .where('id', '=', guestId)
    .executeTakeFirst()

const told = (trx: Db, caller: Caller, at: Date, action: string, event: EventRow, guest: GuestRow): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, {
    action,
    entity: 'event_guest',
    entityId: guest.id,
    customerId: guest.customer_id,
    params: { event: event.title, onDay: event.on_day },
  })
