import type { Reply } from '#api/endpoint.ts'
import type { importEndpoints } from '#api/import.ts'
import type { Said } from '#domain/kernel/said.ts'
import { scopeOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { sql } from 'kysely'

type ImportReply = Reply<(typeof importEndpoints)['GET /api/imports/:id']>

/** Imports a reader may know of: their own, and those of people in the units they may import for. */
const importsWithin = (db: Db, caller: Caller) => {
  const scope = scopeOf(caller, 'import.run')
  const units = scope.kind === 'units' ? [...scope.unitIds] : []
  return db
    .selectFrom('import')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'import.branch_id').onRef('staff.id', '=', 'import.actor_id'),
    )
    .where('import.branch_id', '=', caller.branchId)
    .where((eb) =>
      scope.kind === 'all'
        ? eb.lit(true)
        : eb.or([eb('import.actor_id', '=', caller.staffId), eb('staff.unit_id', '=', eb.fn.any(sql.val(units)))]),
    )
}

/** The one look-up before an import is shown or taken back. */
export const requireImport = async (db: Db, caller: Caller, id: string) => {
  const row = await importsWithin(db, caller)
    .where('import.id', '=', id)
    .selectAll('import')
    .select('staff.name as actor_name')
    .executeTakeFirst()
  return row ?? fail('record.not_found')
}

/** What lies in the file is for whoever brought it: nobody else sees its rows. */
export const requireOwnImport = async (db: Db, caller: Caller, id: string) => {
  const row = await requireImport(db, caller, id)
  return row.actor_id === caller.staffId ? row : fail('record.not_found')
}

export type ImportRow = Awaited<ReturnType<typeof requireImport>>

export const importReply = (row: ImportRow, caller: Caller): ImportReply => ({
  id: row.id,
  state: row.state,
  fileName: row.file_name,
  bytes: row.file_bytes,
  target: row.target,
  mode: row.mode,
  figures: {
    rowsTotal: row.rows_total,
    rowsRead: row.rows_read,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    rejected: row.rejected,
  },
  problem: row.problem as Said | null,
  actor: { id: row.actor_id, name: row.actor_name },
  askedAt: row.asked_at.toISOString(),
  startedAt: row.started_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
  jobId: row.job_id,
  undone: row.undone as ImportReply['undone'],
  mine: row.actor_id === caller.staffId,
})

export const listImports = async (
  db: Db,
  caller: Caller,
  query: { cursor?: string | undefined; limit: number },
): Promise<Reply<(typeof importEndpoints)['GET /api/imports']>> => {
  const after = query.cursor ? decodeCursor(query.cursor, 'instant') : null
  const rows = await importsWithin(db, caller)
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(import.asked_at, import.id) < (${after?.value}::timestamptz, ${after?.id}::uuid)`),
    )
    .selectAll('import')
    .select('staff.name as actor_name')
    .orderBy('import.asked_at', 'desc')
    .orderBy('import.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => importReply(row, caller)),
    next: rows.length > query.limit && last ? encodeCursor({ value: last.asked_at.toISOString(), id: last.id }) : null,
  }
}
