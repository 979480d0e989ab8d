import type { relationshipEndpoints } from '#api/relationship.ts'
import type { Handlers } from '#server/http/handler.ts'
import { actWithCare, careOf, forgetThanks, noteThanks } from './care.ts'
import { noteStrain, ownWeek, writeGratitude } from './week.ts'

export const relationshipHandlers: Handlers<typeof relationshipEndpoints> = {
  'GET /api/customers/:id/care': async ({ db, caller, params }) => careOf(db, caller, params.id),
  'PUT /api/care-acts/:id': async ({ db, caller, clock, params, body }) =>
    actWithCare(db, caller, clock.now(), params.id, body),
  'PUT /api/thanks/:id': async ({ db, caller, clock, params, body }) =>
    noteThanks(db, caller, clock.now(), params.id, body),
  'DELETE /api/thanks/:id': async ({ db, caller, clock, params }) => forgetThanks(db, caller, clock.now(), params.id),
  'GET /api/me/week': async ({ db, caller, clock }) => ownWeek(db, caller, clock.now()),
  'PUT /api/me/gratitude/:id': async ({ db, caller, clock, params, body }) =>
    writeGratitude(db, caller, clock.now(), params.id, body),
  'PUT /api/me/strain/:runId': async ({ db, caller, clock, params, body }) =>
    noteStrain(db, caller, clock.now(), params.runId, body.level),
}
