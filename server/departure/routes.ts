import type { departureEndpoints } from '#api/departure.ts'
import type { Handlers } from '#server/http/handler.ts'
import { departureAhead, endEmployment } from './end.ts'
import { listDepartures, readCard, showDeparture } from './show.ts'

export const departureHandlers: Handlers<typeof departureEndpoints> = {
  'GET /api/departures': async ({ db, caller, clock }) => listDepartures(db, caller, clock.now()),
  'GET /api/departures/ahead/:staffId': async ({ db, caller, params }) => departureAhead(db, caller, params.staffId),
  'PUT /api/departures/:id': async ({ db, caller, clock, params, body }) =>
    endEmployment(db, caller, clock.now(), params.id, body),
  'GET /api/departures/:id': async ({ db, caller, clock, params }) => showDeparture(db, caller, clock.now(), params.id),
  'POST /api/departures/:id/cards/:customerId': async ({ db, caller, clock, params }) =>
    readCard(db, caller, clock.now(), params),
}
