import { z } from 'zod'
import { Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

/** Six figures of the app, or a recovery code. */
export const StepCode = z.string().trim().min(6).max(40)

const Code = z.object({ code: StepCode })

/** Shown this once. */
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** The second step of the caller’s own sign-in: what an authenticator app shows, after the password. */
export const secondStepEndpoints = endpoints({
  'GET /api/session/second-step': {
    summary: 'Whether the caller is asked for a second step, and how many recovery codes are left',
    access: 'signed-in',
    atSeat: true,
    reply: z.object({ since: Instant.nullable(), recoveryLeft: z.number() }),
  },
  'POST /api/session/second-step': {
    summary: 'Makes a secret for the caller’s app; nothing is asked at sign-in until a code has confirmed it',
    access: 'signed-in',
    atSeat: true,
    body: z.object({ password: z.string().min(1).max(128) }),
    reply: z.object({
      /** For typing it in, letters in fours. */
      secret: z.string(),
      /** For the picture. */
      address: z.string(),
    }),
    errors: ['session.refused', 'session.too_many_tries', 'rule.refused'],
  },
  'PUT /api/session/second-step': {
    summary: 'Confirms the secret with one code; from now on a code is asked for at sign-in',
    access: 'signed-in',
    atSeat: true,
    body: Code,
    reply: RecoveryCodes,
    errors: ['session.code_refused', 'session.too_many_tries', 'rule.refused'],
  },
  'DELETE /api/session/second-step': {
    summary: 'Takes the caller’s own second step away, with a code of it',
    access: 'signed-in',
    atSeat: true,
    body: Code,
    reply: 'nothing',
    errors: ['session.code_refused', 'session.too_many_tries'],
  },
  'POST /api/session/recovery-codes': {
    summary: 'Makes new recovery codes with a code of the app; the old ones open nothing any more',
    access: 'signed-in',
    atSeat: true,
    body: Code,
    reply: RecoveryCodes,
    errors: ['session.code_refused', 'session.too_many_tries'],
  },
  'DELETE /api/staff/:id/second-step': {
    summary: 'Takes away the second step of somebody who has lost app and codes; the password alone lets them in then',
    access: 'staff.write',
    atSeat: true,
    params: z.object({ id: z.uuid() }),
    reply: 'nothing',
    errors: ['rule.refused', 'record.not_found'],
  },
})
