import type { valueEndpoints } from '#api/value.ts'
import type { TierRules } from '#domain/portfolio/rules.ts'
import { inTransaction } from '#server/db/pool.ts'
import type { Handlers } from '#server/http/handler.ts'
import { askForRun, previewRules, saveRules, showRules } from './change-rules.ts'
import { explain } from './explain.ts'
import { freeze, showList, showLists } from './frozen.ts'
import { moved } from './moved.ts'
import { showValue } from './show-value.ts'
import { watch } from './watch.ts'

export const valueHandlers: Handlers<typeof valueEndpoints> = {
  'GET /api/value': ({ db, caller, query }) => showValue(db, caller, query),
  'GET /api/value/watch': ({ db, caller, query }) => watch(db, caller, query),
  'GET /api/value/moved': ({ db, caller, query }) => moved(db, caller, query),
  'GET /api/tier-rules': ({ db, caller }) => showRules(db, caller),
  'POST /api/tier-rules/preview': async ({ db, caller, body }) => previewRules(db, caller, body.rules as TierRules),
  'PUT /api/tier-rules/:number': ({ db, caller, clock, params, body }) =>
    saveRules(db, caller, clock.now(), params.number, body.rules as TierRules),
  'POST /api/standings/runs': async ({ db, caller, clock, body }) => ({
    jobId: await inTransaction(db, (trx) => askForRun(trx, caller, clock.now(), body.id)),
  }),
  'GET /api/customers/:id/tier': ({ db, caller, params }) => explain(db, caller, params.id),
  'GET /api/frozen-lists': ({ db, caller }) => showLists(db, caller),
  'GET /api/frozen-lists/:id': ({ db, caller, params }) => showList(db, caller, params.id),
  'PUT /api/frozen-lists/:id': ({ db, caller, clock, params, body }) =>
    freeze(db, caller, clock.now(), params.id, body),
}
