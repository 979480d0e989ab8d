import type { secondStepEndpoints } from '#api/second-step.ts'
import { systemClock } from '#server/http/clock.ts'
import type { Handlers } from '#server/http/handler.ts'
import type { Auth } from './auth.ts'
import { checkPassword } from './seat.ts'
import {
  beginSecondStep,
  confirmSecondStep,
  liftSecondStep,
  removeOwnSecondStep,
  renewRecoveryCodes,
  showSecondStep,
  type Steps,
} from './second-step.ts'
import { tryLimit } from './tries.ts'

/** What codes are taken and secrets sealed with now. */
export const stepsNow = async (auth: Auth, at: Date): Promise<Steps> => ({
  secret: (await auth.$context).secret,
  at,
  real: systemClock.now(),
})

/** Handlers for the second step of a sign-in; wrong codes count for the person, whichever seat they are typed at. */
export const secondStepHandlers = (auth: Auth): Handlers<typeof secondStepEndpoints> => {
  const tries = tryLimit()
  return {
    'GET /api/session/second-step': ({ db, caller }) => showSecondStep(db, caller),
    'POST /api/session/second-step': ({ db, caller, clock, body }) =>
      tries.attempt(caller.staffId, async () => {
        await checkPassword(db, auth, caller, body.password)
        return beginSecondStep(db, caller, await stepsNow(auth, clock.now()))
      }),
    'PUT /api/session/second-step': ({ db, caller, clock, body }) =>
      tries.attempt(caller.staffId, async () => ({
        recoveryCodes: await confirmSecondStep(db, caller, await stepsNow(auth, clock.now()), body.code),
      })),
    'DELETE /api/session/second-step': ({ db, caller, clock, body }) =>
      tries.attempt(caller.staffId, async () =>
        removeOwnSecondStep(db, caller, await stepsNow(auth, clock.now()), body.code),
      ),
    'POST /api/session/recovery-codes': ({ db, caller, clock, body }) =>
      tries.attempt(caller.staffId, async () => ({
        recoveryCodes: await renewRecoveryCodes(db, caller, await stepsNow(auth, clock.now()), body.code),
      })),
    'DELETE /api/staff/:id/second-step': ({ db, caller, clock, params }) =>
      liftSecondStep(db, caller, clock.now(), params.id),
  }
}
