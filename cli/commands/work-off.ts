import { carryOut } from '#server/jobs/carry-out.ts'
import type { Payload } from '#server/jobs/task.ts'
import { worksFor } from '#server/works.ts'
import { wordsIn } from '../words.ts'
import type { Desk } from './import-desk.ts'

const LOOK_EVERY_MS = 300

/** Does the job here, unless a running server has taken it already; then waits for the server. Tells how far it is meanwhile. */
export const workOff = async (desk: Desk, importId: string, jobId: string): Promise<void> => {
  const { db, clock, data, caller } = desk
  const mine = await db
    .updateTable('outbox')
    .set({ sent_at: clock.now() })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', jobId)
    .where('sent_at', 'is', null)
    .returning(['job', 'payload'])
    .executeTakeFirst()
  const done = tellProgress(desk, importId)
  try {
    if (!mine) return await serverDid(desk, jobId)
    const carrier = { db, clock, works: worksFor(data), onError: (error: unknown) => console.error(error) }
    await carryOut(carrier, { branchId: caller.branchId, id: jobId, name: mine.job, payload: mine.payload as Payload })
  } finally {
    done()
  }
}

const serverDid = async ({ db, caller }: Desk, jobId: string): Promise<void> => {
  for (;;) {
    const job = await db
      .selectFrom('job')
      .select('finished_at')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', jobId)
      .executeTakeFirst()
    if (!job || job.finished_at) return
    await new Promise((next) => setTimeout(next, LOOK_EVERY_MS))
  }
}

/** One line that counts up, where somebody looks at a terminal; returns how to end it. */
const tellProgress = ({ db, caller, language }: Desk, importId: string): (() => void) => {
  if (!process.stderr.isTTY) return () => undefined
  const words = wordsIn(language)
  const look = async (): Promise<void> => {
    const row = await db
      .selectFrom('import')
      .select('rows_read')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', importId)
      .executeTakeFirst()
    process.stderr.write(`\r${words.progress((row?.rows_read ?? 0).toLocaleString('en'))} `)
  }
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    process.stderr.write('\r\u001B[K')
  }
}
