import type { outletEndpoints } from '#api/outlet.ts'
import type { pointsEndpoints } from '#api/points.ts'
import type { Clock } from '#server/http/clock.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { evaluationPart, formatsOf, marketNotePart, marketNotes, outletOf } from './outlet.ts'
import { writePart } from './parts.ts'
import { customerPoints, pointsPart } from './points.ts'

const momentOf = (clock: Clock, caller: Caller) => ({ at: clock.now(), today: clock.today(caller.timeZone) })

/** What one trade keeps about its customers beside the common file: points of a network, levels and market notes of outlets. */
export const craftHandlers: Handlers<typeof pointsEndpoints & typeof outletEndpoints> = {
  'GET /api/customers/:id/points': async ({ db, caller, clock, params }) =>
    customerPoints(db, caller, params.id, clock.today(caller.timeZone)),
  'PUT /api/customers/:id/points/:partId': async ({ db, caller, clock, params, body }) =>
    writePart(db, caller, momentOf(clock, caller), pointsPart, params.id, params.partId, body),
  'GET /api/customers/:id/outlet': async ({ db, caller, params }) => outletOf(db, caller, params.id),
  'PUT /api/customers/:id/evaluations/:partId': async ({ db, caller, clock, params, body }) =>
    writePart(db, caller, momentOf(clock, caller), evaluationPart, params.id, params.partId, body),
  'PUT /api/customers/:id/market-notes/:partId': async ({ db, caller, clock, params, body }) =>
    writePart(db, caller, momentOf(clock, caller), marketNotePart, params.id, params.partId, body),
  'GET /api/outlets/formats': async ({ db, caller }) => formatsOf(db, caller),
  'GET /api/outlets/market-notes': async ({ db, caller, query }) => marketNotes(db, caller, query),
}
