import type { warningEndpoints } from '#api/warning.ts'
import type { FeatureMeaning } from '#domain/churn/reasons.ts'
import type { Handlers } from '#server/http/handler.ts'
import { atRisk } from './at-risk.ts'
import { explainRisk } from './explain-risk.ts'
import { sayMeaning } from './say-meaning.ts'
import { showWarning } from './show-warning.ts'
import { askForTraining } from './train.ts'

export const warningHandlers: Handlers<typeof warningEndpoints> = {
  'GET /api/warning': ({ db, caller }) => showWarning(db, caller),
  'GET /api/warning/customers': ({ db, caller, query }) => atRisk(db, caller, query),
  'POST /api/warning/trainings': ({ db, caller, clock, body }) =>
    askForTraining(db, caller, clock.now(), body.id, body.exclude),
  'PUT /api/warning/meanings/:name': ({ db, caller, clock, params, body }) =>
    sayMeaning(db, caller, clock.now(), params.name, body as FeatureMeaning),
  'GET /api/customers/:id/risk': ({ db, caller, clock, params }) =>
    explainRisk(db, caller, params.id, clock.today(caller.timeZone)),
}
