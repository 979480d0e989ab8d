import type { Row } from '#domain/import/cell.ts'
import type { Problem } from '#domain/import/facts.ts'
import { repeatRule } from '#domain/import/repeats.ts'
import { type AcceptedRow, headerOf, rowRule } from '#domain/import/validate.ts'
import type { OpenedFile } from './file.ts'
import type { Setting } from './setting.ts'
import type { Rejected } from './write-batch.ts'

/** Rows of the file that are worked on together, with those refused by their own content. */
export type Batch = {
  accepted: { row: Row; record: AcceptedRow }[]
  rejected: Rejected[]
  /** The last row of the file in it, and how many rows it holds. */
  readTo: number
  rows: number
}

const ROWS_A_BATCH = 2000

/** Judges every row below the header and hands them on in batches; rows up to `after` are read but not handed on again. */
export async function* batchesOf(file: OpenedFile, { mapping, today }: Setting, after: number): AsyncGenerator<Batch> {
  const judge = rowRule(mapping, today)
  const repeats = repeatRule(headerOf('code', mapping))
  let batch = emptyBatch()
  for await (const row of file.rows()) {
    const verdict = judge(row)
    const problems: Problem[] = verdict.ok ? repeats(verdict.record) : verdict.problems
    if (row.rowNumber <= after) continue
    if (verdict.ok && problems.length === 0) batch.accepted.push({ row, record: verdict.record })
    else batch.rejected.push({ row, problems })
    batch.rows += 1
    batch.readTo = row.rowNumber
    if (batch.rows < ROWS_A_BATCH) continue
    yield batch
    batch = emptyBatch()
  }
  if (batch.rows > 0) yield batch
}

const emptyBatch = (): Batch => ({ accepted: [], rejected: [], readTo: 0, rows: 0 })
