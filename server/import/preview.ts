import type { Received, Reply } from '#api/endpoint.ts'
import type { importEndpoints } from '#api/import.ts'
import { shown } from '#domain/import/cell.ts'
import { applyTemplate, codePrefixOf, fingerprint, originalRowColumn, widened } from '#domain/import/mapping.ts'
import { mappingFrom, type SuggestContext, type Suggestion, suggestMapping } from '#domain/import/suggest.ts'
import type { Day } from '#domain/kernel/day.ts'
import { SheetError } from '#server/adapters/sheet/failure.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { fileOf, type ImportFolder } from './folder.ts'
import { openFile, type OpenedFile } from './file.ts'
import { type ImportRow, requireOwnImport } from './find.ts'
import { templateFor } from './template.ts'

type Preview = Reply<(typeof importEndpoints)['GET /api/imports/:id/preview']>
type Query = Received<(typeof importEndpoints)['GET /api/imports/:id/preview']>['query']

type Applied = ReturnType<typeof applyTemplate>

const SHOWN_ROWS = 20
const SHOWN_LENGTH = 200

/** What the file holds and how its columns would be taken, before anything is written. */
export const previewImport = async (
  db: Db,
  folder: ImportFolder,
  caller: Caller,
  today: Day,
  id: string,
  query: Query,
): Promise<Preview> => {
  const row = await requireOwnImport(db, caller, id)
  const file = await readable(folder, row, query)
  try {
    return await preview(db, caller, row, file, today, query)
  } finally {
    await file.close()
  }
}

const readable = async (folder: ImportFolder, row: ImportRow, query: Query): Promise<OpenedFile> => {
  try {
    return await openFile(fileOf(folder, row.branch_id, row.id), {
      bytes: row.file_bytes,
      sheet: query.sheet ?? null,
      target: query.target,
    })
  } catch (error) {
    if (error instanceof SheetError) return fail('rule.refused', { reasons: [error.said] })
    if ((error as { code?: string }).code === 'ENOENT')
      return fail('rule.refused', { reasons: [{ code: 'import.file-gone', params: {} }] })
    throw error
  }
}

const preview = async (
  db: Db,
  caller: Caller,
  row: ImportRow,
  file: OpenedFile,
  today: Day,
  query: Query,
): Promise<Preview> => {
  const context: SuggestContext = {
    target: query.target,
    customerKind: query.customerKind,
    today,
    year: query.year ?? Number(today.slice(0, 4)),
    billMonth: query.billMonth ?? null,
  }
  const suggestions = suggestMapping(file.headers, file.sample, context)
  const guessed = mappingFrom(suggestions, context, codePrefixOf(row.file_name))
  const kept = await templateFor(db, caller, query.target, fingerprint(file.headers))
  const applied = kept && withWiderTypes(applyTemplate(kept.template, file.headers), suggestions)
  const returned = originalRowColumn(guessed.columns) !== null
  const mapping = applied
    ? { ...applied.mapping, codePrefix: returned ? applied.mapping.codePrefix : guessed.codePrefix }
    : guessed
  return {
    format: file.sheet.format,
    encoding: file.sheet.encoding,
    sheetNames: file.sheet.sheetNames,
    sheetName: file.sheet.sheetName,
    headerRow: file.headerRow,
    rows: file.sample.slice(0, SHOWN_ROWS).map((each) => ({
      row: each.rowNumber,
      cells: file.headers.map((_, i) => ({
        text: shown(each.cells[i]).slice(0, SHOWN_LENGTH),
        risky: each.cells[i]?.type === 'text' && each.cells[i].risky === true,
      })),
    })),
    columns: suggestions.map((suggestion) => withKept(suggestion, applied?.mapping.columns[suggestion.position]?.role)),
    mapping: { ...mapping, columns: [...mapping.columns] },
    template: kept && applied ? { id: kept.id, name: kept.template.name, missing: applied.missing } : null,
    before: await sameFile(db, row),
  }
}

const withWiderTypes = (applied: Applied, suggestions: readonly Suggestion[]): Applied => {
  const columns = applied.mapping.columns.map((column) => {
    const guessed = suggestions[column.position]?.role
    return guessed ? { ...column, role: widened(column.role, guessed) } : column
  })
  return { ...applied, mapping: { ...applied.mapping, columns } }
}

/** A column whose role comes from a kept mapping says so. */
const withKept = (suggestion: Suggestion, role: Suggestion['role'] | undefined): Suggestion =>
  role === undefined ? suggestion : { ...suggestion, role, confidence: 1, why: { code: 'why.template', params: {} } }

const sameFile = async (db: Db, row: ImportRow): Promise<Preview['before']> => {
  const same = await db
    .selectFrom('import')
    .select(['id', 'finished_at'])
    .where('branch_id', '=', row.branch_id)
    .where('file_sha256', '=', row.file_sha256)
    .where('id', '<>', row.id)
    .where('state', '=', 'done')
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  return same?.finished_at ? { id: same.id, finishedAt: same.finished_at.toISOString() } : null
}
