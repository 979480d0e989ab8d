import { afterChange } from '#domain/event/guest.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { askAnew, lockForChange, requireVersion, told, writeEvent } from './events.ts'
import { keepTask } from './guest-tasks.ts'
import { refuseGuest } from './guests.ts'
import { type EventRow, guestsOf, standingOf } from './rows.ts'

/** Calls an event off; everybody who was asked becomes somebody's task. */
export const callOff = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: Id,
  baseVersion: number,
): Promise<{ version: number; told: number }> =>
  inTransaction(db, async (trx) => {
    const event = await lockForChange(trx, caller, id)
    if (event.called_off_at !== null) return { version: event.version, told: 0 }
    await requireVersion(trx, caller, event, baseVersion)
    requireAhead(caller, now, event)
    const off = await writeEvent(trx, caller, now, event, { called_off_at: now })
    const guests = await guestsOf(trx, caller, id)
    for (const guest of guests) await keepTask(trx, caller, now, off, guest)
    await told(trx, caller, now, 'event.calledOff', off)
    return { version: off.version, told: guests.filter(({ answer, again }) => again || isTold(answer)).length }
  })

const isTold = (answer: string): boolean => answer === 'invited' || answer === 'accepted'

/**
 * Holds the event after all. Tasks that fell away with calling off are open again; who has been told meanwhile that it will not take
 * place, and had been asked, is asked anew. Taken back twice is taken back.
 */
export const takeBackCallOff = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: Id,
): Promise<{ version: number; again: number }> =>
  inTransaction(db, async (trx) => {
    const event = await lockForChange(trx, caller, id)
    if (event.called_off_at === null) return { version: event.version, again: 0 }
    requireAhead(caller, now, event)
    const guests = await guestsOf(trx, caller, id)
    const heard = await heardOff(
      trx,
      caller,
      event.called_off_at,
      guests.map((guest) => guest.id),
    )
    await reopenTasks(
      trx,
      caller,
      event.called_off_at,
      guests.map((guest) => guest.id),
    )
    const held = await writeEvent(trx, caller, now, event, { called_off_at: null })
    let again = 0
    for (const guest of guests) {
      const next = heard.has(guest.id) ? afterChange(standingOf(guest)) : standingOf(guest)
      if (heard.has(guest.id) && next.again) {
        again += 1
        await askAnew(trx, caller, now, guest, next.answer)
      }
      await keepTask(trx, caller, now, held, { ...guest, answer: next.answer, again: next.again })
    }
    await told(trx, caller, now, 'event.heldAfterAll', held)
    return { version: held.version, again }
  })

/** A day that is past is neither called off nor held. */
const requireAhead = (caller: Caller, now: Date, { on_day }: EventRow): void => {
  if (dayIn(now, caller.timeZone) > on_day) refuseGuest({ code: 'event.over', params: { on: on_day } })
}

/** Guests to whom somebody has said, since it was called off, that it will not take place. */
const heardOff = async (trx: Db, caller: Caller, since: Date, guestIds: Id[]): Promise<ReadonlySet<Id | null>> => {
  if (guestIds.length === 0) return new Set()
  const rows = await trx
    .selectFrom('task')
    .select('guest_id')
    .where('branch_id', '=', caller.branchId)
    .where('guest_id', 'in', guestIds)
    .where('playbook_key', '=', 'care-call')
    .where('state', '=', 'done')
    .where('set_at', '>=', since)
    .execute()
  return new Set(rows.map(({ guest_id }) => guest_id))
}

/** What was dropped at the very moment of calling off. */
const reopenTasks = async (trx: Db, caller: Caller, calledOffAt: Date, guestIds: Id[]): Promise<void> => {
  if (guestIds.length === 0) return
  await trx
    .updateTable('task')
    .set((eb) => ({ state: 'open' as const, settled_at: null, version: eb('version', '+', 1) }))
    .where('branch_id', '=', caller.branchId)
    .where('guest_id', 'in', guestIds)
    .where('state', '=', 'dropped')
    .where('settled_at', '=', calledOffAt)
    .execute()
}
