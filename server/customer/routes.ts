import type { customerEndpoints } from '#api/customer.ts'
import type { Handlers } from '#server/http/handler.ts'
import { countCustomers, listCustomers } from './list.ts'
import { showCustomer } from './show.ts'
import { addCustomer, changeCustomer } from './write.ts'

export const customerHandlers: Handlers<typeof customerEndpoints> = {
  'GET /api/customers': async ({ db, caller, clock, query }) =>
    listCustomers(db, caller, clock.today(caller.timeZone), query),
  'GET /api/customers/count': async ({ db, caller, clock, query }) => ({
    value: await countCustomers(db, caller, clock.today(caller.timeZone), query),
  }),
  'GET /api/customers/:id': async ({ db, caller, params }) => showCustomer(db, caller, params.id),
  'PUT /api/customers/:id': async ({ db, caller, clock, params, body }) =>
    addCustomer(db, caller, clock.now(), params.id, body),
  'PATCH /api/customers/:id': async ({ db, caller, clock, params, body }) =>
    changeCustomer(db, caller, clock.now(), params.id, body),
}
