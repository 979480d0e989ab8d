import { contributionsOf, type Reason, reasonsOf } from '#domain/churn/reasons.ts'
import { moneyAtRisk, scoreCustomer, type Score } from '#domain/churn/score.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Db } from '#server/db/pool.ts'
import { meaningsOf, modelById, modelFor, type StoredModel } from './model.ts'
import { newestSnapshots } from './snapshots.ts'

/** What a standing keeps of how its risk was made. */
export type MadeBy = { customerId: Id; modelId: Id; snapshotOn: Day; paid12: Fen | null }

export type Remade = {
  stored: StoredModel
  asOf: Day
  /** The model learnt from this very row, so that the copy that did not was asked. */
  unseen: boolean
  score: Score
  atRisk: Fen | null
  reasons: Reason[]
  parts: Reason[]
}

/** A risk, its reasons and its money made again from what is stored: the version of the model, the snapshot and the bills. Null where one of
 * them is gone, as after an import was undone. [R-13][R-31] */
export const remake = async (db: Db, branchId: number, made: MadeBy): Promise<Remade | null> => {
  const { customerId, modelId, snapshotOn, paid12 } = made
  const stored = await modelById(db, branchId, modelId)
  const snapshot = (await newestSnapshots(db, branchId, [customerId], snapshotOn, modelId)).get(customerId)
  if (!stored || !snapshot) return null
  const model = (await modelFor(db, branchId, stored))(snapshot.fold)
  const scored = scoreCustomer(model, snapshot.row, snapshot.asOf)
  if (!scored.ok) return null
  const score = scored.value
  const columns = model.spec.features.map(({ name }) => name)
  const input = { ...snapshot, score, meanings: await meaningsOf(db, branchId, columns) }
  return {
    stored,
    asOf: snapshot.asOf,
    unseen: snapshot.fold !== null,
    score,
    atRisk: paid12 === null ? null : moneyAtRisk(score.probability, paid12),
    reasons: reasonsOf(model, input),
    parts: contributionsOf(model, input),
  }
}
