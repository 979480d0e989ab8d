import type { standardEndpoints } from '#api/standard.ts'
import { fail } from '#server/http/failure.ts'
import type { Handlers } from '#server/http/handler.ts'
import { keepAudit } from './audit.ts'
import { askedFor } from './span.ts'
import { showStandards } from './standards.ts'
import { unitsToSee } from './whose.ts'

export const standardHandlers: Handlers<typeof standardEndpoints> = {
  'GET /api/standards': async ({ db, caller, clock, query }) =>
    showStandards(db, caller, askedFor(caller, clock, query.month), query.unit),
  'PUT /api/standards/:unit/:month': async ({ db, caller, clock, params, body }) => {
    const units = await unitsToSee(db, caller)
    if (!units.some(({ id }) => id === params.unit)) return fail('record.not_found')
    return keepAudit(db, caller, clock.now(), params, body)
  },
}
