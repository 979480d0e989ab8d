import { dayIn } from '#domain/kernel/day.ts'
import { stateOf } from '#domain/event/guest.ts'
import { type GuestTask, taskFor } from '#domain/event/guest-task.ts'
import { guestTaskWords as en } from '#domain/event/words.en.ts'
import { guestTaskWords as zh } from '#domain/event/words.zh.ts'
import { planFollowing, settleTask } from '#server/customer/following-task.ts'
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
    if (id !== standing?.id)
      await settleTask(trx, caller.branchId, now, id, isDone(playbook_key, guest) ? 'done' : 'dropped')
  if (!wanted) return
  if (standing) return renew(trx, caller, standing.id, event, wanted)
  const asked =
    guest.asked_run_id !== null || known.some((one) => one.state === 'done' && one.playbook_key === 'follow-up')
  if (wanted.code === 'after' && asked) return
  await planFollowing(
    trx,
    { branchId: caller.branchId, by: caller.staffId, now },
    {
      customer_id: guest.customer_id,
      playbook_key: wanted.playbook,
      ...words(event, wanted),
      guest_id: guest.id,
    },
  )
}

/** The invitation has its answer, or somebody saw who came. */
const isDone = (playbook: string, guest: GuestRow): boolean => {
  const state = stateOf(standingOf(guest))
  if (playbook === 'event-invite') return state === 'accepted' || state === 'declined'
  return playbook === 'event-day' && (state === 'attended' || state === 'absent')
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
