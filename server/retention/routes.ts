import type { offerEndpoints } from '#api/offer.ts'
import type { retentionEndpoints } from '#api/retention.ts'
import type { Handlers } from '#server/http/handler.ts'
import { whatWasLearnt } from './learnt.ts'
import { listRetention, retentionOfCustomer } from './list.ts'
import { listOffers, putOffer } from './offers.ts'
import { openRetention } from './open.ts'
import { rankedOffers } from './ranked.ts'
import { setRules, showRules } from './rules.ts'
import { showRetention } from './show.ts'
import { whatWasShown } from './shown.ts'

export const retentionHandlers: Handlers<
  Omit<typeof retentionEndpoints, 'POST /api/retention/:id/events'> & typeof offerEndpoints
> = {
  'GET /api/retention': async ({ db, caller, clock, query }) => listRetention(db, caller, clock.now(), query),
  'GET /api/retention/:id': async ({ db, caller, clock, params }) => showRetention(db, caller, clock.now(), params.id),
  'PUT /api/retention/:id': async ({ db, caller, clock, params, body }) =>
    openRetention(db, caller, clock.now(), params.id, body),
  'GET /api/retention/:id/offers': async ({ db, caller, clock, params }) =>
    rankedOffers(db, caller, clock.now(), params.id),
  'GET /api/customers/:id/retention': async ({ db, caller, clock, params }) =>
    retentionOfCustomer(db, caller, clock.now(), params.id),
  'GET /api/offers': async ({ db, caller }) => listOffers(db, caller),
  'PUT /api/offers/:key': async ({ db, caller, clock, params, body }) =>
    putOffer(db, caller, clock.now(), params.key, body),
  'GET /api/retention-rules': async ({ db, caller }) => showRules(db, caller),
  'PUT /api/retention-rules': async ({ db, caller, clock, body }) => setRules(db, caller, clock.now(), body),
  'GET /api/retention-learnt': async ({ db, caller, clock }) => whatWasLearnt(db, caller, clock.now()),
  'GET /api/retention-shown': async ({ db, caller }) => whatWasShown(db, caller),
}
