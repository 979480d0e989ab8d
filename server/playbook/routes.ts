import type { playbookEndpoints } from '#api/playbook.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Handlers } from '#server/http/handler.ts'
import { askGate } from '#server/touch/gate.ts'
import { contactAhead } from './ahead.ts'
import { eventsAfter } from './events.ts'
import { callersBy } from './inbound.ts'
import { requireRun } from './require-run.ts'
import { playbooksForCustomer } from './offered.ts'
import { openRuns, playbooksInUse, showRun } from './show.ts'
import { runWatch } from './watch.ts'

/** Beginning asks the retention guard, and adding events may finish a run: what spans domains stands in `server/flows`. */
type Own = Omit<typeof playbookEndpoints, 'PUT /api/runs/:id' | 'POST /api/runs/:id/events'>

export const playbookHandlers = (): Handlers<Own> => {
  const watch = runWatch()
  return {
    'GET /api/playbooks': async ({ db, caller }) => playbooksInUse(db, caller.branchId),
    'GET /api/customers/:id/playbooks': async ({ db, caller, params, query }) =>
      playbooksForCustomer(db, caller, params.id, query),
    'GET /api/inbound': async ({ db, caller, query }) => callersBy(db, caller, query.tail),
    'GET /api/customers/:id/contact-gate': async ({ db, caller, clock, params, query }) => {
      await requireCustomer(db, caller, params.id, 'contact.run')
      const ask = { customerId: params.id, ...query, agreedTime: false, now: clock.now() }
      const answer = await askGate(db, caller, ask)
      const mayOverride = reachOf(caller.roles, 'contact.override') !== null
      if (answer.allowed) return { allowed: true, reasons: [], nextAt: null, mayOverride }
      return { ...answer, nextAt: answer.nextAt?.toISOString() ?? null, mayOverride }
    },
    'GET /api/customers/:id/contact-ahead': async ({ db, caller, clock, params, query }) =>
      contactAhead(db, caller, clock.now(), params.id, query),
    'GET /api/runs': async ({ db, caller }) => openRuns(db, caller),
    'GET /api/runs/:id': async ({ db, caller, clock, params }) => showRun(db, caller, clock.now(), params.id),
    'GET /api/runs/:id/events': async ({ db, caller, clock, params, query }) => {
      await requireRun(db, caller, params.id)
      return {
        events: await eventsAfter(db, { branchId: caller.branchId, runId: params.id }, query.since),
        others: query.window ? watch.seen(params.id, query.window, caller, clock.now()) : [],
      }
    },
  }
}
