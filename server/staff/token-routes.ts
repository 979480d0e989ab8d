import type { tokenEndpoints } from '#api/token.ts'
import type { Handlers } from '#server/http/handler.ts'
import type { Auth } from './auth.ts'
import { checkPassword } from './seat.ts'
import { makeToken, revokeToken, tokensOf } from './tokens.ts'
import { tryLimit } from './tries.ts'

/** Handlers for one's own access tokens. */
export const tokenHandlers = (auth: Auth): Handlers<typeof tokenEndpoints> => {
  const tries = tryLimit()
  return {
    'GET /api/tokens': ({ db, caller, clock }) => tokensOf(db, caller, clock.now()),
    'PUT /api/tokens/:id': ({ db, caller, clock, params, body }) =>
      tries.attempt(caller.staffId, async () => {
        await checkPassword(db, auth, caller, body.password)
        return makeToken(db, caller, clock.now(), params.id, body)
      }),
    'DELETE /api/tokens/:id': ({ db, caller, clock, params }) => revokeToken(db, caller, clock.now(), params.id),
  }
}
