import { type Counted, driftOf } from '#domain/churn/drift.ts'
import type { DriftReport } from '#domain/churn/drift.ts'
import type { Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { StoredModel } from './model.ts'

/** Keeps how the customers a model scored in a month lay; a later run of the month replaces it. */
export const keepCounted = async (
  db: Db,
  branchId: number,
  modelId: Id,
  month: Month,
  counted: Counted,
): Promise<void> => {
  const values = { customers: counted.customers, counted: JSON.stringify(counted) }
  await db
    .insertInto('churn_drift')
    .values({ branch_id: branchId, model_id: modelId, month: monthNumber(month), ...values })
    .onConflict((on) => on.columns(['branch_id', 'model_id', 'month']).doUpdateSet(values))
    .execute()
}

/** How far those a model scored in its newest month lie from those it learnt from; null before it scored anybody. */
export const newestDrift = async (
  db: Db,
  branchId: number,
  { id, model }: StoredModel,
): Promise<(DriftReport & { month: Month }) | null> => {
  const row = await db
    .selectFrom('churn_drift')
    .select(['month', 'counted'])
    .where('branch_id', '=', branchId)
    .where('model_id', '=', id)
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
  const report = row && driftOf(model.spec, model.baseline, row.counted as unknown as Counted)
  return report ? { ...report, month: monthOfNumber(row.month) } : null
}
