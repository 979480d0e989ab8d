import type { handOverEndpoints } from '#api/hand-over.ts'
import type { worklistEndpoints } from '#api/worklist.ts'
import type { Handlers } from '#server/http/handler.ts'
import { countsFor } from './counts.ts'
import { askForHelp, moveAsked, showHandOvers } from './hand-overs.ts'
import { helpersFor } from './helpers.ts'
import { showToday } from './show-today.ts'

type Deciding = 'PUT /api/today/decisions/:id' | 'DELETE /api/today/decisions/:id'

/** Deciding about a row also moves promises, so it is a flow of its own. */
export const worklistHandlers: Handlers<Omit<typeof worklistEndpoints, Deciding>> = {
  'GET /api/today': async ({ db, caller, clock, query }) => showToday(db, caller, clock.now(), query.most),
  'GET /api/counts': async ({ db, caller, clock }) => countsFor(db, caller, clock.now()),
  'GET /api/today/helpers/:customerId': async ({ db, caller, clock, params }) => ({
    helpers: await helpersFor(db, caller, params.customerId, clock.today(caller.timeZone)),
  }),
}

export const handOverHandlers: Handlers<typeof handOverEndpoints> = {
  'GET /api/handovers': async ({ db, caller, clock }) => showHandOvers(db, caller, clock.now()),
  'PUT /api/handovers/:id': async ({ db, caller, clock, params, body }) => {
    await askForHelp(db, caller, clock.now(), params.id, body)
    return { id: params.id }
  },
  'POST /api/handovers/:id/moves': async ({ db, caller, clock, params, body }) =>
    moveAsked(db, caller, clock.now(), params.id, body.move, body.text),
}
