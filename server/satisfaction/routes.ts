import type { satisfactionEndpoints } from '#api/satisfaction.ts'
import type { surveyEndpoints } from '#api/survey.ts'
import type { Handlers } from '#server/http/handler.ts'
import { tryLimit } from '#server/staff/tries.ts'
import { putBorder } from './border.ts'
import { putChange, showChanges, tellChange, untellChange } from './changes.ts'
import { showGaps, showOverview, showServqual } from './overview.ts'
import { answerSurvey, openSurvey } from './public.ts'
import { recordsOf } from './records.ts'
import { dropRepresented, putRepresented } from './represented.ts'
import { showCustomerSatisfaction } from './show.ts'
import { putSpoken, putSurvey, withdrawSurvey } from './survey.ts'

/** Whoever tries survey addresses that lead nowhere is slowed down. */
export const satisfactionHandlers = (): Handlers<typeof surveyEndpoints & typeof satisfactionEndpoints> => {
  const tries = tryLimit(['record.not_found'])
  return {
    'GET /api/customers/:id/satisfaction': async ({ db, caller, clock, params }) =>
      showCustomerSatisfaction(db, caller, clock.now(), params.id),
    'PUT /api/customers/:id/surveys/:surveyId': async ({ db, caller, clock, params, body }) =>
      putSurvey(db, caller, clock.now(), params, body),
    'DELETE /api/customers/:id/surveys/:surveyId': async ({ db, caller, clock, params }) =>
      withdrawSurvey(db, caller, clock.now(), params),
    'PUT /api/customers/:id/surveys/:surveyId/answers': async ({ db, caller, clock, params, body }) =>
      putSpoken(db, caller, clock.now(), params, body),
    'GET /api/surveys/:token': async ({ db, clock, params, request }) =>
      tries.attempt(request.address, () => openSurvey(db, clock.now(), params.token)),
    'PUT /api/surveys/:token': async ({ db, clock, params, body, request }) =>
      tries.attempt(request.address, () => answerSurvey(db, clock.now(), params.token, body)),
    'GET /api/satisfaction': async ({ db, caller, clock }) => showOverview(db, caller, clock.now()),
    'GET /api/satisfaction/records': async ({ db, caller, clock, query }) => recordsOf(db, caller, clock.now(), query),
    'GET /api/satisfaction/servqual': async ({ db, caller }) => showServqual(db, caller),
    'GET /api/satisfaction/gaps': async ({ db, caller, clock }) => showGaps(db, caller, clock.now()),
    'GET /api/satisfaction/changes': async ({ db, caller }) => showChanges(db, caller),
    'PUT /api/satisfaction/changes/:id': async ({ db, caller, clock, params, body }) =>
      putChange(db, caller, clock.now(), params.id, body),
    'PUT /api/satisfaction/changes/:id/told/:customerId': async ({ db, caller, clock, params, body }) =>
      tellChange(db, caller, clock.now(), params, body),
    'DELETE /api/satisfaction/changes/:id/told/:customerId': async ({ db, caller, clock, params }) =>
      untellChange(db, caller, clock.now(), params),
    'PUT /api/satisfaction/border': async ({ db, caller, clock, body }) =>
      putBorder(db, caller, clock.now(), body.border),
    'PUT /api/customers/:id/represented/:representedId': async ({ db, caller, clock, params, body }) =>
      putRepresented(db, caller, clock.now(), params, body),
    'DELETE /api/customers/:id/represented/:representedId': async ({ db, caller, clock, params }) =>
      dropRepresented(db, caller, clock.now(), params),
  }
}
