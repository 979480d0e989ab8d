import type { coachEndpoints } from '#api/coach.ts'
import type { Handlers } from '#server/http/handler.ts'
import { readCoachPack } from './pack.ts'

/** `content` is the folder of the pack the rules are read from. */
export const coachHandlers = (content: string): Handlers<typeof coachEndpoints> => ({
  'GET /api/coach': async ({ query }) => {
    const { compiled } = await readCoachPack(content)
    return {
      version: '1',
      compiled: { ...compiled, rules: compiled.rules.filter(({ language }) => language === query.language) },
    }
  },
})
