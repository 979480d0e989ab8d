import { dayIn } from '#domain/kernel/day.ts'
import { talkToPlan } from '#domain/retention/loss.ts'
import { winBackTaskWords as en } from '#domain/retention/loss-words.en.ts'
import { winBackTaskWords as zh } from '#domain/retention/loss-words.zh.ts'
import { planFollowing, settleTask } from '#server/customer/following-task.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { type LossRow, talksOf, winBacksOf } from './gone.ts'

/**
 * Brings what is planned about a loss to where it stands: the next visit is a task of the manager's, led by the playbook for it;
 * whatever else was open is settled. Nobody who wants no contact gets one. `done`: a visit was just noted. Answers with its day.
 */
export const keepWinBack = async (
  trx: Db,
  caller: Caller,
  now: Date,
  loss: LossRow,
  kind: 'person' | 'group' | 'outlet',
  done = false,
): Promise<string | null> => {
  const today = dayIn(now, caller.timeZone)
  const talks = await talksOf(trx, caller.branchId, [loss.id])
  const gone = loss.undone_at === null && loss.back_on === null
  const winBack = gone ? (await winBacksOf(trx, caller, [{ loss, kind, talks }], today)).get(loss.id) : undefined
  const wanted = winBack ? talkToPlan(winBack) : null
  const open = await trx
    .selectFrom('task')
    .select(['id', 'due_on'])
    .where('branch_id', '=', caller.branchId)
    .where('loss_id', '=', loss.id)
    .where('state', '=', 'open')
    .execute()
  const standing = done ? undefined : open.find(({ due_on }) => due_on === wanted?.dueOn)
  for (const { id } of open)
    if (id !== standing?.id) await settleTask(trx, caller.branchId, now, id, done ? 'done' : 'dropped')
  if (wanted && !standing)
    await planFollowing(
      trx,
      { branchId: caller.branchId, by: caller.staffId, now },
      {
        customer_id: loss.customer_id,
        playbook_key: 'win-back',
        about_zh: zh[wanted.task],
        about_en: en[wanted.task],
        due_on: wanted.dueOn,
        loss_id: loss.id,
      },
    )
  return wanted?.dueOn ?? null
}
