import type { FeatureMeaning } from '#domain/churn/reasons.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { askForJob } from '#server/jobs/ask.ts'

/** Says what a column means; the newest month's reasons are then written again in these words. */
export const sayMeaning = async (
  db: Db,
  caller: Caller,
  at: Date,
  name: string,
  meaning: FeatureMeaning,
): Promise<{ jobId: string }> =>
  inTransaction(db, async (trx) => {
    const definition = JSON.stringify(meaning)
    await trx
      .insertInto('attribute_meaning')
      .values({ branch_id: caller.branchId, name, definition })
      .onConflict((on) => on.columns(['branch_id', 'name']).doUpdateSet({ definition }))
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'attribute_meaning.said',
      entity: 'attribute_meaning',
      params: { name, zh: meaning.zh, en: meaning.en, changeable: meaning.changeable },
    })
    const jobId = await askForJob(trx, caller.branchId, at, {
      name: 'monthly-run',
      askedBy: caller.staffId,
    })
    return { jobId }
  })
