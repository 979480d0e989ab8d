import { z } from 'zod'
import type { CompiledCoach } from '#domain/coach/compiled.ts'
import { endpoints } from './endpoint.ts'

/** The rules of wording, for whoever writes. */
export const coachEndpoints = endpoints({
  'GET /api/coach': {
    summary: 'The rules of the packs in one language, ready to be used; they change with the program only',
    access: 'signed-in',
    query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
    reply: z.object({ version: z.string(), compiled: z.custom<CompiledCoach>() }),
  },
})
