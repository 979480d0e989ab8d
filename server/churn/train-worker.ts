import { parentPort, workerData } from 'node:worker_threads'
import { trainCrossFitted, type TrainOptions } from '#domain/churn/model.ts'
import type { RawRow } from '#domain/churn/table.ts'

/** Training is pure computing for seconds: in a thread of its own it holds nobody up, and is cancelled by ending the thread. */
const { rows, labels, options } = workerData as { rows: RawRow[]; labels: boolean[]; options: TrainOptions }
const result = trainCrossFitted(rows, labels, {
  ...options,
  onFit: (done, of) => parentPort?.postMessage({ done, of }, []),
})
parentPort?.postMessage({ result }, [])
