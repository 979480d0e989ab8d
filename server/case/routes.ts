import type { caseEndpoints } from '#api/case.ts'
import type { Handlers } from '#server/http/handler.ts'
import { addCase, makeCaseMove } from './commands.ts'
import { complaintShown, describeComplaint, makeComplaintMove } from './complaint.ts'
import { caseLedger, caseRow, casesOfCustomer, lineOf, readingOf } from './ledger.ts'
import { checkLimit, showLimits } from './limits.ts'
import { fail } from '#server/http/failure.ts'

/** Handing a complaint on asks another department for something too: that one stands in `server/flows`. */
type Own = Omit<typeof caseEndpoints, 'PUT /api/cases/:id/handings/:handing'>

export const caseHandlers: Handlers<Own> = {
  'GET /api/cases': async ({ db, caller, clock, query }) => caseLedger(db, caller, clock.now(), query),
  'GET /api/cases/:id': async ({ db, caller, clock, params }) => {
    const now = clock.now()
    const row = await caseRow(db, caller, params.id)
    if (!row) return fail('record.not_found')
    const shown = row.kind === 'complaint' ? await complaintShown(db, caller, now, row) : null
    return { ...lineOf(row, await readingOf(db, caller, now)), shown }
  },
  'PUT /api/cases/:id': async ({ db, caller, clock, params, body }) =>
    addCase(db, caller, clock.now(), params.id, body),
  'POST /api/cases/:id/moves': async ({ db, caller, clock, params, body }) =>
    makeCaseMove(db, caller, clock.now(), params.id, body),
  'POST /api/cases/:id/complaint': async ({ db, caller, clock, params, body }) =>
    makeComplaintMove(db, caller, clock.now(), params.id, body),
  'PATCH /api/cases/:id': async ({ db, caller, clock, params, body }) =>
    describeComplaint(db, caller, clock.now(), params.id, body),
  'GET /api/complaint-limits': async ({ db, caller, clock }) => showLimits(db, caller, clock.now()),
  'PUT /api/complaint-limits/:id': async ({ db, caller, clock, params, body }) =>
    checkLimit(db, caller, clock.now(), params.id, body),
  'GET /api/customers/:id/cases': async ({ db, caller, clock, params }) =>
    casesOfCustomer(db, caller, clock.now(), params.id),
}
