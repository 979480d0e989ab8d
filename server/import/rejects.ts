import { Readable } from 'node:stream'
import type { Received, Reply } from '#api/endpoint.ts'
import type { importEndpoints } from '#api/import.ts'
import type { Cell } from '#domain/import/cell.ts'
import type { Problem } from '#domain/import/facts.ts'
import { rejectedHeader, rejectedRow } from '#domain/import/rejected.ts'
import type { OutCell } from '#server/adapters/sheet/out-cell.ts'
import { writeCsv } from '#server/adapters/sheet/write-csv.ts'
import { writeXlsx } from '#server/adapters/sheet/write-xlsx.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { type ImportRow, requireImport, requireOwnImport } from './find.ts'

type FileQuery = Received<(typeof importEndpoints)['GET /api/imports/:id/rejects']>['query']

/** The first rejected rows, for the screen. */
export const listProblems = async (
  db: Db,
  caller: Caller,
  id: string,
  limit: number,
): Promise<Reply<(typeof importEndpoints)['GET /api/imports/:id/problems']>> => {
  const { rejected } = await requireOwnImport(db, caller, id)
  const rows = await db
    .selectFrom('import_reject')
    .select(['row_number', 'problems'])
    .where('branch_id', '=', caller.branchId)
    .where('import_id', '=', id)
    .orderBy('row_number')
    .limit(limit)
    .execute()
  return {
    rows: rows.map((row) => ({ row: row.row_number, problems: row.problems as unknown as Problem[] })),
    total: rejected,
  }
}

/** The rejected rows as a file that can be corrected and imported again; streamed, however many there are. */
export const rejectsFile = async (db: Db, caller: Caller, id: string, query: FileQuery): Promise<FileReply> => {
  const row = await requireOwnImport(db, caller, id)
  const headers = row.headers as unknown as string[] | null
  if (!headers || row.rejected === 0) return fail('record.not_found')
  const { format, language } = query
  const header = rejectedHeader(headers, language)
  const name = row.file_name.replace(/\.[^.]*$/, '')
  const fileName = `${name}-${language === 'zh' ? '待改正' : 'to-correct'}.${format}`
  const rows = rejectedCells(db, row, headers, language)
  const bytes =
    format === 'csv'
      ? writeCsv(withHeader(header, rows))
      : writeXlsx({
          name,
          columns: header.map((each, i) => ({ header: each, width: i < headers.length ? 14 : 36 })),
          rows,
        })
  const contentType =
    format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { bytes: Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, contentType, fileName }
}

async function* withHeader(
  header: readonly OutCell[],
  rows: AsyncIterable<readonly OutCell[]>,
): AsyncGenerator<readonly OutCell[]> {
  yield header
  yield* rows
}

const ROWS_A_READ = 1000

async function* rejectedCells(
  db: Db,
  { branch_id: branchId, id }: ImportRow,
  headers: readonly string[],
  language: 'zh' | 'en',
): AsyncGenerator<readonly OutCell[]> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('import_reject')
      .select(['row_number', 'cells', 'problems'])
      .where('branch_id', '=', branchId)
      .where('import_id', '=', id)
      .where('row_number', '>', after)
      .orderBy('row_number')
      .limit(ROWS_A_READ)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    after = last.row_number
    for (const row of rows) {
      const given = { rowNumber: row.row_number, cells: row.cells as unknown as Cell[] }
      yield rejectedRow(headers, given, row.problems as unknown as Problem[], language)
    }
  }
}

/** What undoing left, with whose it is where the reader may know that. */
export const listLeft = async (
  db: Db,
  caller: Caller,
  id: string,
  limit: number,
): Promise<Reply<(typeof importEndpoints)['GET /api/imports/:id/left']>> => {
  await requireImport(db, caller, id)
  const rows = await db
    .selectFrom('import_effect as e')
    .leftJoin('customer as c', (on) =>
      on
        .onRef('c.branch_id', '=', 'e.branch_id')
        .on((eb) =>
          eb(
            eb.cast<string>('c.id', 'text'),
            '=',
            eb.fn<string>('split_part', ['e.entity_key', eb.val(' '), eb.lit(1)]),
          ),
        ),
    )
    .select(['e.entity', 'e.left_fields', 'e.row_number', 'c.id', 'c.name', 'c.code'])
    .where('e.branch_id', '=', caller.branchId)
    .where('e.import_id', '=', id)
    .where('e.left_fields', 'is not', null)
    .orderBy('e.row_number')
    .limit(limit)
    .execute()
  return {
    rows: rows.map((row) => ({
      entity: row.entity,
      customerId: row.id,
      name: row.name,
      code: row.code,
      fields: row.left_fields ?? [],
    })),
  }
}
