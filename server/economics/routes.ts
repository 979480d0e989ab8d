import type { economicsEndpoints } from '#api/economics.ts'
import type { pulseEndpoints } from '#api/pulse.ts'
import type { Handlers } from '#server/http/handler.ts'
import { openBridge, showBridge } from './bridge.ts'
import { setFigure } from './figures.ts'
import { customerLoss, showEconomics } from './loss.ts'
import { answerPulse, pulseFor } from './pulse.ts'

export const economicsHandlers: Handlers<typeof economicsEndpoints> = {
  'GET /api/economics/bridge': async ({ db, caller, query }) => showBridge(db, caller, query),
  'GET /api/economics/bridge/customers': async ({ db, caller, query }) => openBridge(db, caller, query),
  'GET /api/economics': async ({ db, caller, clock }) => showEconomics(db, caller, clock.today(caller.timeZone)),
  'PUT /api/economics/edits/:id': async ({ db, caller, clock, params, body }) =>
    setFigure(db, caller, clock.now(), params.id, body),
  'GET /api/customers/:id/loss': async ({ db, caller, clock, params }) =>
    customerLoss(db, caller, params.id, clock.today(caller.timeZone)),
}

export const pulseHandlers: Handlers<typeof pulseEndpoints> = {
  'GET /api/pulse': async ({ db, caller, clock }) => pulseFor(db, caller, clock.now()),
  'POST /api/pulse/:week': async ({ db, caller, clock, params, body }) =>
    answerPulse(db, caller, clock.now(), params.week, body.answer),
}
