import { marketKindOf } from '#domain/customer/market-note.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { RunSummary } from '#domain/playbook/summary.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { derivedId } from './filed.ts'

type Run = { id: string; customer_id: string; staff_id: string }

/**
 * What a visit found out about the market, one note a topic [K-33]. Filed again after late words a note takes the new words, and goes
 * when it was taken back, as long as nobody has changed it since.
 */
export const fileMarket = async (
  trx: Db,
  caller: Caller,
  run: Run,
  { market }: Pick<RunSummary, 'market'>,
  touch: { at: Date } | null,
): Promise<void> => {
  const seenOn = touch && dayIn(touch.at, caller.timeZone)
  const notes = seenOn === null ? [] : Object.entries(market).map(([topic, what]) => ({ topic, what, seenOn }))
  const ids = notes.map(({ topic }) => derivedId(run.id, `market ${topic}`))
  await trx
    .deleteFrom('market_note')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', run.customer_id)
    .where('touch_id', '=', run.id)
    .where('version', '=', 1)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute()
  for (const { topic, what, seenOn: seen } of notes)
    await trx
      .insertInto('market_note')
      .values({
        branch_id: caller.branchId,
        id: derivedId(run.id, `market ${topic}`),
        customer_id: run.customer_id,
        seen_on: seen,
        kind: marketKindOf(topic) ?? 'operating',
        topic,
        what,
        touch_id: run.id,
        noted_by: run.staff_id,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet({ what }).where('market_note.version', '=', 1))
      .execute()
}
