import { sql } from 'kysely'
import type { lossEndpoints } from '#api/loss.ts'
import type { Received } from '#api/endpoint.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { mayNoteTalk } from '#domain/retention/loss.ts'
import { recordTouchIn } from '#server/customer/touches.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { LossRow, TalkRow } from './gone.ts'
import { keepWinBack } from './keep-task.ts'
import { lockLoss, setLeft, told } from './locked.ts'

type Talk = Received<(typeof lossEndpoints)['PUT /api/losses/:id/talks/:talkId']>['body']
type Place = { id: string; talkId: string }

/**
 * Notes what a visit came to. A contact led by the playbook is the one on the timeline; without it one is written. A customer who
 * is back is an ordinary customer at once, with everything that was theirs: the way back asks for no form.
 */
export const noteTalk = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id, talkId }: Place,
  talk: Talk,
): Promise<{ dueOn: Day | null }> =>
  inTransaction(db, async (trx) => {
    const loss = await lockLoss(trx, caller, id)
    const known = await talkOf(trx, caller, talkId)
    if (known)
      return known.loss_id === id && known.noted_by === caller.staffId ? { dueOn: null } : fail('record.exists')
    const today = dayIn(now, caller.timeZone)
    const askAgainOn = talk.result === 'later' ? talk.askAgainOn : null
    const may = mayNoteTalk({ leftOn: loss.left_on, backOn: loss.back_on }, { on: talk.on, askAgainOn }, today)
    if (!may.ok) return fail('rule.refused', { reasons: [may.error] })
    const touchId = (await touchOfRun(trx, caller, loss)) ?? (await writeTouch(trx, caller, now, loss, talkId, talk))
    await trx
      .insertInto('return_talk')
      .values({
        branch_id: caller.branchId,
        id: talkId,
        loss_id: id,
        touch_id: touchId,
        on_day: talk.on,
        result: talk.result,
        ask_again_on: askAgainOn,
        noted_by: caller.staffId,
        noted_at: now,
      })
      .execute()
    const after = talk.result === 'back' ? await setBack(trx, caller, loss, talk.on) : loss
    await told(trx, caller, now, 'loss.talked', loss, { result: talk.result, on: talk.on, askAgainOn })
    return { dueOn: await keepWinBack(trx, caller, now, after, loss.kind, true) }
  })

/** Takes back what the caller noted today, with the contact it wrote; a contact led by the playbook stays. */
export const forgetTalk = async (db: Db, caller: Caller, now: Date, { id, talkId }: Place): Promise<void> =>
  inTransaction(db, async (trx) => {
    const loss = await lockLoss(trx, caller, id)
    const talk = await talkOf(trx, caller, talkId)
    if (!talk) return
    const isFresh = dayIn(talk.noted_at, caller.timeZone) === dayIn(now, caller.timeZone)
    if (talk.loss_id !== id || talk.noted_by !== caller.staffId || !isFresh)
      return fail('rule.refused', { reasons: [{ code: 'loss.settled', params: {} }] })
    await trx.deleteFrom('return_talk').where('branch_id', '=', caller.branchId).where('id', '=', talkId).execute()
    await trx
      .deleteFrom('touch')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', talkId)
      .where('run_id', 'is', null)
      .execute()
    const after = talk.result === 'back' ? await setBack(trx, caller, loss, null) : loss
    await told(trx, caller, now, 'loss.talkForgotten', loss, { result: talk.result })
    await keepWinBack(trx, caller, now, after, loss.kind)
  })

const talkOf = (trx: Db, caller: Caller, id: string): Promise<TalkRow | undefined> =>
  trx
    .selectFrom('return_talk')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The contact of a run that did the planned visit and whose result nobody has noted yet. */
const touchOfRun = async (trx: Db, caller: Caller, loss: LossRow): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select t.id from touch t join task k on k.branch_id = t.branch_id and k.done_run_id = t.run_id
    where t.branch_id = ${caller.branchId} and t.customer_id = ${loss.customer_id} and k.loss_id = ${loss.id}
      and not exists (select from return_talk r where r.branch_id = t.branch_id and r.touch_id = t.id)
    order by t.at desc limit 1`.execute(trx)
  return rows[0]?.id ?? null
}

const NOON = 12 * 60

const writeTouch = async (
  trx: Db,
  caller: Caller,
  now: Date,
  loss: LossRow,
  talkId: string,
  { on, channel, result, words }: Talk,
): Promise<string> => {
  const outcome = channel === 'call' ? (result === 'unreached' ? ('no_answer' as const) : ('reached' as const)) : null
  const earlier = on === dayIn(now, caller.timeZone) ? {} : { at: instantAt(on, NOON, caller.timeZone).toISOString() }
  const { id } = await recordTouchIn(trx, caller, now, loss.customer_id, talkId, {
    ...earlier,
    channel,
    direction: 'active',
    purpose: 'retention',
    outcome,
    minutes: null,
    said: words || null,
    note: null,
    personId: null,
  })
  return id
}

const setBack = async (trx: Db, caller: Caller, loss: LossRow, on: Day | null): Promise<LossRow> => {
  await setLeft(trx, caller.branchId, loss.customer_id, on === null ? loss.left_on : null)
  return trx
    .updateTable('customer_loss')
    .set({ back_on: on, version: loss.version + 1 })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', loss.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
