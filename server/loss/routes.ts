import type { lossEndpoints } from '#api/loss.ts'
import type { Handlers } from '#server/http/handler.ts'
import { writeLine } from './line.ts'
import { markLeft, unmarkLeft } from './mark.ts'
import { lossesOfCustomer, reviewLosses } from './show.ts'
import { forgetTalk, noteTalk } from './talks.ts'

export const lossHandlers: Handlers<typeof lossEndpoints> = {
  'GET /api/losses': async ({ db, caller, clock, query }) => reviewLosses(db, caller, clock.now(), query),
  'GET /api/customers/:id/losses': async ({ db, caller, clock, params }) =>
    lossesOfCustomer(db, caller, clock.now(), params.id),
  'PUT /api/losses/:id': async ({ db, caller, clock, params, body }) =>
    markLeft(db, caller, clock.now(), params.id, body),
  'DELETE /api/losses/:id': async ({ db, caller, clock, params }) => unmarkLeft(db, caller, clock.now(), params.id),
  'PUT /api/losses/:id/lines/:lineId': async ({ db, caller, clock, params, body }) =>
    writeLine(db, caller, clock.now(), { lossId: params.id, lineId: params.lineId, ...body }),
  'PUT /api/losses/:id/talks/:talkId': async ({ db, caller, clock, params, body }) =>
    noteTalk(db, caller, clock.now(), params, body),
  'DELETE /api/losses/:id/talks/:talkId': async ({ db, caller, clock, params }) =>
    forgetTalk(db, caller, clock.now(), params),
}
