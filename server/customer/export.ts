import { ReadableStream as WebStream } from 'node:stream/web'
import type { customerActEndpoints } from '#api/customer-acts.ts'
import type { Received } from '#api/endpoint.ts'
import { dossierEn } from '#domain/customer/dossier.en.ts'
import { dossierZh } from '#domain/customer/dossier.zh.ts'
import { type ExportColumn, exportColumns, exportHeads } from '#domain/customer/export-columns.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { OutCell } from '#server/adapters/sheet/out-cell.ts'
import { writeCsv } from '#server/adapters/sheet/write-csv.ts'
import { writeXlsx } from '#server/adapters/sheet/write-xlsx.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { markRow } from '#server/staff/mark.ts'
import { countCustomers, listCustomers } from './list.ts'

type Query = Received<(typeof customerActEndpoints)['GET /api/customers/export']>['query']
type Line = Awaited<ReturnType<typeof listCustomers>>['rows'][number]

const ROWS_AT_ONCE = 200

/** A list as a file, in the order of the screen. What the reader may export is counted and written down before the first byte leaves. */
export const exportCustomers = async (
  db: Db,
  caller: Caller,
  moment: { at: Date; today: Day },
  query: Query,
): Promise<FileReply> => {
  const { format, language, ids, sort, dir, ...filter } = query
  const picked = ids ? new Set(ids.split(',')) : null
  const count = picked?.size ?? (await countCustomers(db, caller, moment.today, filter, 'customer.export'))
  await audit(db, caller.branchId, caller.staffId, moment.at, {
    action: 'customer.exported',
    entity: 'customer',
    params: { count, format, filter: JSON.stringify(filter) },
  })
  const labels = language === 'zh' ? dossierZh : dossierEn
  const heads = exportColumns.map((column) => exportHeads[language][column])
  const rows = linesOf(db, caller, moment.today, { sort, dir, ...filter }, picked)
  const mark = await markRow(db, caller, moment.at, language)
  const cells = withMark(cellRows(rows, caller.timeZone, labels.kinds), mark)
  const name = `${language === 'zh' ? '客户' : 'customers'}-${moment.today}.${format}`
  if (format === 'csv')
    return { bytes: stream(writeCsv(withHead(heads, cells))), contentType: 'text/csv; charset=utf-8', fileName: name }
  const columns = heads.map((header) => ({ header }))
  return {
    bytes: stream(writeXlsx({ name: language === 'zh' ? '客户' : 'Customers', columns, rows: cells })),
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: name,
  }
}

const stream = (pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  WebStream.from(pieces) as ReadableStream<Uint8Array>

async function* withHead(heads: string[], rows: AsyncGenerator<OutCell[]>): AsyncGenerator<OutCell[]> {
  yield heads
  yield* rows
}

async function* withMark(rows: AsyncGenerator<OutCell[]>, mark: OutCell[]): AsyncGenerator<OutCell[]> {
  yield* rows
  yield mark
}

type ListQuery = Omit<Query, 'format' | 'language' | 'ids'>

async function* linesOf(
  db: Db,
  caller: Caller,
  today: Day,
  query: ListQuery,
  picked: ReadonlySet<string> | null,
): AsyncGenerator<Line> {
  let cursor: string | undefined
  do {
    const page = await listCustomers(
      db,
      caller,
      today,
      { ...query, limit: ROWS_AT_ONCE, ...(cursor ? { cursor } : {}) },
      'customer.export',
    )
    yield* picked ? page.rows.filter(({ id }) => picked.has(id)) : page.rows
    cursor = page.next ?? undefined
  } while (cursor)
}

async function* cellRows(
  lines: AsyncGenerator<Line>,
  timeZone: string,
  kinds: Readonly<Record<Line['kind'], string>>,
): AsyncGenerator<OutCell[]> {
  for await (const line of lines) {
    const cells: Record<ExportColumn, OutCell> = {
      code: line.code,
      kind: kinds[line.kind],
      name: line.name,
      addressForm: line.addressForm,
      tier: line.tier,
      paid12: line.paid12Fen === null ? null : { fen: line.paid12Fen },
      risk: line.risk === null ? null : Math.round(line.risk * 1000) / 1000,
      phone: line.phone,
      manager: line.manager?.name ?? null,
      backup: line.backup?.name ?? null,
      officialLevel: line.officialLevel,
      since: line.since === null ? null : { day: line.since },
      lastTouch: line.lastTouchAt === null ? null : { day: dayIn(new Date(line.lastTouchAt), timeZone) },
      openPromises: line.openPromises,
      tags: line.tags.join('、'),
    }
    yield exportColumns.map((column) => cells[column])
  }
}
