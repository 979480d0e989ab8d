import { dayIn } from '#domain/kernel/day.ts'
import { stateOf } from '#domain/event/guest.ts'
import { type GuestTask, taskFor } from '#domain/event/guest-task.ts'
import { guestTaskWords as en } from '#domain/event/words.en.ts'
import { guestTaskWords as zh } from '#domain/event/words.zh.ts'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { eventOf, type EventRow, type GuestRow, standingOf } from './rows.ts'

/**
 * Brings what is planned about a guest to where the guest stands: the task that follows is open, whatever else was open about them is
 * settled. A follow-up that was asked, or agreed on in the talk itself, is not planned again.
 */
export const keepTask = async (trx: Db, caller: Caller, now: Date, event: EventRow, guest: GuestRow): Promise<void> => {
  const wanted = taskFor(eventOf(event), standingOf(guest), dayIn(now, caller.timeZone))
  const known = await trx
    .selectFrom('task')
    .select(['id', 'playbook_key', 'state'])
    .where('branch_id', '=', caller.branchId)
    .where('guest_id', '=', guest.id)
    .execute()
  const open = known.filter(({ state }) => state === 'open')
  const standing = open.find(({ playbook_key }) => playbook_key === wanted?.playbook)
  for (const { id, playbook_key } of open)
    if (id !== standing?.id) await settle(trx, caller, now, id, isDone(playbook_key, guest) ? 'done' : 'dropped')
  if (!wanted) return
  if (standing) return renew(trx, caller, standing.id, event, wanted)
  const asked =
    guest.asked_run_id !== null || known.some((one) => one.state === 'done' && one.playbook_key === 'follow-up')
  if (wanted.code === 'after' && asked) return
  await plan(trx, caller, now, event, guest, wanted)
}

/** The invitation has its answer, or somebody saw who came. */
const isDone = (playbook: string, guest: GuestRow): boolean => {
  const state = stateOf(standingOf(guest))
  if (playbook === 'event-invite') return state === 'accepted' || state === 'declined'
  return playbook === 'event-day' && (state === 'attended' || state === 'absent')
}

const settle = async (trx: Db, caller: Caller, now: Date, id: string, state: 'done' | 'dropped'): Promise<void> => {
  await trx
    .updateTable('task')
    .set((eb) => ({ state, settled_at: now, version: eb('version', '+', 1) }))
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .execute()
}

const words = (event: EventRow, { code, due }: GuestTask) => ({
  about_zh: zh[code],
  about_en: en[code],
  subject: event.title,
  subject_day: event.on_day,
  subject_place: event.place,
  due_on: due,
})

const renew = async (trx: Db, caller: Caller, id: string, event: EventRow, wanted: GuestTask): Promise<void> => {
  await trx
    .updateTable('task')
    .set(words(event, wanted))
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .execute()
}

const plan = async (
  trx: Db,
  caller: Caller,
  now: Date,
  event: EventRow,
  guest: GuestRow,
  wanted: GuestTask,
): Promise<void> => {
  const customer = await trx
    .selectFrom('customer')
    .select('manager_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', guest.customer_id)
    .executeTakeFirst()
  await trx
    .insertInto('task')
    .values({
      branch_id: caller.branchId,
      id: freshId(now),
      customer_id: guest.customer_id,
      owner_id: customer?.manager_id ?? caller.staffId,
      playbook_key: wanted.playbook,
      ...words(event, wanted),
      state: 'open',
      guest_id: guest.id,
      set_by: caller.staffId,
      set_at: now,
    })
    .execute()
}
