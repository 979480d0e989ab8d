import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { explained } from '#domain/import/rejected.ts'
import { saidLine } from './said-line.ts'
import { DatabaseTrouble } from '#server/db/trouble.ts'
import { openDatabase } from '#server/db/open.ts'
import type { Db } from '#server/db/pool.ts'
import { freshId } from '#server/db/id.ts'
import { envOfProcess } from '#server/env.ts'
import { clockOf } from '#server/http/branch-clock.ts'
import type { Clock } from '#server/http/clock.ts'
import { Failure } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { importFolder } from '#server/import/folder.ts'
import { requireImport } from '#server/import/find.ts'
import { orderImport } from '#server/import/order.ts'
import { previewImport } from '#server/import/preview.ts'
import { listProblems } from '#server/import/rejects.ts'
import { takeBytes } from '#server/import/upload.ts'
import { carryOut } from '#server/jobs/carry-out.ts'
import type { Payload } from '#server/jobs/task.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { worksFor } from '#server/works.ts'

export const importHelp = `weixi import 文件 FILE --as 工号 STAFF-CODE

  --as CODE                    以谁的名义导入                  whose import it is
  --target customer            customer, bill, order, touch, attribute
  --kind person                person, group, outlet, mixed
  --mode both                  both, create, update
  --sheet NAME                 工作表                          the sheet of a workbook
  --dry-run                    只试运行，什么也不写            count only, write nothing
`

const options = {
  as: { type: 'string' },
  target: { type: 'string', default: 'customer' },
  kind: { type: 'string', default: 'person' },
  mode: { type: 'string', default: 'both' },
  sheet: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  from: { type: 'string', default: '.' },
} as const

const targets = ['customer', 'bill', 'order', 'touch', 'attribute'] as const
const kinds = ['person', 'group', 'outlet', 'mixed'] as const
const modes = ['both', 'create', 'update'] as const

const oneOf = <T extends string>(all: readonly T[], text: string): T | null => all.find((one) => one === text) ?? null

/** Imports a file as somebody, beside a running server or without one. Exit code 0 when all is well, 1 when refused, 2 when misread. */
export const importCommand = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file] = positionals
  const [target, kind, mode] = [oneOf(targets, values.target), oneOf(kinds, values.kind), oneOf(modes, values.mode)]
  if (!file || !values.as || !target || !kind || !mode) {
    console.error(importHelp)
    return 2
  }
  const env = envOfProcess()
  try {
    const database = await openDatabase(env, { attach: true })
    try {
      const clock = await clockOf(database.db)
      const caller = await callerCalled(database.db, values.as)
      const order = {
        target,
        kind,
        mode,
        sheet: values.sheet ?? null,
        act: values['dry-run'] ? 'check' : 'run',
      } as const
      return await imported({ db: database.db, clock, caller, data: env.data }, path.resolve(values.from, file), order)
    } finally {
      await database.close()
    }
  } catch (error) {
    console.error(lineOf(error))
    return 1
  }
}

type Desk = { db: Db; clock: Clock; caller: Caller; data: string }
type Order = {
  target: (typeof targets)[number]
  kind: (typeof kinds)[number]
  mode: (typeof modes)[number]
  sheet: string | null
  act: 'check' | 'run'
}

const imported = async (desk: Desk, file: string, order: Order): Promise<number> => {
  const { db, clock, caller, data } = desk
  const folder = importFolder(data)
  const id = freshId(clock.now())
  const { size } = await stat(file)
  const bytes = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const part = { name: path.basename(file), bytes: size, offset: 0 }
  await takeBytes(db, folder, caller, clock.now(), id, part, bytes)
  const today = clock.today(caller.timeZone)
  const { target, kind: customerKind, sheet, mode } = order
  const seen = await previewImport(db, folder, caller, today, id, {
    target,
    customerKind,
    ...(sheet === null ? {} : { sheet }),
  })
  const { jobId } = await orderImport(db, caller, clock.now(), today, id, order.act, {
    mapping: seen.mapping,
    mode,
    sheet,
    keeperId: null,
  })
  await doneBy(desk, jobId)
  const row = await requireImport(db, caller, id)
  const { created, updated, unchanged, rejected } = row
  console.log(`新建 ${created}  更新 ${updated}  没有变化 ${unchanged}  退回 ${rejected}`)
  if (row.problem) console.error(saidLine(row.problem as Parameters<typeof saidLine>[0]))
  for (const { row: number, problems } of (await listProblems(db, caller, id, 20)).rows)
    for (const problem of problems) {
      const told = explained(problem as Parameters<typeof explained>[0], 'zh')
      console.error(`${number}  ${told.field}  ${told.problem}。${told.remedy}`)
    }
  return row.problem === null ? 0 : 1
}

/** Does the job here, unless a running server has taken it already; then waits for the server. */
const doneBy = async ({ db, clock, data, caller }: Desk, jobId: string): Promise<void> => {
  const mine = await db
    .updateTable('outbox')
    .set({ sent_at: clock.now() })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', jobId)
    .where('sent_at', 'is', null)
    .returning(['job', 'payload'])
    .executeTakeFirst()
  if (mine) {
    const carrier = { db, clock, works: worksFor(data), onError: (error: unknown) => console.error(error) }
    const ordered = { branchId: caller.branchId, id: jobId, name: mine.job, payload: mine.payload as Payload }
    return carryOut(carrier, ordered)
  }
  for (;;) {
    const job = await db.selectFrom('job').select(['finished_at']).where('id', '=', jobId).executeTakeFirst()
    if (!job || job.finished_at) return
    await new Promise((next) => setTimeout(next, 300))
  }
}

const callerCalled = async (db: Db, code: string): Promise<Caller> => {
  const person = await db.selectFrom('staff').select(['branch_id', 'id']).where('code', '=', code).executeTakeFirst()
  const caller = person && (await seatOfStaff(db, person.branch_id, person.id))
  if (!caller) throw new Failure('record.not_found')
  return caller
}

const lineOf = (error: unknown): string => {
  if (error instanceof DatabaseTrouble) return error.say('zh')
  if (!(error instanceof Failure)) return String(error)
  return error.detail.reasons?.map(saidLine).join('\n') ?? error.code
}
