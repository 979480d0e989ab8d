import type { modelEndpoints } from '#api/model.ts'
import type { warningEndpoints } from '#api/warning.ts'
import type { FeatureMeaning } from '#domain/churn/reasons.ts'
import type { Handlers } from '#server/http/handler.ts'
import { atRisk } from './at-risk.ts'
import { setCampaignFigures, showCampaignFigures } from './campaign-figures.ts'
import { explainRisk } from './explain-risk.ts'
import { leadTime } from './lead-time.ts'
import { sayMeaning } from './say-meaning.ts'
import { showSegments } from './segments.ts'
import { showWarning } from './show-warning.ts'
import { askForTraining } from './train.ts'
import { listVersions, useVersion, versionFile } from './versions.ts'

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

export const modelHandlers: Handlers<typeof modelEndpoints> = {
  'GET /api/warning/versions': ({ db, caller }) => listVersions(db, caller),
  'PUT /api/warning/versions/:id/use': ({ db, caller, clock, params }) =>
    useVersion(db, caller, clock.now(), params.id),
  'GET /api/warning/versions/:id/file': ({ db, caller, clock, params }) =>
    versionFile(db, caller, clock.now(), params.id),
  'GET /api/warning/campaign-figures': ({ db, caller }) => showCampaignFigures(db, caller),
  'PUT /api/warning/campaign-figures': ({ db, caller, clock, body }) =>
    setCampaignFigures(db, caller, clock.now(), body),
  'GET /api/warning/lead-time': ({ db, caller }) => leadTime(db, caller.branchId),
  'GET /api/warning/segments': ({ db, caller, clock }) =>
    showSegments(db, caller.branchId, clock.today(caller.timeZone)),
}
