import type { RunState } from '#domain/playbook/state.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** Beside the contact, the words of the library it was held with, and whether a meeting or a yes came of it [S-30]. Filed again, they are as said last. */
export const fileWords = async (
  trx: Db,
  caller: Caller,
  runId: string,
  { words, appointment, offers, suggestions }: RunState,
): Promise<void> => {
  await trx.deleteFrom('touch_words').where('branch_id', '=', caller.branchId).where('touch_id', '=', runId).execute()
  if (words.length === 0) return
  const accepted = offers.some(({ answer }) => answer === 'accepted') || Object.values(suggestions).includes('accepted')
  await trx
    .insertInto('touch_words')
    .values(
      words.map(({ script, wording, version }) => ({
        branch_id: caller.branchId,
        touch_id: runId,
        script,
        wording,
        version,
        meeting: appointment !== null,
        accepted,
      })),
    )
    .execute()
}
