import type { Clock } from '#server/http/clock.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Auth } from './auth.ts'
import { seatBehind } from './session.ts'
import { callerOfToken } from './tokens.ts'
import { tryLimit } from './tries.ts'

/** What a proxy's own password sends along is none. */
const BEARER = /^Bearer(?: +(\S*))? *$/i

/**
 * Finds who a request comes from: the person a token speaks for, or whose sign-in the browser carries. A token that opens nothing is refused, whatever
 * sign-in stands beside it, and counts as a wrong try of its address; a right one is never kept waiting by others' wrong ones.
 */
export const callerFinder = (db: Db, auth: Auth, clock: Clock) => {
  const tries = tryLimit(['token.refused'])
  return async (headers: Headers, address: string): Promise<Caller | null> => {
    const bearer = BEARER.exec(headers.get('authorization') ?? '')
    if (bearer) {
      const caller = await callerOfToken(db, bearer[1] ?? '', clock.now())
      return caller ?? tries.attempt(address, async () => fail('token.refused'))
    }
    if (!headers.get('cookie')?.includes('session_token')) return null
    const signedIn = await auth.api.getSession({ headers })
    if (!signedIn) return null
    return seatBehind(db, signedIn.user.id, signedIn.session.id)
  }
}
