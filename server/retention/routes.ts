import type { offerEndpoints } from '#api/offer.ts'
import type { retentionEndpoints } from '#api/retention.ts'
import type { Handlers } from '#server/http/handler.ts'
import { appendToCase } from './append.ts'
import { whatWasLearnt } from './learnt.ts'
import { listRetention, retentionOfCustomer } from './list.ts'
import { listOffers, putOffer } from './offers.ts'
import { openRetention } from './open.ts'
import { rankedOffers } from './ranked.ts'
import { setRules, showRules } from './rules.ts'
import { showRetention } from './show.ts'

export const retentionHandlers: Handlers<typeof retentionEndpoints & typeof offerEndpoints> = {
  'GET /api/retention': async ({ db, caller, clock, query }) => listRetention(db, caller, clock.now(), query),
  'GET /api/retention/:id': async ({ db, caller, clock, params }) => showRetention(db, caller, clock.now(), params.id),
  'PUT /api/retention/:id': async ({ db, caller, clock, params, body }) =>
    openRetention(db, caller, clock.now(), params.id, body),
  'POST /api/retention/:id/events': async ({ db, caller, clock, params, body }) =>
    appendToCase(db, caller, clock.now(), params.id, body),
  'GET /api/retention/:id/offers': async ({ db, caller, clock, params }) =>
    rankedOffers(db, caller, clock.now(), params.id),
  'GET /api/customers/:id/retention': async ({ db, caller, clock, params }) =>
    retentionOfCustomer(db, caller, clock.now(), params.id),
  'GET /api/offers': async ({ db, caller }) => listOffers(db, caller),
  'PUT /api/offers/:key': async ({ db, caller, clock, params, body }) =>
    putOffer(db, caller, clock.now(), params.key, body),
  'GET /api/retention-rules': async ({ db, caller }) => showRules(db, caller),
  'PUT /api/retention-rules': async ({ db, caller, clock, body }) => setRules(db, caller, clock.now(), body),
  'GET /api/retention-learnt': async ({ db, caller }) => whatWasLearnt(db, caller),
}
