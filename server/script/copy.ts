import type { Received } from '#api/endpoint.ts'
import type { scriptEndpoints } from '#api/script.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { takeBackTouch } from '#server/customer/take-back.ts'
import { recordTouch } from '#server/customer/touches.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import { refuseUnlawfulTo } from '#server/guard/leaving.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { againstLeaving } from './before-sending.ts'

export type Copy = Received<(typeof scriptEndpoints)['PUT /api/customers/:id/copies/:touchId']>
type Place = Copy['params']

/** Words were copied out and are being sent: gate and wording are asked first, then one contact with the words as they were, and which words of the library they are [R-30][P-35]. */
export const recordCopy = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id: customerId, touchId, coach }: Place & { coach: Coach },
  { script, wording, version, channel, purpose, text, agreedTime, overruled }: Omit<Copy['body'], 'occasions'>,
): Promise<{ id: string }> => {
  await requireCustomer(db, caller, customerId, 'contact.run')
  const known = await wordsOf(db, caller, touchId)
  if (!known)
    await refuseUnlawfulTo(db, caller, now, {
      customerId,
      what: script,
      texts: [text],
      aboutStaying: purpose === 'retention',
    })
  if (!known) {
    const asked = { customerId, purpose, channel, agreedTime, text, overruled, now }
    const objection = await againstLeaving(db, caller, coach, asked)
    if (objection) {
      const { reasons, nextAt, overrulable } = objection
      return fail('rule.refused', { params: { nextAt: nextAt?.toISOString() ?? null, overrulable }, reasons })
    }
  }
  const touch = await recordTouch(db, caller, now, customerId, touchId, {
    channel,
    direction: 'active',
    purpose,
    outcome: channel === 'call' ? 'reached' : null,
    minutes: null,
    said: null,
    note: text,
    personId: null,
  })
  await db
    .insertInto('touch_words')
    .values({
      branch_id: caller.branchId,
      touch_id: touchId,
      script,
      wording,
      version,
      meeting: false,
      accepted: false,
    })
    .onConflict((on) => on.columns(['branch_id', 'touch_id', 'script']).doNothing())
    .execute()
  return touch
}

const wordsOf = (db: Db, caller: Caller, touchId: string) =>
  db
    .selectFrom('touch_words')
    .select('script')
    .where('branch_id', '=', caller.branchId)
    .where('touch_id', '=', touchId)
    .executeTakeFirst()

/** Takes a copy of one's own back: the contact goes, and with it that we spoke just now. */
export const undoCopy = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { id: customerId, touchId }: Place,
): Promise<void> => {
  await requireCustomer(trx, caller, customerId, 'contact.run')
  if (!(await wordsOf(trx, caller, touchId))) return fail('record.not_found')
  if (!(await takeBackTouch(trx, caller, now, customerId, touchId))) return fail('record.not_found')
}
