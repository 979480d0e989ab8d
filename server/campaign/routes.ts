import type { campaignEndpoints } from '#api/campaign.ts'
import type { Handlers } from '#server/http/handler.ts'
import { countAudience } from './audience.ts'
import { askToLearn } from './learn.ts'
import { listsFor } from './lists.ts'
import { moveCampaignOn } from './moves.ts'
import { putCampaign } from './save.ts'
import { customersOfCampaign, listCampaigns, showCampaign } from './show.ts'
import { liftRest, undisturbedBy } from './undisturbed.ts'

export const campaignHandlers: Handlers<typeof campaignEndpoints> = {
  'GET /api/campaigns': async ({ db, caller, clock, query }) => listCampaigns(db, caller, clock.now(), query.show),
  'GET /api/campaigns/audience': async ({ db, caller, clock, query }) => countAudience(db, caller, clock.now(), query),
  'GET /api/campaigns/lists': async ({ db, caller }) => listsFor(db, caller),
  'GET /api/campaigns/:id': async ({ db, caller, clock, params }) => showCampaign(db, caller, clock.now(), params.id),
  'PUT /api/campaigns/:id': async ({ db, caller, clock, params, body }) =>
    putCampaign(db, caller, clock.now(), params.id, body),
  'POST /api/campaigns/:id/moves': async ({ db, caller, clock, params, body }) =>
    moveCampaignOn(db, caller, clock.now(), params.id, body),
  'GET /api/campaigns/:id/customers': async ({ db, caller, clock, params, query }) =>
    customersOfCampaign(db, caller, clock.now(), params.id, query),
  'POST /api/campaigns/:id/lesson': async ({ db, caller, clock, params, body }) =>
    askToLearn(db, caller, clock.now(), params.id, body.jobId),
  'GET /api/campaigns/:id/undisturbed': async ({ db, caller, params }) => undisturbedBy(db, caller, params.id),
  'PUT /api/campaigns/:id/undisturbed/:customerId/lifting': async ({ db, caller, clock, params, body }) =>
    liftRest(db, caller, clock.now(), params, body.reason),
  'DELETE /api/campaigns/:id/undisturbed/:customerId/lifting': async ({ db, caller, clock, params }) =>
    liftRest(db, caller, clock.now(), params, null),
}
