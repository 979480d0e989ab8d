import pg from 'pg'
import { seededRandom } from '#domain/kernel/random.ts'
import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'
import { freshId } from '#server/db/id.ts'
import { systemClock } from '#server/http/clock.ts'
import { fileOf, importFolder } from '#server/import/folder.ts'
import { orderImport } from '#server/import/order.ts'
import { previewImport } from '#server/import/preview.ts'
import { importWork } from '#server/import/work.ts'
import { takeBytes } from '#server/import/upload.ts'
import { carryOut } from '#server/jobs/carry-out.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { print, seconds, withDatabase } from './measure.ts'

/** The whole path of a file of customers with three bills each, beside raw COPY of its rows: `node bench/import-path.ts [rows]`. */
const ROWS = Number(process.argv[2] ?? 20_000)
const HEADER = '客户编号,姓名,手机号码,入网日期,1月账单,2月账单,3月账单'
const names = ['李素珍', '单立人', '仇小明', '解放', '程一诺', '欧阳若兰']

const lines = function* (): Generator<string> {
  const random = seededRandom(7)
  const bill = (): string => (Math.floor(random() * 50_000) / 100).toFixed(2)
  for (let i = 1; i <= ROWS; i += 1) {
    // A number is one customer's: spread out, and none twice.
    const phone = 13_000_000_000 + ((i * 7919) % 999_999_999)
    yield `${String(i).padStart(8, '0')},${names[i % names.length]}${i},${phone},2019-03-02,${bill()},${bill()},${bill()}\n`
  }
}

/** The part of the driver's protocol that its types leave out. */
type CopyQuery = pg.Query & {
  handleCopyInResponse: (connection: { sendCopyFromChunk: (bytes: Buffer) => void; endCopyFrom: () => void }) => void
}

/** COPY as the driver lets us: the rows as they are, into a bare table. */
const copyIn = async (client: pg.ClientBase, table: string, rows: Iterable<string>): Promise<void> => {
  const copy = new pg.Query(`copy ${table} from stdin (format csv)`) as CopyQuery
  const ready = new Promise<void>((resolve, reject) => {
    copy.handleCopyInResponse = (connection) => {
      let piece = ''
      for (const row of rows) {
        piece += row
        if (piece.length < 64_000) continue
        connection.sendCopyFromChunk(Buffer.from(piece))
        piece = ''
      }
      connection.sendCopyFromChunk(Buffer.from(piece))
      connection.endCopyFrom()
    }
    copy.once('end', () => resolve())
    copy.once('error', reject)
  })
  client.query(copy)
  await ready
}

const WRITTEN = ['customer', 'customer_key', 'member', 'bill', 'import_effect', 'audit_event'] as const

/** The same rows into tables of the same columns, indexes and checks: what the engine alone needs, without foreign keys. */
const storedAgain = async (db: Db): Promise<void> => {
  for (const table of WRITTEN) {
    const twin = sql.table(`${table}_again`)
    await sql`create table ${twin} (like ${sql.table(table)} including all)`.execute(db)
    await sql`insert into ${twin} select * from ${sql.table(table)}`.execute(db)
  }
}

await withDatabase(async ({ db, pool, data }) => {
  const at = systemClock.now()
  const [unitId, staffId, id] = [freshId(at), freshId(at), freshId(at)]
  await db.insertInto('branch').values({ id: 1, name: '测', created_at: at }).execute()
  await db.insertInto('unit').values({ branch_id: 1, id: unitId, code: 'u', name: 'u' }).execute()
  const person = {
    branch_id: 1,
    id: staffId,
    code: 'gu',
    name: '顾一鸣',
    name_sort: 'gu',
    short_name: '顾',
    roles: ['lead' as const],
    unit_id: unitId,
  }
  await db.insertInto('staff').values(person).execute()
  const caller = await seatOfStaff(db, 1, staffId)
  if (!caller) throw new Error('nobody imports')
  const folder = importFolder(data)
  const content = `${HEADER}\n${[...lines()].join('')}`
  const bytes = Buffer.byteLength(content)
  const raw = await pool.connect()
  await raw.query(
    'create table raw_copy (code text, name text, phone text, since date, a numeric, b numeric, c numeric)',
  )
  const floor = await seconds(() => copyIn(raw, 'raw_copy', lines()))
  raw.release()
  const part = { name: 'customers.csv', bytes, offset: 0 }
  const upload = await seconds(() => takeBytes(db, folder, caller, at, id, part, new Blob([content]).stream()))
  const { mapping } = await previewImport(db, folder, caller, '2026-11-22', id, {
    target: 'customer',
    customerKind: 'person',
    year: 2026,
  })
  const { jobId } = await orderImport(db, caller, at, '2026-11-22', id, 'run', {
    mapping,
    mode: 'both',
    sheet: null,
    keeperId: null,
  })
  const carrier = {
    db,
    clock: systemClock,
    works: { import: importWork(folder) },
    onError: (error: unknown) => console.error(error),
  }
  const ordered = (act: string, job: string) => ({
    branchId: 1,
    id: job,
    name: 'import',
    payload: { importId: id, act },
  })
  const run = await seconds(() => carryOut(carrier, ordered('run', jobId)))
  const { created } = await db.selectFrom('import').select('created').where('id', '=', id).executeTakeFirstOrThrow()
  if (created !== ROWS) throw new Error(`${created} of ${ROWS} rows came in; ${fileOf(folder, 1, id)}`)
  const again = await seconds(() => storedAgain(db))
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  print(`import: taking ${size}`, upload, 's')
  print(`import: ${ROWS} customers with three bills each`, run, 's', { limit: floor })
  print('import: beside the engine storing those rows again with their indexes', run, 's', { limit: again })
  print('import rows', ROWS / run, 'rows/s', { limit: ROWS / floor, ratio: run / floor })
  print('import: memory after', process.memoryUsage().rss / 2 ** 20, 'MB resident')
})
