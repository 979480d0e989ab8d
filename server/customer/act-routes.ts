import type { customerActEndpoints } from '#api/customer-acts.ts'
import type { Handlers } from '#server/http/handler.ts'
import { changeMany, undoMany } from './bulk.ts'
import { duplicatePairs, tellApart } from './duplicates.ts'
import { exportCustomers } from './export.ts'
import { mergeCustomers, mergesInto, undoMerge } from './merge.ts'
import { deleteView, savedViews, saveView } from './views.ts'

/** What is done to several customers at once, and the views of their list. */
export const customerActHandlers: Handlers<typeof customerActEndpoints> = {
  'GET /api/customers/export': async ({ db, caller, clock, query }) =>
    exportCustomers(db, caller, { at: clock.now(), today: clock.today(caller.timeZone) }, query),
  'GET /api/customers/duplicates': async ({ db, caller, query }) => duplicatePairs(db, caller, query.customerId),
  'PUT /api/customers/:id/apart/:otherId': async ({ db, caller, clock, params }) =>
    tellApart(db, caller, clock.now(), params.id, params.otherId),
  'PUT /api/customers/:id/merges/:mergeId': async ({ db, caller, clock, params, body }) =>
    mergeCustomers(db, caller, clock.now(), params.id, params.mergeId, body),
  'DELETE /api/customers/:id/merges/:mergeId': async ({ db, caller, clock, params }) =>
    undoMerge(db, caller, clock.now(), params.id, params.mergeId),
  'GET /api/customers/:id/merges': async ({ db, caller, params }) => mergesInto(db, caller, params.id),
  'POST /api/customers/bulk': async ({ db, caller, clock, body }) =>
    changeMany(db, caller, { at: clock.now(), today: clock.today(caller.timeZone) }, body),
  'DELETE /api/customers/bulk/:bulkId': async ({ db, caller, clock, params }) =>
    undoMany(db, caller, clock.now(), params.bulkId),
  'GET /api/views': async ({ db, caller, query }) => savedViews(db, caller, query.screen),
  'PUT /api/views/:id': async ({ db, caller, clock, params, body }) =>
    saveView(db, caller, clock.now(), params.id, body),
  'DELETE /api/views/:id': async ({ db, caller, clock, params }) => deleteView(db, caller, clock.now(), params.id),
}
