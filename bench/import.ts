import { parse } from 'csv-parse'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Row } from '#domain/import/cell.ts'
import { findHeader } from '#domain/import/header.ts'
import { repeatRule } from '#domain/import/repeats.ts'
import { mappingFrom, type SuggestContext, suggestMapping } from '#domain/import/suggest.ts'
import { rowRule } from '#domain/import/validate.ts'
import { addDays } from '#domain/kernel/day.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { usualLimits } from '#server/adapters/sheet/limits.ts'
import { openSheet } from '#server/adapters/sheet/open-sheet.ts'
import type { OutCell } from '#server/adapters/sheet/out-cell.ts'
import { sourceOfFile } from '#server/adapters/sheet/source.ts'
import { writeCsv } from '#server/adapters/sheet/write-csv.ts'
import { writeXlsx } from '#server/adapters/sheet/write-xlsx.ts'
import { unzipped, zipEntries } from '#server/adapters/sheet/zip.ts'
import { print } from './measure.ts'

/** Reading and checking a big customer file, beside reading its bytes in the same run: `node bench/import.ts [rows]`. */
const ROWS = Number(process.argv[2] ?? 50_000)
const HEADERS = [
  '客户编号',
  '姓名',
  '手机号码',
  '入网日期',
  '生日',
  '客户经理',
  '1月账单',
  '2月账单',
  '3月账单',
  '累计消费',
  '套餐',
  '爱好',
]

const customers = function* (): Generator<OutCell[]> {
  const random = seededRandom(7)
  for (let i = 1; i <= ROWS; i += 1) {
    const bill = (): OutCell => ({ fen: Math.floor(random() * 50_000) })
    const day = addDays('2005-01-01', Math.floor(random() * 7000))
    yield [
      String(i).padStart(8, '0'),
      `客户${i}`,
      String(13_000_000_000 + Math.floor(random() * 999_999_999)),
      { day },
      { day: addDays(day, -9000) },
      `A${i % 500}`,
      bill(),
      bill(),
      bill(),
      { fen: 900_000 },
      '全球通188',
      '钓鱼',
    ]
  }
}

const context: SuggestContext = {
  target: 'customer',
  customerKind: 'person',
  today: '2026-11-22',
  year: 2026,
  billMonth: null,
}

const seconds = async (work: () => Promise<number>): Promise<{ seconds: number; rows: number }> => {
  const before = performance.now()
  const rows = await work()
  return { seconds: (performance.now() - before) / 1000, rows }
}

/** The floor: the same file's bytes, read in order. */
const readBytes = async (path: string): Promise<number> => {
  const file = await open(path)
  const buffer = new Uint8Array(256 * 1024)
  let bytes = 0
  for (let read = 1; read > 0; bytes += read) ({ bytesRead: read } = await file.read(buffer))
  await file.close()
  return bytes
}

/** The raw engine of the reader: csv-parse on the same file, or unpacking the sheet and no more. */
const rawEngine = async (path: string): Promise<number> => {
  let count = 0
  if (path.endsWith('.csv')) {
    for await (const _ of createReadStream(path).pipe(parse({ bom: true }))) count += 1
    return count
  }
  const source = await sourceOfFile(path)
  const entry = (await zipEntries(source)).get('xl/worksheets/sheet1.xml')
  if (entry) for await (const bytes of unzipped(source, entry, usualLimits)) count += bytes.length
  await source.close()
  return count
}

const readRows = async (path: string): Promise<number> => {
  const source = await sourceOfFile(path)
  let count = 0
  for await (const _ of (await openSheet(source)).rows()) count += 1
  await source.close()
  return count
}

const importFile = async (path: string): Promise<number> => {
  const source = await sourceOfFile(path)
  const sheet = await openSheet(source)
  const sample: Row[] = []
  for await (const row of sheet.rows()) if (sample.push(row) >= 200) break
  const header = findHeader(sample)
  if (!header.ok) throw new Error(header.error.code)
  const judge = rowRule(
    mappingFrom(suggestMapping(header.value.headers, sample.slice(1), context), context, 'bench'),
    context.today,
  )
  const repeats = repeatRule('客户编号')
  let good = 0
  for await (const row of sheet.rows()) {
    if (row.rowNumber <= header.value.rowNumber) continue
    const verdict = judge(row)
    if (verdict.ok && repeats(verdict.record).length === 0) good += 1
  }
  await source.close()
  if (good !== ROWS) throw new Error(`${good} of ${ROWS} rows were accepted`)
  return good
}

const folder = await mkdtemp(join(tmpdir(), 'weixi-bench-'))
try {
  const writers = {
    csv: () =>
      writeCsv(
        (function* () {
          yield HEADERS
          yield* customers()
        })(),
      ),
    xlsx: () => writeXlsx({ name: '客户', columns: HEADERS.map((header) => ({ header })), rows: customers() }),
  }
  for (const format of ['csv', 'xlsx'] as const) {
    const path = join(folder, `customers.${format}`)
    const written = await seconds(async () => {
      await pipeline(Readable.from(writers[format]()), createWriteStream(path))
      return ROWS
    })
    const { size } = await stat(path)
    const floor = await seconds(() => readBytes(path))
    const raw = await seconds(() => rawEngine(path))
    const rows = await seconds(() => readRows(path))
    const run = await seconds(() => importFile(path))
    const what = `${format} of ${ROWS} rows, ${(size / 1e6).toFixed(1)} MB`
    print(`reading ${what}`, rows.seconds, 's', { limit: raw.seconds })
    print(`reading and checking ${what}`, run.seconds, 's', { limit: floor.seconds })
    print(`${format} rows read and checked`, ROWS / run.seconds, 'rows/s')
    print(`${format} rows written`, ROWS / written.seconds, 'rows/s')
  }
} finally {
  await rm(folder, { recursive: true })
}
