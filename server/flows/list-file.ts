import { ReadableStream as WebStream } from 'node:stream/web'
import { sql } from 'kysely'
import { type ListName, listHeads } from '#domain/insight/list-heads.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { OutCell } from '#server/adapters/sheet/out-cell.ts'
import { writeCsv } from '#server/adapters/sheet/write-csv.ts'
import { writeXlsx } from '#server/adapters/sheet/write-xlsx.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller, FileReply } from '#server/http/handler.ts'
import { markRow } from '#server/staff/mark.ts'

/** A line with the customer it is about; one about somebody the reader may not know (`null`) is left out, one about no customer stays. */
export type FileLine = { customerId: string | null | undefined; cells: OutCell[] }

type Asked = {
  db: Db
  caller: Caller
  at: Date
  list: ListName
  format: 'xlsx' | 'csv'
  language: Language
  search: object
}

type Lines = { rows: FileLine[]; next: string | null }

/** More than anybody reads; a list beyond it says so by its length in the log. */
export const MOST_LINES = 50_000

/**
 * A list as a file: read page by page as the screen reads it, kept to customers the reader may export, and written down with what
 * was asked and how much it was before the first byte leaves.
 */
export const listFile = async (asked: Asked, page: (cursor: string | null) => Promise<Lines>): Promise<FileReply> => {
  const { db, caller, at, list, format, language, search } = asked
  const rows: OutCell[][] = []
  let cursor: string | null = null
  do {
    const read: Lines = await page(cursor)
    rows.push(...(await mayLeave(db, caller, read.rows)))
    cursor = read.next
  } while (cursor !== null && rows.length < MOST_LINES)
  await audit(db, caller.branchId, caller.staffId, at, {
    action: 'list.exported',
    entity: list,
    params: { count: rows.length, format, search: JSON.stringify(search) },
  })
  const [name, ...heads] = listHeads[list][language]
  rows.push(await markRow(db, caller, at, language))
  const fileName = `${name}-${dayIn(at, caller.timeZone)}.${format}`
  if (format === 'csv')
    return { bytes: stream(writeCsv([heads, ...rows])), contentType: 'text/csv; charset=utf-8', fileName }
  const columns = heads.map((header) => ({ header, width: 18 }))
  return {
    bytes: stream(writeXlsx({ name, columns, rows })),
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName,
  }
}

/** Who may read a list may not always take it along: a VIP desk reads its unit, and exports its own. */
const mayLeave = async (db: Db, caller: Caller, lines: readonly FileLine[]): Promise<OutCell[][]> => {
  const ids = [...new Set(lines.flatMap(({ customerId }) => customerId ?? []))]
  const those = await customersWithin(db, caller, 'customer.export')
    .where('customer.id', '=', sql<string>`any(${ids}::uuid[])`)
    .select('customer.id')
    .execute()
  const open = new Set(those.map(({ id }) => id))
  return lines
    .filter(({ customerId }) => customerId === undefined || (customerId !== null && open.has(customerId)))
    .map(({ cells }) => cells)
}

const stream = (pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  WebStream.from(pieces) as ReadableStream<Uint8Array>
