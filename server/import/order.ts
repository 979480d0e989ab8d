import type { Received } from '#api/endpoint.ts'
import type { importEndpoints } from '#api/import.ts'
import { mappingFaults } from '#domain/import/mapping.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Day } from '#domain/kernel/day.ts'
import { audit } from '#server/db/audit.ts'
import { freshId } from '#server/db/id.ts'
import { type Db, inTransaction, type Trx } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { askForJob } from '#server/jobs/ask.ts'
import { staffDirectory } from './setting.ts'
import { type ImportRow, requireImport, requireOwnImport } from './find.ts'

export const IMPORT_JOB = 'import'

export type ImportAct = 'check' | 'run' | 'undo'

type Order = Received<(typeof importEndpoints)['PUT /api/imports/:id/run']>['body']
type State = ImportRow['state']

/** From which states each act may begin. A broken or undone import may be run again. */
const from: Record<ImportAct, readonly State[]> = {
  check: ['ready', 'undone', 'cancelled', 'failed'],
  run: ['ready', 'undone', 'cancelled', 'failed'],
  undo: ['done', 'failed'],
}

const into: Record<ImportAct, State> = { check: 'checking', run: 'waiting', undo: 'undoing' }

/** Asks for the dry run or the import itself, after checking that the mapping can be run. */
export const orderImport = async (
  db: Db,
  caller: Caller,
  at: Date,
  today: Day,
  id: string,
  act: 'check' | 'run',
  order: Order,
): Promise<{ jobId: string }> => {
  await requireOwnImport(db, caller, id)
  const faults = mappingFaults(order.mapping)
  if (faults.length > 0) return fail('rule.refused', { reasons: faults })
  const { mapping, mode, sheet, asOf = today, keeperId } = order
  if (keeperId !== null && !(await staffDirectory(db, caller)).byId.has(keeperId))
    return fail('rule.refused', { reasons: [{ code: 'import.keeper-elsewhere', params: {} }] })
  return begin(db, caller, at, id, act, (trx, jobId) =>
    trx
      .updateTable('import')
      .set({
        state: into[act],
        job_id: jobId,
        target: mapping.target,
        mapping: JSON.stringify(mapping),
        mode,
        sheet_name: sheet,
        headers: JSON.stringify(mapping.columns.map(({ header }) => header)),
        as_of: asOf,
        keeper_id: keeperId,
        read_to: 0,
        rows_read: 0,
        created: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        problem: null,
        undone: null,
        started_at: null,
        finished_at: null,
        months: [],
      })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute(),
  )
}

export const orderUndo = async (db: Db, caller: Caller, at: Date, id: string): Promise<{ jobId: string }> => {
  await requireImport(db, caller, id)
  return begin(db, caller, at, id, 'undo', (trx, jobId) =>
    trx
      .updateTable('import')
      .set({ state: into.undo, job_id: jobId })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute(),
  )
}

/** Locks the import, checks that the act may begin now, notes it and asks for the job, all in one transaction. */
const begin = (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  act: ImportAct,
  note: (trx: Trx, jobId: string) => Promise<unknown>,
): Promise<{ jobId: string }> =>
  inTransaction(db, async (trx) => {
    const {
      state,
      file_name: fileName,
      problem,
    } = await trx
      .selectFrom('import')
      .select(['state', 'file_name', 'problem'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (state === 'uploading')
      return fail('rule.refused', { reasons: [{ code: 'sheet.cut-off', params: { row: null } }] })
    // What a failed import wrote is normally taken back by itself; only where that failed too does it stand.
    const stands = state === 'failed' && (problem as Said | null)?.code === 'import.not-taken-back'
    if (state === 'failed' && (act === 'undo') !== stands)
      return fail('rule.refused', { reasons: [stands ? { code: 'import.undo-first', params: {} } : notNow(state)] })
    if (!from[act].includes(state)) return fail('rule.refused', { reasons: [notNow(state)] })
    if (act !== 'undo') await clearBefore(trx, caller.branchId, id)
    const jobId = freshId(at)
    await note(trx, jobId)
    await askForJob(trx, caller.branchId, at, {
      id: jobId,
      name: IMPORT_JOB,
      payload: { importId: id, act },
      askedBy: caller.staffId,
    })
    if (act !== 'check')
      await audit(trx, caller.branchId, caller.staffId, at, {
        action: act === 'run' ? 'import.started' : 'import.undo_started',
        entity: 'import',
        entityId: id,
        params: { fileName },
      })
    return { jobId }
  })

/** What an earlier try left in the books; everything it wrote has been taken back, or it could not be tried again. */
const clearBefore = async (trx: Trx, branchId: number, id: string): Promise<void> => {
  for (const table of ['import_effect', 'import_reject'] as const)
    await trx.deleteFrom(table).where('branch_id', '=', branchId).where('import_id', '=', id).execute()
}

const notNow = (state: State): Said => ({ code: 'import.not-now', params: { state } })
