import { readFileSync } from 'node:fs'
import { type ChurnModel, trainChurnModel } from '#domain/churn/model.ts'
import type { RawRow } from '#domain/churn/table.ts'
import type { Day } from '#domain/kernel/day.ts'
import { tellBranch } from './tell.ts'

/** Attributes with what became of the customer are of this day; half a year later it is known who left. */
const LABELLED_ON: Day = '2026-04-30'

type Snapshot = { attributes: RawRow; left_later: boolean | null }

/** Learns from the demo's own customers who leaves, as a lead would by pressing "train": seconds, so it is kept in a file. */
export const trainDemoModel = (): ChurnModel => {
  const labelled = tellBranch()
    .all<Snapshot>('attribute_snapshot')
    .filter(({ left_later }) => left_later !== null)
  const trained = trainChurnModel(
    labelled.map(({ attributes }) => attributes),
    labelled.map(({ left_later }) => left_later === true),
    { asOf: LABELLED_ON },
  )
  if (!trained.ok) throw new Error(trained.error.code)
  return trained.value
}

/** The model as it was trained last (`node scripts/run.mjs demo-model`). */
export const keptModel = (): ChurnModel =>
  JSON.parse(readFileSync(new URL('./warning-model.json', import.meta.url), 'utf8')) as ChurnModel
