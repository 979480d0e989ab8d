import type { ChurnModel } from '#domain/churn/model.ts'
import { knownMeaning } from '#domain/churn/column-meanings.ts'
import type { FeatureMeaning, Meanings } from '#domain/churn/reasons.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'

export type StoredModel = { id: Id; model: ChurnModel; trainedAt: Date; trainedBy: Id | null }

/** The model a branch scores with; null where none was trained. */
export const activeModel = async (db: Db, branchId: number): Promise<StoredModel | null> => {
  const row = await db
    .selectFrom('churn_model')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('active', '=', true)
    .orderBy('trained_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    model: row.definition as unknown as ChurnModel,
    trainedAt: row.trained_at,
    trainedBy: row.trained_by,
  }
}

/** What columns mean to people: what somebody said, else what is known of such headers. Others go by their own name. */
export const meaningsOf = async (db: Db, branchId: number, columns: readonly string[]): Promise<Meanings> => {
  const said = await db
    .selectFrom('attribute_meaning')
    .select(['name', 'definition'])
    .where('branch_id', '=', branchId)
    .execute()
  const meanings: Record<string, FeatureMeaning> = {}
  for (const column of columns) {
    const known = knownMeaning(column)
    if (known) meanings[column] = known
  }
  for (const { name, definition } of said) meanings[name] = definition as unknown as FeatureMeaning
  return meanings
}
