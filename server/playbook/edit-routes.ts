import type { playbookEditEndpoints } from '#api/playbook-edit.ts'
import type { Handlers } from '#server/http/handler.ts'
import { dropDraft, keepDraft } from './drafts.ts'
import { editionList, showEditions } from './editions.ts'
import { packFile } from './pack-export.ts'
import { checkPack, importPack } from './pack-import.ts'
import { choose, publishDraft } from './publish.ts'

/** Writing playbooks in the browser; `content` is the folder the packs lie in. */
export const playbookEditHandlers = (content: string): Handlers<typeof playbookEditEndpoints> => ({
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
  'GET /api/packs/:pack/file': async ({ db, caller, clock, params }) =>
    packFile(db, content, caller, clock.now(), params.pack),
  'POST /api/pack-checks': async ({ db, caller, request }) => checkPack(db, caller, request.body),
  'POST /api/pack-imports': async ({ db, caller, clock, request }) => importPack(db, caller, clock.now(), request.body),
})
