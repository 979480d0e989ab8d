import type { ChurnModel, Fit } from '#domain/churn/model.ts'
import { knownMeaning } from '#domain/churn/column-meanings.ts'
import type { FeatureMeaning, Meanings } from '#domain/churn/reasons.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Db, Trx } from '#server/db/pool.ts'

export type StoredModel = { id: Id; model: ChurnModel; trainedAt: Date; trainedBy: Id | null }

/** The model a customer is scored by: for one it learnt from, the copy that did not see that customer. */
export type ModelFor = (fold: number | null) => ChurnModel

const models = (db: Db, branchId: number) =>
  db
    .selectFrom('churn_model')
    .select(['id', 'definition', 'trained_at', 'trained_by'])
    .where('branch_id', '=', branchId)

type Row = Awaited<ReturnType<ReturnType<typeof models>['execute']>>[number]

const storedOf = (row: Row | undefined): StoredModel | null =>
  row
    ? {
        id: row.id,
        model: row.definition as unknown as ChurnModel,
        trainedAt: row.trained_at,
        trainedBy: row.trained_by,
      }
    : null

/** The model a branch scores with; null where none was trained. */
export const activeModel = async (db: Db, branchId: number): Promise<StoredModel | null> =>
  storedOf(await models(db, branchId).where('active', '=', true).executeTakeFirst())

/** Any version that was ever trained. */
export const modelById = async (db: Db, branchId: number, id: Id): Promise<StoredModel | null> =>
  storedOf(await models(db, branchId).where('id', '=', id).executeTakeFirst())

/** Takes the model in use out of use, so that another may take its place: an index lets a branch have one. */
export const retireModel = async (trx: Trx, branchId: number): Promise<Id | null> => {
  const row = await trx
    .updateTable('churn_model')
    .set({ active: false })
    .where('branch_id', '=', branchId)
    .where('active', '=', true)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export const modelFor = async (db: Db, branchId: number, { id, model }: StoredModel): Promise<ModelFor> => {
  const row = await db
    .selectFrom('churn_model')
    .select('cross_fits')
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  const copies = ((row?.cross_fits ?? []) as unknown as Fit[]).map((fit) => ({ ...model, ...fit }))
  return (fold) => (fold === null ? model : (copies[fold] ?? model))
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
