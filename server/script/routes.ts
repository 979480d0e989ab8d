import type { scriptEndpoints } from '#api/script.ts'
import { coachFor } from '#server/coach/rules.ts'
import type { Handlers } from '#server/http/handler.ts'
import { scriptFacts } from './facts.ts'
import { scriptLibrary } from './library.ts'
import { keepPitch, removePitch } from './pitches.ts'
import { chooseLive, reviseScript } from './revise.ts'
import { scriptUses } from './uses.ts'

type Copies = Extract<keyof typeof scriptEndpoints, `${string}/copies/${string}`>

/** `content` is the folder of the pack whose rules of wording a revision is looked at with. What is copied out is a flow: it settles rows of Today. */
export const scriptHandlers = (content: string): Handlers<Omit<typeof scriptEndpoints, Copies>> => ({
  'GET /api/scripts': async ({ db, caller }) => scriptLibrary(db, caller),
  'GET /api/customers/:id/script-facts': async ({ db, caller, clock, params }) =>
    scriptFacts(db, caller, clock.now(), params.id),
  'PUT /api/scripts/:pack/:script/wordings/:id': async ({ db, caller, clock, params, body }) =>
    reviseScript(db, caller, clock.now(), { ...params, coach: await coachFor(db, caller.branchId, content) }, body),
  'PUT /api/scripts/:pack/:script/live': async ({ db, caller, clock, params, body }) =>
    chooseLive(db, caller, clock.now(), params, body.wordings),
  'GET /api/scripts/uses': async ({ db, caller }) => scriptUses(db, caller),
  'PUT /api/pitches/:id': async ({ db, caller, clock, params, body }) =>
    keepPitch(db, caller, clock.now(), params.id, body),
  'DELETE /api/pitches/:id': async ({ db, caller, clock, params }) => removePitch(db, caller, clock.now(), params.id),
})
