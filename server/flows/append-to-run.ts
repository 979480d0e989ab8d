import type { Received, Reply } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { appendEvents } from '#server/playbook/append.ts'
import { beginRun } from './begin-run.ts'
import { finishContact } from './finish-contact.ts'

type Append = (typeof playbookEndpoints)['POST /api/runs/:id/events']

/** Adds events to a run; once it is finished, files it in the same transaction, again when late words arrive. */
const appendToRun = async (
  db: Db,
  caller: Caller,
  now: Date,
  runId: string,
  events: Received<Append>['body']['events'],
): Promise<Reply<Append>> =>
  inTransaction(db, async (trx) => {
    const appended = await appendEvents(trx, caller, runId, events, now)
    const { accepted, refused, state, changed } = appended
    const filed = changed && state.finished ? await finishContact(trx, caller, now, appended) : null
    return { accepted, refused, filed }
  })

type Own = Pick<typeof playbookEndpoints, 'PUT /api/runs/:id' | 'POST /api/runs/:id/events'>

export const contactHandlers: Handlers<Own> = {
  'PUT /api/runs/:id': async ({ db, caller, clock, params, body }) =>
    beginRun(db, caller, clock.now(), params.id, body),
  'POST /api/runs/:id/events': async ({ db, caller, clock, params, body }) =>
    appendToRun(db, caller, clock.now(), params.id, body.events),
}
