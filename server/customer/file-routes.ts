import type { customerFileEndpoints } from '#api/customer-file.ts'
import type { touchLogEndpoints } from '#api/touch-log.ts'
import type { Clock } from '#server/http/clock.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { customerFile } from './file.ts'
import { groupOf } from './group-of.ts'
import { customerHistory, restoreField } from './history.ts'
import { parts, writePart } from './parts.ts'
import { reveal } from './reveal.ts'
import { customerBills, customerStanding, openWith } from './standing.ts'
import { recordTouch, sayFinding, touchLog } from './touches.ts'

const momentOf = (clock: Clock, caller: Caller) => ({ at: clock.now(), today: clock.today(caller.timeZone) })

/** What stands under one customer; a consent given brings rows of Today back, so it is a flow of its own. */
export const customerFileHandlers: Handlers<
  Omit<typeof customerFileEndpoints, 'PUT /api/customers/:id/consents/:purpose'> & typeof touchLogEndpoints
> = {
  'GET /api/customers/:id/file': async ({ db, caller, params }) => customerFile(db, caller, params.id),
  'PUT /api/customers/:id/people/:partId': async ({ db, caller, clock, params, body }) =>
    writePart(db, caller, momentOf(clock, caller), parts.people, params.id, params.partId, body),
  'PUT /api/customers/:id/members/:partId': async ({ db, caller, clock, params, body }) =>
    writePart(db, caller, momentOf(clock, caller), parts.members, params.id, params.partId, body),
  'PUT /api/customers/:id/holdings/:partId': async ({ db, caller, clock, params, body }) =>
    writePart(db, caller, momentOf(clock, caller), parts.holdings, params.id, params.partId, body),
  'PUT /api/customers/:id/sightings/:partId': async ({ db, caller, clock, params, body }) =>
    writePart(db, caller, momentOf(clock, caller), parts.sightings, params.id, params.partId, body),
  'PUT /api/customers/:id/wishes/:partId': async ({ db, caller, clock, params, body }) =>
    writePart(db, caller, momentOf(clock, caller), parts.wishes, params.id, params.partId, body),
  'GET /api/customers/:id/history': async ({ db, caller, params, query }) =>
    customerHistory(db, caller, params.id, query.limit),
  'POST /api/customers/:id/restore': async ({ db, caller, clock, params, body }) =>
    restoreField(db, caller, clock.now(), params.id, body),
  'POST /api/customers/:id/reveal': async ({ db, caller, clock, params, body }) =>
    reveal(db, caller, clock.now(), params.id, body.what, body.reason),
  'GET /api/customers/:id/group': async ({ db, caller, params }) => groupOf(db, caller, params.id),
  'GET /api/customers/:id/bills': async ({ db, caller, params }) => customerBills(db, caller, params.id),
  'GET /api/customers/:id/standing': async ({ db, caller, params }) => customerStanding(db, caller, params.id),
  'GET /api/customers/:id/open': async ({ db, caller, clock, params }) =>
    openWith(db, caller, params.id, clock.now(), clock.today(caller.timeZone)),
  'GET /api/customers/:id/touches': async ({ db, caller, params, query }) => touchLog(db, caller, params.id, query),
  'PUT /api/customers/:id/touches/:touchId/finding': async ({ db, caller, clock, params, body }) =>
    sayFinding(db, caller, clock.now(), params.id, params.touchId, body.finding),
  'PUT /api/customers/:id/touches/:touchId': async ({ db, caller, clock, params, body }) =>
    recordTouch(db, caller, clock.now(), params.id, params.touchId, body),
}
