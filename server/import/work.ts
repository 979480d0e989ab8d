import { sql } from 'kysely'
import type { Mapping } from '#domain/import/mapping.ts'
import type { Params, Said } from '#domain/kernel/said.ts'
import { reachOf, scopeOf } from '#domain/staff/scope.ts'
import { SheetError } from '#server/adapters/sheet/failure.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { standBesideStandings } from '#server/customer/lock-standings.ts'
import { askForJob } from '#server/jobs/ask.ts'
import { Cancelled, JobRefused, Stopping, type Task, type Work } from '#server/jobs/task.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { openFile, type OpenedFile } from './file.ts'
import { fileOf, type ImportFolder } from './folder.ts'
import { planBatch } from './plan-batch.ts'
import { type Batch, batchesOf } from './read-rows.ts'
import { type Setting, staffDirectory } from './setting.ts'
import { keepTemplate } from './template.ts'
import { takeBack } from './undo.ts'
import { countsOf, type Rejected, writeBatch, writeMark, writeRejects } from './write-batch.ts'

/** The long part of an import: dry run, run or undo, told by the payload. */
export const importWork =
  (folder: ImportFolder): Work =>
  async (task) => {
    const importId = String(task.payload['importId'])
    const act = task.payload['act']
    if (act === 'undo') return undo(task, importId)
    try {
      return act === 'check' ? await check(task, folder, importId) : await run(task, folder, importId)
    } catch (error) {
      if (error instanceof Stopping) throw error
      throw await settled(task, importId, act === 'run', error)
    }
  }

/** Reads the whole file and plans every batch, writing nothing but the figures and the rejected rows. */
const check = async (task: Task, folder: ImportFolder, importId: string): Promise<Params> => {
  const { setting, file } = await begin(task, folder, importId)
  try {
    await startAgain(task, importId)
    let rows = 0
    for await (const batch of batchesOf(file, setting, 0)) {
      await task.progress((rows += batch.rows))
      await carry(task, setting, batch, false)
    }
    await finish(task, importId, 'ready', rows)
    return { rows }
  } finally {
    await file.close()
  }
}

/** Imports the file batch by batch, each whole or not at all; after a crash it goes on behind the last whole one. */
const run = async (task: Task, folder: ImportFolder, importId: string): Promise<Params> => {
  const { setting, file, row } = await begin(task, folder, importId)
  try {
    if (row.state === 'undoing') throw row.problem ? new JobRefused(row.problem as Said) : new Cancelled()
    if (row.state === 'waiting') await startRunning(task, setting, row.file_name)
    let rows = row.rows_read
    let counted = 0
    for await (const batch of batchesOf(file, setting, row.read_to)) {
      await task.progress(rows, row.rows_total)
      await carry(task, setting, batch, true)
      rows += batch.rows
      if (rows >= counted * GROWTH) {
        counted = rows
        await countTables(task.db)
      }
    }
    await task.progress(rows, rows)
    await finish(task, importId, 'done', rows)
    return { rows }
  } finally {
    await file.close()
  }
}

/** How much an import grows before the tables are counted anew. */
const GROWTH = 8

/**
 * Lets the database count its tables. An empty branch is thought to stay empty until the database looks again by itself, a
 * minute later, and until then each foreign key is checked by reading the whole branch.
 */
const countTables = async (db: Db): Promise<void> => {
  for (const table of ['customer', 'customer_key', 'member', 'bill', 'attribute_snapshot', 'import_effect'])
    await sql`analyze ${sql.table(table)}`.execute(db)
}

const begin = async (task: Task, folder: ImportFolder, importId: string) => {
  const row = await rowOf(task, importId)
  const actor = await seatOfStaff(task.db, task.branchId, row.actor_id)
  if (!actor || !reachOf(actor.roles, 'import.run') || !row.mapping || !row.mode || !row.as_of)
    throw new JobRefused({ code: 'import.not-allowed', params: {} })
  const mapping = row.mapping as unknown as Mapping
  const staff = await staffDirectory(task.db, actor)
  const setting: Setting = {
    branchId: task.branchId,
    importId,
    mapping,
    mode: row.mode,
    asOf: row.as_of,
    today: task.clock.today(actor.timeZone),
    actor,
    scope: scopeOf(actor, 'import.run'),
    staff,
    keeper: (row.keeper_id && staff.byId.get(row.keeper_id)) || null,
  }
  const file = await opened(fileOf(folder, task.branchId, importId), row.file_bytes, row.sheet_name, mapping)
  return { setting, file, row }
}

const opened = async (path: string, bytes: number, sheet: string | null, mapping: Mapping): Promise<OpenedFile> => {
  try {
    return await openFile(path, { bytes, sheet, target: mapping.target })
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    throw new JobRefused({ code: 'import.file-gone', params: {} })
  }
}

const rowOf = ({ db, branchId }: Task, importId: string) =>
  db
    .selectFrom('import')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()

const startRunning = (task: Task, setting: Setting, fileName: string): Promise<void> =>
  inTransaction(task.db, async (trx) => {
    const at = task.clock.now()
    await trx
      .updateTable('import')
      .set({ state: 'running', started_at: at })
      .where('branch_id', '=', task.branchId)
      .where('id', '=', setting.importId)
      .execute()
    await keepTemplate(trx, task.branchId, setting.actor.staffId, at, fileName, setting.mapping)
  })

/** A dry run that was cut short begins anew: it has written nothing that would have to be kept. */
const startAgain = (task: Task, importId: string): Promise<void> =>
  inTransaction(task.db, async (trx) => {
    await trx
      .deleteFrom('import_reject')
      .where('branch_id', '=', task.branchId)
      .where('import_id', '=', importId)
      .execute()
    await trx
      .updateTable('import')
      .set({ read_to: 0, rows_read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, months: [] })
      .where('branch_id', '=', task.branchId)
      .where('id', '=', importId)
      .execute()
  })

/** Plans one batch and, unless it is only a trial, writes it; its figures and its mark go with it. */
const carry = (task: Task, setting: Setting, batch: Batch, write: boolean): Promise<void> =>
  inTransaction(
    task.db,
    async (trx) => {
      const at = task.clock.now()
      if (write) await standBesideStandings(trx, task.branchId)
      const records = batch.accepted.map(({ record }) => record)
      const { steps, rejects } = await planBatch(trx, setting, records, at, write)
      const byRow = new Map(batch.accepted.map(({ row, record }) => [record, row]))
      const refused = rejects.flatMap(({ record, problems }): Rejected[] => {
        const row = byRow.get(record)
        return row ? [{ row, problems }] : []
      })
      if (write) await writeBatch(trx, setting, steps, at)
      await writeRejects(trx, setting, [...batch.rejected, ...refused])
      await writeMark(trx, setting, {
        readTo: batch.readTo,
        rows: batch.rows,
        counts: countsOf(steps, batch.rejected.length + refused.length),
        months: write ? [...new Set(steps.flatMap(({ bills }) => bills.map(({ month }) => month)))] : [],
      })
    },
    { statementTimeoutMs: 0 },
  )

/** Ends an import well; what follows from its bills is asked for in the same transaction. */
const finish = (task: Task, importId: string, state: 'ready' | 'done', rows: number): Promise<void> =>
  inTransaction(task.db, async (trx) => {
    const at = task.clock.now()
    const row = await trx
      .updateTable('import')
      .set({ state, rows_total: rows, ...(state === 'done' ? { finished_at: at } : {}) })
      .where('branch_id', '=', task.branchId)
      .where('id', '=', importId)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (state === 'ready') return
    const { created, updated, unchanged, rejected } = row
    await audit(trx, task.branchId, row.actor_id, at, {
      action: 'import.done',
      entity: 'import',
      entityId: importId,
      params: { fileName: row.file_name, created, updated, unchanged, rejected },
    })
    if (created + updated > 0) await askForRun(trx, task, row)
  })

type Imported = { target: string | null; months: readonly number[] }

/** Bills change what customers are worth; new customers and what is known of them change who is ranked and warned of. */
const askForRun = async (trx: Task['db'], task: Task, row: Imported): Promise<void> => {
  if (row.target === 'order' || row.target === 'touch') return
  const payload = row.months.length === 0 ? {} : { month: Math.min(...row.months) }
  await askForJob(trx, task.branchId, task.clock.now(), { name: 'monthly-run', payload })
}

/**
 * A run that did not get to its end leaves nothing behind: what it wrote is taken back before it is told why. The state
 * says so meanwhile, so that a crash in between goes on taking back, not importing.
 */
const settled = async (task: Task, importId: string, wrote: boolean, error: unknown): Promise<unknown> => {
  const said = error instanceof Cancelled ? null : saidOf(error)
  const note = (state: 'undoing' | 'ready' | 'cancelled' | 'failed', problem: Said | null, at: Date | null) =>
    task.db
      .updateTable('import')
      .set({ state, problem: problem && JSON.stringify(problem), finished_at: at })
      .where('branch_id', '=', task.branchId)
      .where('id', '=', importId)
      .execute()
  if (!wrote) await note('ready', said, null)
  else {
    await note('undoing', said, null)
    try {
      await takeBack(withoutCancelling(task), importId)
    } catch (trouble) {
      if (trouble instanceof Stopping) throw trouble
      await note('failed', { code: 'import.not-taken-back', params: {} }, task.clock.now())
      throw trouble
    }
    await note(said ? 'failed' : 'cancelled', said, task.clock.now())
  }
  return error instanceof SheetError ? new JobRefused(error.said) : error
}

const saidOf = (error: unknown): Said =>
  error instanceof SheetError || error instanceof JobRefused ? error.said : { code: 'job.failed', params: {} }

/** Taking back goes on to its end: a cancelled job must not be cancelled out of it. */
const withoutCancelling = (task: Task): Task => ({
  ...task,
  progress: (done, total) =>
    task.progress(done, total).catch((error: unknown) => {
      if (!(error instanceof Cancelled)) throw error
    }),
})

const undo = async (task: Task, importId: string): Promise<Params> => {
  const undone = await takeBack(withoutCancelling(task), importId)
  await inTransaction(task.db, async (trx) => {
    const at = task.clock.now()
    const row = await trx
      .updateTable('import')
      .set({ state: 'undone', problem: null, undone: JSON.stringify(undone) })
      .where('branch_id', '=', task.branchId)
      .where('id', '=', importId)
      .returningAll()
      .executeTakeFirstOrThrow()
    await audit(trx, task.branchId, task.askedBy, at, {
      action: 'import.undone',
      entity: 'import',
      entityId: importId,
      params: { fileName: row.file_name, ...undone },
    })
    await askForRun(trx, task, row)
  })
  return undone
}
