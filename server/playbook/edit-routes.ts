import type { playbookEditEndpoints } from '#api/playbook-edit.ts'
import type { Handlers } from '#server/http/handler.ts'
import { dropDraft, keepDraft } from './drafts.ts'
import { editionList, showEditions } from './editions.ts'
import { choose, publishDraft } from './publish.ts'

/** Writing playbooks in the browser. */
export const playbookEditHandlers: Handlers<typeof playbookEditEndpoints> = {
  'GET /api/playbook-editions': async ({ db, caller }) => editionList(db, caller),
  'GET /api/playbook-editions/:key': async ({ db, caller, params }) => showEditions(db, caller, params.key),
  'PUT /api/playbook-drafts/:key': async ({ db, caller, clock, params, body }) =>
    keepDraft(db, caller, clock.now(), params.key, body),
  'DELETE /api/playbook-drafts/:key': async ({ db, caller, clock, params }) =>
    dropDraft(db, caller, clock.now(), params.key),
  'POST /api/playbook-editions/:key': async ({ db, caller, clock, params, body }) =>
    publishDraft(db, caller, clock.now(), params.key, body.draftVersion),
  'PUT /api/playbook-editions/:key/choice': async ({ db, caller, clock, params, body }) =>
    choose(db, caller, clock.now(), params.key, body),
}
