import type { scriptEndpoints } from '#api/script.ts'
import { settledByContact } from '#domain/worklist/after-contact.ts'
import type { OccasionKind } from '#domain/worklist/occasion.ts'
import { coachFor } from '#server/coach/rules.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { type Copy, recordCopy, undoCopy } from '#server/script/copy.ts'
import { derivedId } from './filed.ts'

/** The reasons of Today a message saw to are done, as a call would have done them; a promise stays owed. */
const settleRow = async (
  db: Db,
  caller: Caller,
  at: Date,
  { id: customerId, touchId }: Copy['params'],
  occasions: Copy['body']['occasions'],
): Promise<void> => {
  const keys = settledByContact(occasions as { kind: OccasionKind; recordId: string }[], { reached: true })
  if (keys.length === 0) return
  await db
    .insertInto('worklist_decision')
    .values({
      branch_id: caller.branchId,
      id: derivedId(touchId, 'decision'),
      staff_id: caller.staffId,
      customer_id: customerId,
      keys,
      decision: 'done',
      at,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .execute()
}

/** The message was not sent after all: what it had settled stands on the list again. */
const unsettleRow = async (db: Db, caller: Caller, at: Date, touchId: string): Promise<void> => {
  await db
    .updateTable('worklist_decision')
    .set({ undone_at: at })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', derivedId(touchId, 'decision'))
    .where('staff_id', '=', caller.staffId)
    .where('undone_at', 'is', null)
    .execute()
}

type Copies = Extract<keyof typeof scriptEndpoints, `${string}/copies/${string}`>

/** Words copied out to be sent: the contact, and the row of Today they see to. `content` holds the rules of wording. */
export const copyHandlers = (content: string): Handlers<Pick<typeof scriptEndpoints, Copies>> => ({
  'PUT /api/customers/:id/copies/:touchId': async ({ db, caller, clock, params, body: { occasions, ...words } }) => {
    const now = clock.now()
    const touch = await recordCopy(
      db,
      caller,
      now,
      { ...params, coach: await coachFor(db, caller.branchId, content) },
      words,
    )
    await settleRow(db, caller, now, params, occasions)
    return touch
  },
  'DELETE /api/customers/:id/copies/:touchId': async ({ db, caller, clock, params }) =>
    inTransaction(db, async (trx) => {
      const now = clock.now()
      await undoCopy(trx, caller, now, params)
      await unsettleRow(trx, caller, now, params.touchId)
    }),
})
