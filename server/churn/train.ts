import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '#domain/churn/facts.ts'
import type { ChurnModel, CrossFitted, TrainOptions } from '#domain/churn/model.ts'
import type { RawRow } from '#domain/churn/table.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Result } from '#domain/kernel/result.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { askForJob } from '#server/jobs/ask.ts'
import { JobRefused, type Task } from '#server/jobs/task.ts'
import { retireModel } from './model.ts'
import { keepFolds, labelledSnapshots } from './snapshots.ts'

/** The name a training is asked for with. */
export const TRAINING = 'train-warning'

export const askForTraining = (db: Db, caller: Caller, at: Date, id: string, exclude: readonly string[]) =>
  inTransaction(db, async (trx) => {
    const jobId = await askForJob(trx, caller.branchId, at, {
      name: TRAINING,
      payload: { exclude: JSON.stringify(exclude) },
      askedBy: caller.staffId,
      id,
    })
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'churn_model.asked',
      entity: 'churn_model',
      params: { exclude: exclude.join(', ') },
    })
    return { jobId }
  })

/** Days that are known beforehand, such as the end of a contract, may lie after the day the rows describe. */
const mayLieAhead = /到期|截止|终止|结束|expir|until|(^|[^a-z])end/i

/** Trains on what the branch knows, in a thread; keeps the model and scores with it from now on. Throws `JobRefused`. */
export const train = async ({ db, branchId, id, payload, askedBy, clock, progress }: Task): Promise<ChurnModel> => {
  const { rows, labels, keys, asOf } = await labelledSnapshots(db, branchId)
  const exclude = JSON.parse(String(payload['exclude'] ?? '[]')) as string[]
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const options: TrainOptions = {
    exclude,
    beside: true,
    ...(asOf === null ? {} : { asOf }),
    futureColumns: columns.filter((name) => mayLieAhead.test(name)),
  }
  const trained = await inThread(rows, labels, options, progress)
  if (!trained.ok) throw new JobRefused(await asPlaced(db, branchId, trained.error, keys))
  await inTransaction(db, async (trx) => {
    const { model, crossFits, foldOf } = trained.value
    await retireModel(trx, branchId)
    await trx
      .insertInto('churn_model')
      .values({
        branch_id: branchId,
        id,
        definition: JSON.stringify(model),
        cross_fits: JSON.stringify(crossFits),
        metrics: JSON.stringify(model.quality),
        alarms: JSON.stringify(model.alarms),
        rows: model.rows,
        positives: model.leavers,
        active: true,
        trained_at: clock.now(),
        trained_by: askedBy,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet({ active: true }))
      .execute()
    await keepFolds(trx, branchId, id, keys, foldOf)
    await audit(trx, branchId, askedBy, clock.now(), {
      action: 'churn_model.trained',
      entity: 'churn_model',
      entityId: id,
      params: { rows: model.rows, leavers: model.leavers, auc: model.quality.auc.value },
    })
  })
  return trained.value.model
}

/** A row of the training is nobody a person can find: whose it is, is said by name and number. */
const asPlaced = async (db: Db, branchId: number, refusal: Refusal, keys: readonly { id: Id }[]): Promise<Refusal> => {
  const key = refusal.code === 'train.future_day' ? keys[refusal.params.row - 1] : undefined
  if (refusal.code !== 'train.future_day' || !key) return refusal
  const customer = await db
    .selectFrom('customer')
    .select(['name', 'code'])
    .where('branch_id', '=', branchId)
    .where('id', '=', key.id)
    .executeTakeFirst()
  if (!customer) return refusal
  const { name, code } = customer
  const told = code === null || code === name ? name : `${name}（${code}）`
  return { ...refusal, params: { ...refusal.params, customer: told } }
}

type Heard = { done: number; of: number } | { result: Result<CrossFitted, Refusal> }

const LOOK_EVERY_MS = 400

/** Tells progress while the thread works; `progress` throws when somebody cancels, which ends the thread. */
const inThread = async (
  rows: RawRow[],
  labels: boolean[],
  options: TrainOptions,
  progress: Task['progress'],
): Promise<Result<CrossFitted, Refusal>> => {
  const worker = new Worker(new URL(import.meta.resolve('#server/churn/train-worker.ts')), {
    workerData: { rows, labels, options },
    execArgv: [],
  })
  let known = { done: 0, of: 0 }
  let outcome: Result<CrossFitted, Refusal> | null = null
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (heard: Heard) => {
      if ('result' in heard) outcome = heard.result
      else known = heard
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
  const over = ended.then(() => true)
  try {
    // one step more than fits: scoring everybody with the new model comes after
    while (!(await Promise.race([over, wait(LOOK_EVERY_MS, false)])))
      await progress(known.done, known.of === 0 ? null : known.of + 1)
  } finally {
    await worker.terminate()
  }
  if (!outcome) throw new Error('the training thread ended without a result')
  return outcome
}
