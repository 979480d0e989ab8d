import { z } from 'zod'
import { LONGEST_DAYS, tokenScopes } from '#domain/staff/token.ts'
import { Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

/** Tokens with which somebody’s own programs call this interface: `Authorization: Bearer …`. None opens these endpoints. */
export const tokenEndpoints = endpoints({
  'GET /api/tokens': {
    summary: 'The caller’s access tokens, those that have ended too; never the tokens themselves',
    access: 'signed-in',
    atSeat: true,
    reply: z.object({
      tokens: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          scope: z.enum(tokenScopes),
          madeAt: Instant,
          expiresAt: Instant,
          ended: z.boolean(),
          lastUsedAt: Instant.nullable(),
        }),
      ),
    }),
  },
  'PUT /api/tokens/:id': {
    summary: 'Makes an access token, shown this once; it never reaches further than the caller’s own roles',
    access: 'signed-in',
    atSeat: true,
    params: z.object({ id: z.uuid() }),
    body: z.object({
      name: z.string().trim().min(1).max(60),
      scope: z.enum(tokenScopes),
      days: z.int().min(1).max(LONGEST_DAYS),
      password: z.string().min(1).max(128),
    }),
    reply: z.object({ token: z.string(), expiresAt: Instant }),
    errors: ['session.refused', 'session.too_many_tries', 'rule.refused', 'record.exists'],
  },
  'DELETE /api/tokens/:id': {
    summary: 'Revokes one of the caller’s access tokens at once',
    access: 'signed-in',
    atSeat: true,
    params: z.object({ id: z.uuid() }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
