import type { roundEndpoints } from '#api/round.ts'
import type { Handlers } from '#server/http/handler.ts'
import { fieldDay } from './field-day.ts'

export const roundHandlers: Handlers<typeof roundEndpoints> = {
  'GET /api/field-days/:day': async ({ db, caller, clock, params }) => fieldDay(db, caller, clock.now(), params.day),
}
