import type { eventEndpoints } from '#api/event.ts'
import type { Handlers } from '#server/http/handler.ts'
import { candidatesFor } from './candidates.ts'
import { callOff, takeBackCallOff } from './call-off.ts'
import { putEvent } from './events.ts'
import { listGuest, moveGuestByHand, strikeGuest } from './guests.ts'
import { eventsOfCustomer, listEvents, requireEvent, showEvent } from './show.ts'

export const eventHandlers: Handlers<typeof eventEndpoints> = {
  'GET /api/events': async ({ db, caller, clock, query }) => listEvents(db, caller, clock.now(), query.show),
  'GET /api/events/:id': async ({ db, caller, params }) => showEvent(db, caller, params.id),
  'PUT /api/events/:id': async ({ db, caller, clock, params, body }) =>
    putEvent(db, caller, clock.now(), params.id, body),
  'POST /api/events/:id/call-off': async ({ db, caller, clock, params, body }) =>
    callOff(db, caller, clock.now(), params.id, body.baseVersion),
  'DELETE /api/events/:id/call-off': async ({ db, caller, clock, params }) =>
    takeBackCallOff(db, caller, clock.now(), params.id),
  'GET /api/events/:id/candidates': async ({ db, caller, clock, params, query }) =>
    candidatesFor(db, caller, clock.now(), await requireEvent(db, caller, params.id), query),
  'PUT /api/events/:id/guests/:guestId': async ({ db, caller, clock, params, body }) =>
    listGuest(db, caller, clock.now(), params, body.customerId),
  'DELETE /api/events/:id/guests/:guestId': async ({ db, caller, clock, params }) =>
    strikeGuest(db, caller, clock.now(), params),
  'POST /api/events/:id/guests/:guestId/moves': async ({ db, caller, clock, params, body }) =>
    moveGuestByHand(db, caller, clock.now(), params, body),
  'GET /api/customers/:id/events': async ({ db, caller, params }) => eventsOfCustomer(db, caller, params.id),
}
