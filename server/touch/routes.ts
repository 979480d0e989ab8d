import type { touchEndpoints } from '#api/touch.ts'
import type { Handlers } from '#server/http/handler.ts'
import { promiseLedger, promisesOfCustomer } from './ledger.ts'
import { promisePaces } from './promise-paces.ts'
import { addPromise, makePromiseMove } from './promises.ts'

export const touchHandlers: Handlers<typeof touchEndpoints> = {
  'GET /api/promises': async ({ db, caller, clock, query }) => promiseLedger(db, caller, clock.now(), query),
  'GET /api/promises/paces': async ({ db, caller, clock }) => promisePaces(db, caller, clock.now()),
  'PUT /api/promises/:id': async ({ db, caller, clock, params, body }) =>
    addPromise(db, caller, clock.now(), params.id, body),
  'POST /api/promises/:id/moves': async ({ db, caller, clock, params, body }) =>
    makePromiseMove(db, caller, clock.now(), params.id, body),
  'GET /api/customers/:id/promises': async ({ db, caller, clock, params }) =>
    promisesOfCustomer(db, caller, clock.now(), params.id),
}
