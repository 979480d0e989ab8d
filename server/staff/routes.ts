import type { staffEndpoints } from '#api/staff.ts'
import { allowedActions } from '#domain/staff/scope.ts'
import { fail } from '#server/http/failure.ts'
import type { Handlers } from '#server/http/handler.ts'
import { forgetAbsence, tellAbsence } from './absence.ts'
import type { Auth } from './auth.ts'
import { savePerson, saveUnit, setUp, setWorkPhone } from './commands.ts'
import { deviceMarks, type DeviceMarks, sealKeyOf } from './device.ts'
import { absencesFrom, colleagues, demoAccounts, peopleOf, seatOf, setupNeeded, unitsWithPeople } from './queries.ts'
import { changePassword, checkSecret, choosePin, lockSeat, signIn, signOut, unlockSeat } from './seat.ts'
import { stepsNow } from './second-step-routes.ts'
import { passSecondStep } from './sign-in.ts'
import { leaveSeats, seatsOf } from './signed-in.ts'
import { tryLimit } from './tries.ts'

/** Handlers for seats, sign-in and people. */
export const staffHandlers = (auth: Auth): Handlers<typeof staffEndpoints> => {
  const tries = tryLimit()
  const codeTries = tryLimit()
  return {
    'GET /api/setup': async ({ db }) => ({ needed: await setupNeeded(db), demo: await demoAccounts(db) }),
    'POST /api/setup': async ({ db, clock, body }) => setUp(db, auth, clock.now(), body),
    'POST /api/session': async ({ db, clock, body, request, reply }) => {
      const marks = await marksOf(auth)
      const code = body.code.trim().toLowerCase()
      const mark = marks.known(request.headers, code)
      const steps = await stepsNow(auth, clock.now())
      await tries.attempt(`${code} ${mark ?? request.address}`, async () => {
        await passSecondStep(db, auth, body, steps, ({ staffId }, act) =>
          codeTries.attempt(`${staffId} ${mark ?? ''}`, act),
        )
        const cookies = await signIn(auth, body.code, body.password, request)
        for (const cookie of [...cookies, marks.given(code)]) reply.header('set-cookie', cookie)
      })
    },
    'GET /api/session': async ({ db, caller, clock }) => {
      const seat = await seatOf(db, caller)
      return {
        ...seat,
        today: clock.today(caller.timeZone),
        now: clock.now().toISOString(),
        can: allowedActions(caller.roles),
        sealKey: sealKeyOf((await auth.$context).secret, caller),
        locked: caller.locked,
      }
    },
    'DELETE /api/session': async ({ request, reply }) => {
      for (const cookie of await signOut(auth, request.headers)) reply.header('set-cookie', cookie)
    },
    'PUT /api/session/lock': async ({ db, caller }) => lockSeat(db, caller),
    'DELETE /api/session/lock': async ({ db, caller, body }) => {
      await tries.attempt(caller.sessionId, async () => {
        await checkSecret(db, auth, caller, body.secret)
        await unlockSeat(db, caller)
      })
    },
    'PUT /api/session/pin': async ({ db, caller, body }) =>
      tries.attempt(caller.sessionId, async () => choosePin(db, auth, caller, body.password, body.pin)),
    'PUT /api/session/work-phone': async ({ db, caller, clock, body }) =>
      setWorkPhone(db, caller, clock.now(), body.workPhone),
    'PUT /api/session/password': async ({ db, caller, clock, body }) =>
      tries.attempt(caller.sessionId, async () =>
        changePassword(db, auth, caller, clock.now(), body.password, body.next),
      ),
    'GET /api/sessions': ({ db, caller }) => seatsOf(db, auth, caller),
    'DELETE /api/sessions': ({ db, caller, clock }) => leaveSeats(db, auth, caller, clock.now(), null),
    'DELETE /api/sessions/:id': ({ db, caller, clock, params }) => leaveSeats(db, auth, caller, clock.now(), params.id),
    'GET /api/people': async ({ db, caller }) => ({ people: await peopleOf(db, caller.branchId) }),
    'GET /api/staff': async ({ db, caller }) => ({ staff: await colleagues(db, caller) }),
    'GET /api/units': async ({ db, caller }) => ({ units: await unitsWithPeople(db, caller.branchId) }),
    'PUT /api/units/:id': async ({ db, caller, clock, params, body }) =>
      saveUnit(db, caller, clock.now(), params.id, body),
    'PUT /api/staff/:id': async ({ db, caller, clock, params, body }) =>
      savePerson(db, auth, caller, clock.now(), params.id, body),
    'GET /api/absences': async ({ db, caller, clock }) => ({
      absences: await absencesFrom(db, caller, clock.today(caller.timeZone)),
    }),
    'PUT /api/absences/:id': async ({ db, caller, clock, params, body }) => {
      if (body.toDay < body.fromDay)
        return fail('request.invalid', { problems: [{ path: 'body.toDay', message: 'before fromDay' }] })
      return tellAbsence(db, caller, clock.now(), params.id, body)
    },
    'DELETE /api/absences/:id': async ({ db, caller, clock, params }) =>
      forgetAbsence(db, caller, clock.now(), params.id),
  }
}

const marksOf = async (auth: Auth): Promise<DeviceMarks> =>
  deviceMarks((await auth.$context).secret, auth.options.advanced.useSecureCookies)
