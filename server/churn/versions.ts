import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { modelEndpoints } from '#api/model.ts'
import { exportOf } from '#domain/churn/export.ts'
import type { ColumnNotice } from '#domain/churn/facts.ts'
import type { ModelQuality } from '#domain/churn/model.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { audit } from '#server/db/audit.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { askForJob } from '#server/jobs/ask.ts'
import { MONTHLY_RUN } from '#server/portfolio/change-rules.ts'
import { namesOf } from '#server/staff/names.ts'
import { modelById, retireModel } from './model.ts'

type Versions = Reply<(typeof modelEndpoints)['GET /api/warning/versions']>
type Used = Reply<(typeof modelEndpoints)['PUT /api/warning/versions/:id/use']>

const SHOWN = 50

type Row = {
  id: Id
  active: boolean
  rows: number
  positives: number
  trained_at: Date
  trained_by: Id | null
  metrics: ModelQuality
  alarms: number
  as_of: Day | null
  notices: ColumnNotice[]
  months: number[]
}

/** Every model that was trained here, the newest first: on what, by whom, how good, and which months it scored. */
export const listVersions = async (db: Db, { branchId }: Caller): Promise<Versions> => {
  const { rows } = await sql<Row>`
    select m.id, m.active, m.rows, m.positives, m.trained_at, m.trained_by, m.metrics, jsonb_array_length(m.alarms) as alarms,
      m.definition ->> 'asOf' as as_of, m.definition -> 'notices' as notices,
      array(select d.month from churn_drift d where d.branch_id = m.branch_id and d.model_id = m.id and d.customers > 0
        order by d.month) as months
    from churn_model m where m.branch_id = ${branchId}
    order by m.trained_at desc, m.id desc limit ${SHOWN}`.execute(db)
  const names = await namesOf(
    db,
    branchId,
    rows.flatMap(({ trained_by }) => trained_by ?? []),
  )
  return {
    versions: rows.map((row) => ({
      id: row.id,
      active: row.active,
      trainedAt: row.trained_at.toISOString(),
      trainedBy: row.trained_by && (names.get(row.trained_by) ?? null),
      rows: row.rows,
      leavers: row.positives,
      asOf: row.as_of,
      auc: row.metrics.auc,
      topDecileLift: row.metrics.topDecileLift,
      brier: row.metrics.brier,
      alarms: row.alarms,
      excluded: row.notices.flatMap(({ code, params }) => (code === 'column.excluded' ? [params.column] : [])),
      months: row.months.map(monthOfNumber),
    })),
  }
}

/** Scores with this version from now on, whichever it is, and asks for the newest month to be scored anew. Taking it back is using the one before. */
export const useVersion = async (db: Db, caller: Caller, at: Date, id: Id): Promise<Used> =>
  inTransaction(db, async (trx) => {
    const { branchId, staffId } = caller
    if (!(await modelById(trx, branchId, id))) return fail('record.not_found')
    const before = await retireModel(trx, branchId)
    await trx
      .updateTable('churn_model')
      .set({ active: true })
      .where('branch_id', '=', branchId)
      .where('id', '=', id)
      .execute()
    if (before === id) return { before, jobId: null }
    await audit(trx, branchId, staffId, at, {
      action: 'churn_model.used',
      entity: 'churn_model',
      entityId: id,
      params: { before: before ?? '' },
    })
    return { before, jobId: await askForJob(trx, branchId, at, { name: MONTHLY_RUN, askedBy: staffId }) }
  })

/** A version as a file without anything of a single customer; that it was taken is written down. */
export const versionFile = async (db: Db, caller: Caller, at: Date, id: Id): Promise<FileReply> => {
  const stored = await modelById(db, caller.branchId, id)
  if (!stored) return fail('record.not_found')
  await inTransaction(db, (trx) =>
    audit(trx, caller.branchId, caller.staffId, at, {
      action: 'churn_model.exported',
      entity: 'churn_model',
      entityId: id,
    }),
  )
  const day = dayIn(stored.trainedAt, caller.timeZone)
  return {
    contentType: 'application/json; charset=utf-8',
    fileName: `weixi-model-${day}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(exportOf(stored.model))),
  }
}
