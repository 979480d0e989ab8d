import type { auditEndpoints } from '#api/audit.ts'
import type { Reply } from '#api/endpoint.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Handlers } from '#server/http/handler.ts'
import { askForJob } from '#server/jobs/ask.ts'
import { CHECKING } from './check.ts'
import { logChoices, readLog } from './log.ts'

type Endpoints = typeof auditEndpoints

/** The log and its chain; the file of it is written where all lists leave as files. */
export const auditHandlers: Handlers<Omit<Endpoints, 'GET /api/audit/file'>> = {
  'GET /api/audit': ({ db, caller, query }) => readLog(db, caller, query),
  'GET /api/audit/choices': ({ db, caller }) => logChoices(db, caller),
  'GET /api/audit/chain': ({ db, caller }) => chainNow(db, caller.branchId),
  'POST /api/audit/checks': async ({ db, caller, clock, body }) => ({
    jobId: await inTransaction(db, (trx) =>
      askForJob(trx, caller.branchId, clock.now(), { name: CHECKING, askedBy: caller.staffId, id: body.id }),
    ),
  }),
}

const chainNow = async (db: Db, branchId: number): Promise<Reply<Endpoints['GET /api/audit/chain']>> => {
  const seals = db.selectFrom('audit_seal').where('branch_id', '=', branchId)
  const sums = await seals.select((eb) => eb.fn.sum<number>('rows').as('rows')).executeTakeFirst()
  const last = await seals.selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
  const waiting = await db
    .selectFrom('audit_event')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('branch_id', '=', branchId)
    .where('seal', 'is', null)
    .executeTakeFirst()
  return {
    seals: last?.number ?? 0,
    rows: sums?.rows ?? 0,
    unsealed: waiting?.rows ?? 0,
    head: last?.hash ?? null,
    sealedAt: last?.sealed_at.toISOString() ?? null,
  }
}
