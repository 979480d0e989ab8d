import type { caseEndpoints } from '#api/case.ts'
import type { Handlers } from '#server/http/handler.ts'
import { addCase, makeCaseMove } from './commands.ts'
import { caseLedger, casesOfCustomer } from './ledger.ts'

export const caseHandlers: Handlers<typeof caseEndpoints> = {
  'GET /api/cases': async ({ db, caller, clock, query }) => caseLedger(db, caller, clock.now(), query),
  'PUT /api/cases/:id': async ({ db, caller, clock, params, body }) =>
    addCase(db, caller, clock.now(), params.id, body),
  'POST /api/cases/:id/moves': async ({ db, caller, clock, params, body }) =>
    makeCaseMove(db, caller, clock.now(), params.id, body),
  'GET /api/customers/:id/cases': async ({ db, caller, clock, params }) =>
    casesOfCustomer(db, caller, clock.now(), params.id),
}
