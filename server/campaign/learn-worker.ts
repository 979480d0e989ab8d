import { parentPort, workerData } from 'node:worker_threads'
import type { RawRow } from '#domain/churn/table.ts'
import type { Trial } from '#domain/retention/qini.ts'
import { trainUplift, upliftOf } from '#domain/retention/uplift.ts'

/** Learning is pure computing for seconds: in a thread of its own it holds nobody up. */
const { rows, trial, asOf } = workerData as { rows: RawRow[]; trial: Trial; asOf: string }
const model = trainUplift(rows, trial, { asOf })
parentPort?.postMessage(
  model.ok
    ? { ok: true, lowest: model.value.quality.lowest, uplift: upliftOf(model.value, rows, asOf) }
    : { ok: false, error: model.error },
  [],
)
