import type { voiceEndpoints } from '#api/voice.ts'
import { reachOf } from '#domain/staff/scope.ts'
import type { Handlers } from '#server/http/handler.ts'
import { setNorms, showNorms } from './voice-norms.ts'

export const voiceHandlers: Handlers<typeof voiceEndpoints> = {
  'GET /api/voice-norms': async ({ db, caller }) =>
    showNorms(db, caller.branchId, reachOf(caller.roles, 'voice.rule') !== null),
  'PUT /api/voice-norms': async ({ db, caller, clock, body }) => setNorms(db, caller, clock.now(), body),
}
