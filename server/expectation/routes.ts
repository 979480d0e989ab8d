import type { expectationEndpoints } from '#api/expectation.ts'
import type { Handlers } from '#server/http/handler.ts'
import { addExpectation, describeExpectation, makeExpectationMove, rankExpectations } from './commands.ts'
import { expectationLedger, expectationsOfCustomer } from './ledger.ts'

export const expectationHandlers: Handlers<typeof expectationEndpoints> = {
  'GET /api/expectations': async ({ db, caller, query }) => expectationLedger(db, caller, query),
  'PUT /api/expectations/:id': async ({ db, caller, clock, params, body }) =>
    addExpectation(db, caller, clock.now(), clock.today(caller.timeZone), params.id, body),
  'PATCH /api/expectations/:id': async ({ db, caller, clock, params, body }) =>
    describeExpectation(db, caller, clock.now(), params.id, body),
  'POST /api/expectations/:id/moves': async ({ db, caller, clock, params, body }) =>
    makeExpectationMove(db, caller, clock.now(), params.id, body),
  'GET /api/customers/:id/expectations': async ({ db, caller, params }) =>
    expectationsOfCustomer(db, caller, params.id),
  'PUT /api/customers/:id/expectations/order': async ({ db, caller, clock, params, body }) =>
    rankExpectations(db, caller, clock.now(), params.id, body.order),
}
