import { isExportMark } from '#domain/import/mark.ts'
import type { Row } from '#domain/import/cell.ts'
import { findHeader } from '#domain/import/header.ts'
import { isKnownHeader } from '#domain/import/suggest.ts'
import type { TargetKind } from '#domain/import/field.ts'
import { SheetError } from '#server/adapters/sheet/failure.ts'
import { openSheet, type Sheet } from '#server/adapters/sheet/open-sheet.ts'
import { type Source, sourceOfFile } from '#server/adapters/sheet/source.ts'

/** How far down the header is looked for and the columns are judged. */
const SAMPLE = 200

export type OpenedFile = {
  sheet: Sheet
  headerRow: number
  headers: string[]
  /** The first rows below the header. */
  sample: Row[]
  /** All rows below the header; each call reads the file anew. */
  rows: () => AsyncGenerator<Row>
  close: () => Promise<void>
}

type Wanted = { bytes: number; sheet: string | null; target: TargetKind; headerRow?: number | null }

/** Opens an uploaded file and finds its header. Throws `SheetError` for a file that cannot be read. */
export const openFile = async (path: string, wanted: Wanted): Promise<OpenedFile> => {
  const source = await sourceOfFile(path)
  try {
    return await opened(source, wanted)
  } catch (error) {
    await source.close()
    throw error
  }
}

const opened = async (source: Source, wanted: Wanted): Promise<OpenedFile> => {
  const sheet = await openSheet(source, {
    expectedBytes: wanted.bytes,
    ...(wanted.sheet === null ? {} : { sheet: wanted.sheet }),
  })
  const first: Row[] = []
  for await (const row of sheet.rows()) if (!isExportMark(row.cells) && first.push(row) >= SAMPLE) break
  const header = findHeader(first, isKnownHeader(wanted.target))
  if (!header.ok) throw new SheetError(header.error)
  const headerRow = wanted.headerRow ?? header.value.rowNumber
  const rows = async function* (): AsyncGenerator<Row> {
    for await (const row of sheet.rows()) if (row.rowNumber > headerRow && !isExportMark(row.cells)) yield row
  }
  return {
    sheet,
    headerRow,
    headers: header.value.headers,
    sample: first.filter((row) => row.rowNumber > headerRow),
    rows,
    close: source.close,
  }
}
